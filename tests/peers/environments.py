"""The peers' own environments, in which their pinned requirements do not meet ours. Made by `make peers`."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def python_of(peer: str) -> Path:
    """The Python of a peer's environment, which is made where it is not there yet."""
    subprocess.run(["make", "--silent", f".peers/{peer}/.installed"], cwd=ROOT, check=True)
    return ROOT / ".peers" / peer / "bin" / "python"
