"""Measure how long a load takes when nothing or one document of a study has changed, for two ways of keeping codings.

    python -m benchmarks.changing [--interviews 200] [--rounds 3]

Each line is the median of the rounds: seconds from beginning to end, and of processor in this process. The first shape
has a table of codings for each interview, the second all codings in one table; the same words are in both.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.generate import Size, generate
from benchmarks.loading import wipe
from benchmarks.own_server import own_server
from graphmodel.database import Database
from graphmodel.loading import load
from graphmodel.migration import ensure_schema

Times = dict[str, list[tuple[float, float]]]


def main() -> None:
    """Measure both shapes and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--interviews", type=int, default=200, help="interviews of 200 excerpts with 2 codes each")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    print(f"{'':44} {'s':>7} {'of processor':>13}")
    with tempfile.TemporaryDirectory(prefix="graphmodel-bench-") as name, own_server(Path(name)) as (database, _):
        ensure_schema(database)
        for one_table in (False, True):
            size = Size(interviews=given.interviews, one_table=one_table)
            folder = generate(Path(name) / f"study-{one_table}", size)
            _print("one table" if one_table else "a table an interview", measure(database, folder, given.rounds))


def measure(database: Database, folder: Path, rounds: int) -> Times:
    """Load a study first, unchanged, and with three codings of one interview changed, so many times."""
    table = sorted([*folder.glob("codings.csv"), *folder.glob("codings/*.csv")])[-1]
    text = table.read_text(encoding="utf-8")
    start = text.rindex("Code 5")
    changed = text[:start] + text[start:].replace("Code 5", "Code 6", 3)
    times: Times = {}
    for _ in range(rounds):
        wipe(database)
        table.write_text(text, encoding="utf-8")
        _time(times, "first load", lambda: load(database, [folder]))
        _time(times, "unchanged", lambda: load(database, [folder]))
        table.write_text(changed, encoding="utf-8")
        _time(times, "one interview's codings changed", lambda: load(database, [folder]))
    return times


def _time(times: Times, name: str, work: Callable[[], object]) -> None:
    start, processor = time.perf_counter(), time.process_time()
    work()
    times.setdefault(name, []).append((time.perf_counter() - start, time.process_time() - processor))


def _print(shape: str, times: Times) -> None:
    for name, taken in times.items():
        seconds, processor = (statistics.median(each[column] for each in taken) for column in (0, 1))
        print(f"{f'{shape}: {name}':44} {seconds:7.2f} {processor:13.2f}", flush=True)


if __name__ == "__main__":
    main()
