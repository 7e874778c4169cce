"""How long each question takes as a study grows, with the overview of themes and the trace of one theme.

    python -m benchmarks.questions [--excerpts 1000 20000 200000]

Each size is a generated study with 2 codes an excerpt, loaded through the whole pipeline into a server of its own. A
question is asked once to make its plan, then three times; the best of these is shown, in seconds, with the rows. A star
marks questions whose file says why they may take longer than a second.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.generate import Size, generate
from benchmarks.loading import wipe
from benchmarks.own_server import own_server
from graphmodel.database import Database
from graphmodel.loading import load
from graphmodel.questions import catalogue
from graphmodel.themes import themes
from graphmodel.trace import trace

STUDY = "generated"
ROUNDS = 3
GIVEN = {
    "concept": "Theme 1",
    "participant": "P001",
    "interview": "P001-1",
    "attribute": "attr_none",
    "quote": "babe",
    "date": "2015-06",
}
SIZES = {1_000: Size(5, 200), 20_000: Size(100, 200), 200_000: Size(200, 1_000, characters=60_000)}


def main() -> None:
    """Load each size, ask everything, print a table with a line a question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--excerpts", type=int, nargs="*", choices=SIZES, default=list(SIZES))
    wanted = parser.parse_args().excerpts
    with tempfile.TemporaryDirectory(prefix="graphmodel-bench-") as folder, own_server(Path(folder)) as (database, _):
        measured = {size: _measured(database, Path(folder) / str(size), SIZES[size]) for size in wanted}
    _print(measured)


def _measured(database: Database, folder: Path, size: Size) -> dict[str, tuple[float, int]]:
    wipe(database)
    load(database, [generate(folder, size)])
    return {name: _best(work) for name, work in _works(database)}


def _works(database: Database) -> Iterator[tuple[str, Callable[[], list[Any]]]]:
    for question in catalogue().values():
        values = {
            name: GIVEN[name] if each.required and name in GIVEN else each.default
            for name, each in question.parameters.items()
        }
        sent = {**values, "study": STUDY}
        star = " *" if question.slow else ""
        label = f"{question.number:2} {question.name}{star}"
        yield label, lambda text=question.statement, sent=sent: database.read(text, sent)
    yield "   themes", lambda: themes(database, STUDY)
    yield "   trace of a theme", lambda: _excerpts(database, None)
    yield "   trace, 3 quotes a concept", lambda: _excerpts(database, 3)


def _excerpts(database: Database, quotes: int | None) -> list[Any]:
    found = trace(database, STUDY, GIVEN["concept"], quotes=quotes)
    return [excerpt for concept in found.concepts() for excerpt in concept.excerpts]


def _best(work: Callable[[], list[Any]]) -> tuple[float, int]:
    work()
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        rows = work()
        times.append(time.perf_counter() - begun)
    return min(times), len(rows)


def _print(measured: dict[int, dict[str, tuple[float, int]]]) -> None:
    print(f"{'':36}" + "".join(f"{f'{size:,} excerpts':>24}" for size in measured))
    for name in next(iter(measured.values())):
        cells = (f"{seconds:10.3f} s {rows:9,} rows" for seconds, rows in (each[name] for each in measured.values()))
        print(f"{name:36}" + "".join(f"{cell:>24}" for cell in cells))


if __name__ == "__main__":
    main()
