"""How long the local Neo4j takes to come and go: `python -m benchmarks.server_times`.

Everything happens in a throwaway folder, the download included, and the machine should have nothing else to do.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from graphmodel import server
from graphmodel.server.ahead_of_time import CacheState, cache_state, train_in_background
from graphmodel.server.fetch import fetch_jars
from graphmodel.server.lines import chosen_line
from graphmodel.server.ports import free_ports, keep_ports

ROUNDS = 5
SETTLE_S = 3


def main() -> None:
    """Print one line a measure, in seconds."""
    with tempfile.TemporaryDirectory(prefix="graphmodel-bench-") as folder:
        home, line = server.Home(Path(folder), Path(folder) / "jars"), chosen_line()
        home.prepare()
        keep_ports(home.ports, free_ports())
        jars = line.jars()
        size = sum(jar.size for jar in jars) / 1e6
        report(f"fetch {len(jars)} jars, {size:.0f} MB", [seconds(lambda: fetch_jars(jars, home.jars, server.silent))])
        report("first start, with its password", [seconds(lambda: server.start(home=home))])
        come_and_go("", home)
        if train_in_background(home, line):
            report("make the ahead-of-time cache, in the background", [seconds(lambda: await_cache(home))])
            come_and_go(" with the cache", home)


def come_and_go(how: str, home: server.Home) -> None:
    """Stop and start in turn; the server is left stopped."""
    starts, stops = [], []
    server.stop(home)
    for _ in range(ROUNDS):
        starts.append(seconds(lambda: server.start(home=home)))
        time.sleep(SETTLE_S)
        stops.append(seconds(lambda: server.stop(home)))
    report(f"start{how}", starts)
    report(f"stop{how}", stops)


def await_cache(home: server.Home) -> None:
    """Return when the cache is whole and its maker is gone."""
    while cache_state(home, chosen_line()) is not CacheState.READY or (home.ahead_of_time / "training").exists():
        time.sleep(0.1)


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def report(what: str, times: list[float]) -> None:
    """One line: the median and, of several rounds, the extremes."""
    spread = f"  ({min(times):.2f} to {max(times):.2f}, {len(times)} rounds)" if len(times) > 1 else ""
    sys.stdout.write(f"{what:<50}{statistics.median(times):>8.2f} s{spread}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
