"""How long the whole pipeline takes beside other ways of writing the same elements, on one server in one run.

    python -m benchmarks.loading [--interviews 200] [--rounds 3]

graphmodel reads the files, verifies every quote, resolves every name, finds the difference and writes it together with
the versions of all documents; the others get the finished elements and only write. Every contender writes the same
nodes, relationships and properties under the same constraints and indexes, the full-text index included; the rounds go
round all contenders in turn.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from neo4j import GraphDatabase

from benchmarks import contenders, elements
from benchmarks.generate import Size, generate
from benchmarks.own_server import own_server
from graphmodel.database import Database
from graphmodel.loading import load
from graphmodel.migration import ensure_schema

WIPE = "MATCH (n) WITH n LIMIT 20000 DETACH DELETE n RETURN count(*) AS gone"


def main() -> None:
    """Run the rounds and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--interviews", type=int, default=200, help="interviews of 200 excerpts with 2 codes each")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", help="contenders to run, all if none is named")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="graphmodel-bench-") as name, own_server(Path(name)) as (database, home):
        folder = generate(Path(name) / "study", Size(interviews=given.interviews))
        ensure_schema(database)
        run(database, folder, home.neo4j / "import", given.rounds, given.only)


def run(database: Database, folder: Path, imports: Path, rounds: int, only: list[str] | None) -> None:
    """Time every contender `rounds` times and print medians and the ratio to LOAD CSV, round by round."""
    wipe(database)
    load(database, [folder])
    held = elements.read(database)
    elements.write_csv(held, imports / "bench")
    ways = {name: way for name, way in _ways(database, folder, held).items() if not only or name in only}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            wipe(database)
            times[name].append(timed(way))
            again = elements_held(database)
            if again != held.count:
                raise SystemExit(f"{name} wrote {again} elements instead of {held.count}")
            if name == "graphmodel":
                times.setdefault("graphmodel, unchanged again", []).append(timed(lambda: load(database, [folder])))
    report(times, held.count)


def _ways(database: Database, folder: Path, held: elements.Elements) -> dict[str, Callable[[], object]]:
    settings = database.settings
    auth = (settings.username, settings.password or "")
    driver = GraphDatabase.driver(settings.uri, auth=auth)
    return {
        "graphmodel": lambda: load(database, [folder]),
        "LOAD CSV": lambda: contenders.load_csv(driver, held, "bench"),
        "bare driver": lambda: contenders.bare_driver(driver, held),
        "py2neo.bulk": lambda: contenders.py2neo_bulk(settings.uri, auth, held),
    }


def report(times: dict[str, list[float]], count: int) -> None:
    """Print a line a contender: seconds, elements a second, and the ratio to LOAD CSV in the same round."""
    print(f"{count:,} elements")
    print(f"{'':30} {'median s':>9} {'min':>7} {'max':>7} {'elements/s':>11} {'ratio to LOAD CSV':>18}")
    base = times.get("LOAD CSV")
    for name, taken in times.items():
        middle = statistics.median(taken)
        ratio = statistics.median(a / b for a, b in zip(taken, base, strict=True)) if base else float("nan")
        print(f"{name:30} {middle:9.2f} {min(taken):7.2f} {max(taken):7.2f} {count / middle:11,.0f} {ratio:18.2f}")


def timed(work: Callable[[], object]) -> float:
    """How many seconds some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def wipe(database: Database) -> None:
    """Empty the graph; constraints and indexes stay."""
    while database.write(lambda tx: int(tx.run(WIPE).single(strict=True)["gone"])):
        continue


def elements_held(database: Database) -> int:
    """How many nodes and relationships there are, rounds and versions aside."""
    counts = (
        "MATCH (n) WHERE NOT n:Round AND NOT n:Version WITH count(n) AS nodes"
        " MATCH (a)-[r]->() WHERE NOT a:Round AND NOT a:Version WITH nodes, count(r) AS edges"
        " RETURN nodes + edges AS all"
    )
    return int(database.read(counts)[0]["all"])


if __name__ == "__main__":
    main()
