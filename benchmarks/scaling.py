"""Whether the cost of an excerpt and the memory of the process stay flat as a study grows.

    python -m benchmarks.scaling [--interviews 5 20 100 1000]

Each size is loaded by a process of its own into an emptied graph; interviews hold 200 excerpts each with 2 codes.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from pathlib import Path

from benchmarks.generate import Size, generate
from benchmarks.loading import wipe
from benchmarks.own_server import in_a_process, own_server
from graphmodel.database import open_database
from graphmodel.loading import load
from graphmodel.migration import ensure_schema
from graphmodel.settings import resolve_settings


def main() -> None:
    """Measure each size and print a line for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--interviews", type=int, nargs="*", default=[5, 20, 100, 200])
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        print(json.dumps(measure(given.child)))
        return
    print(" excerpts documents   load s ms/excerpt  again s again/load  peak MB")
    with tempfile.TemporaryDirectory(prefix="graphmodel-bench-") as name, own_server(Path(name)) as (database, _):
        for interviews in given.interviews:
            folder = generate(Path(name) / str(interviews), Size(interviews=interviews))
            print(_line(interviews * 200, in_a_process("benchmarks.scaling", folder, database)), flush=True)


def measure(folder: Path) -> dict[str, float]:
    """Load a study into an empty graph, and again, in this process."""
    with open_database(resolve_settings()) as database:
        ensure_schema(database)
        wipe(database)
        start = time.perf_counter()
        report = load(database, [folder])
        first = time.perf_counter() - start
        start = time.perf_counter()
        load(database, [folder])
        again = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"first": first, "again": again, "peak": peak, "documents": len(report.documents)}


def _line(excerpts: int, held: dict[str, float]) -> str:
    return (
        f"{excerpts:9,} {held['documents']:9,.0f} {held['first']:8.2f} {1000 * held['first'] / excerpts:10.3f} "
        f"{held['again']:8.2f} {held['again'] / held['first']:10.1%} {held['peak']:8.0f}"
    )


if __name__ == "__main__":
    main()
