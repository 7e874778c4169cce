"""Run by pyqdpx's own Python: how long it takes over a project. FILE SPAWNED, as for benchmarks.reading_once.

pyqdpx takes one code a selection.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "peers"))
from patched_pyqdpx import pyqdpx
from peak import peak_mb

path, spawned = sys.argv[1:]
with contextlib.redirect_stdout(sys.stderr):
    module = pyqdpx()
    start, begun, spent = time.time() - float(spawned), time.perf_counter(), time.process_time()
    project = module.QDPX(path).get_project()
    codings = sum(len(source.coded_selections) for source in project.sources.values())
    used, taken = time.process_time() - spent, time.perf_counter() - begun
facts = {"start": start, "wall": taken, "processor": used, "peak": peak_mb(), "found": {"codings": codings}}
print(json.dumps(facts))
