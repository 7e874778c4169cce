"""One reading of one file in a process of its own; what it took is printed as JSON.

    python -m benchmarks.reading_once ours LOADER FILE SPAWNED
    python -m benchmarks.reading_once floor NAME FILE SPAWNED

In place of `ours`, `all` recognises and fingerprints the file as well, as loading does. SPAWNED is when the process was
asked for, in seconds of the system's clock.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.floors import FLOORS
from benchmarks.peers.peak import peak_mb
from graphmodel.errors import Problem, Severity
from graphmodel.records import Coding, Concept, Reference, Transcript
from graphmodel.turns import find_turns
from loaders import registry
from loaders.source import Source


def main() -> None:
    """Read, and print."""
    how, name, file, spawned = sys.argv[1:]
    print(json.dumps(measured(_way(how, name, Path(file)), float(spawned))))


def _way(how: str, name: str, path: Path) -> Callable[[], dict[str, int]]:
    if how == "floor":
        return lambda: {"items": FLOORS[name](path)}
    source = _source(name, path)
    return lambda: _counts(source) if how == "ours" else _all(source)


def measured(read: Callable[[], dict[str, int]], spawned: float) -> dict[str, object]:
    """What a reading takes: seconds on the clock and of the processor, children included, MB at the most."""
    start, begun, spent = time.time() - spawned, time.perf_counter(), _processor()
    found = read()
    used, taken = _processor() - spent, time.perf_counter() - begun
    return {"start": start, "wall": taken, "processor": used, "peak": peak_mb(), "found": found}


def _processor() -> float:
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def counts_of(loader: str, path: Path) -> dict[str, int]:
    """How many there are of what the file holds, as a loader reads it."""
    return _counts(_source(loader, path))


def _source(loader: str, path: Path) -> Source:
    (format_,) = (each for each in registry.FORMATS if each.module == f"loaders.{loader}")
    return Source(format_, path, path.parent, path.name)


def _all(source: Source) -> dict[str, int]:
    registry.recognise(source.path)
    source.fingerprint()
    return _counts(source)


def _counts(source: Source) -> dict[str, int]:
    """How many there are of what a file may hold. A file of ours that has an error is a mistake of the benchmark."""
    counts: Counter[str] = Counter()
    for item in source.read():
        if isinstance(item, Problem) and item.severity is Severity.ERROR:
            raise SystemExit(f"{source.path}: {item}")
        if isinstance(item, Coding):
            counts["codings"] += max(1, len(item.codes))
        counts["turns"] += len(find_turns(item, ())) if isinstance(item, Transcript) else 0
        counts["references"] += isinstance(item, Reference)
        counts["codes"] += isinstance(item, Concept)
    return dict(counts)


if __name__ == "__main__":
    main()
