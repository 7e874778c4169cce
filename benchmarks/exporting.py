"""How long each export takes as a study grows, and whether the memory of the process stays flat.

    python -m benchmarks.exporting [--interviews 20 100 250]        (on Linux)

Interviews hold 200 excerpts each with 2 codes. Each export is made by a process of its own; `before` is what that
process holds when it has just connected.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from benchmarks.generate import Size, generate
from benchmarks.loading import wipe
from benchmarks.own_server import in_a_process, own_server
from graphmodel.database import open_database
from graphmodel.export import export_study
from graphmodel.loading import load
from graphmodel.migration import ensure_schema
from graphmodel.settings import resolve_settings

WRITTEN = {"study.xlsx": False, "tables": True, "study.qdpx": False, "study": False}
"""What is exported to, and whether as tables."""


def main() -> None:
    """Measure each size and print a line for each export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--interviews", type=int, nargs="*", default=[20, 100, 250])
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        print(json.dumps(measure(given.child)))
        return
    print("  codings export      seconds   CPU s  written MB  before MB  peak MB")
    with tempfile.TemporaryDirectory(prefix="graphmodel-bench-") as name, own_server(Path(name)) as (database, _):
        ensure_schema(database)
        for interviews in given.interviews:
            wipe(database)
            load(database, [generate(Path(name) / str(interviews), Size(interviews=interviews))])
            for written in WRITTEN:
                place = Path(name) / f"{interviews}-exported" / written
                place.parent.mkdir(exist_ok=True)
                print(_line(interviews * 400, in_a_process("benchmarks.exporting", place, database)), flush=True)


def measure(path: Path) -> dict[str, float | str]:
    """Export the only study that there is, in this process."""
    with open_database(resolve_settings()) as database:
        before = _peak()
        start, spent = time.perf_counter(), time.process_time()
        export_study(database, None, path, tables=WRITTEN[path.name])
        seconds, cpu = time.perf_counter() - start, time.process_time() - spent
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    size = sum(each.stat().st_size for each in files) / 1e6
    return {"export": path.name, "seconds": seconds, "cpu": cpu, "size": size, "before": before, "peak": _peak()}


def _peak() -> float:
    """The most that this process has held, in MB; `getrusage` would count what its parent held, too."""
    held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(held.split()[1]) / 1024


def _line(codings: int, held: dict[str, float]) -> str:
    return (
        f"{codings:9,} {held['export']:10} {held['seconds']:8.1f} {held['cpu']:7.1f} {held['size']:11.1f} "
        f"{held['before']:10.0f} {held['peak']:8.0f}"
    )


if __name__ == "__main__":
    main()
