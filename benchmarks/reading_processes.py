"""One reading of one file: by us, by a library alone, by another program, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.peers.environments import python_of

ROOT = Path(__file__).parents[1]
PEERS = {"pyqdpx": "pyqdpx_reading.py", "qualitative-coding": "qc_reading.py"}
Taken = dict[str, Any]
"""What `reading_once.measured` says."""


def once(how: str, name: str, file: Path) -> Taken:
    """What one reading in a process of its own took."""
    return _asked([sys.executable, "-m", "benchmarks.reading_once", how, name, str(file), str(time.time())], ROOT)


def by_peer(peer: str, file: Path) -> Taken:
    """What one reading by another program took, in an empty folder."""
    script = ROOT / "benchmarks" / "peers" / PEERS[peer]
    python = str(python_of(peer))
    with tempfile.TemporaryDirectory(prefix="graphmodel-bench-peer-") as folder:
        return _asked([python, str(script), str(file), str(time.time())], Path(folder))


def _asked(command: list[str], folder: Path) -> Taken:
    environment = {**os.environ, "PYTHONBREAKPOINT": "0"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr[-2000:]}")
    found: Taken = json.loads(done.stdout.strip().splitlines()[-1])
    return found
