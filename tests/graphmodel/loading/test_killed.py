"""A load that is killed, one that the server turns away for a moment, and two at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from neo4j import ManagedTransaction
from neo4j.exceptions import TransientError

from graphmodel.database import Database
from graphmodel.loading import load
from graphmodel.server.home import HOME_VARIABLE, chosen_home
from tests.graphmodel.folders import FIRST, study, write
from tests.graphmodel.loading.test_load import WHOLE
from tests.graphmodel.snapshot import edges, nodes

LOAD = """
import sys
from pathlib import Path
from graphmodel.database import open_database
from graphmodel.loading import load
from graphmodel.settings import resolve_settings
with open_database(resolve_settings()) as database:
    load(database, [Path(sys.argv[1])])
"""
WRITING = "SHOW TRANSACTIONS YIELD activeLockCount WHERE activeLockCount > 100 RETURN count(*) AS running"
"""Counts the transactions that hold many locks: those that have written something."""
PATIENCE_S = 60.0
CHANGES: dict[str, str | None] = {
    "codebook.csv": "code,was\nDisclosing,Disclosure\nBeing seen,\nTenuous,\n",
    "interviews/P01-1.txt": "Interviewer: Wait.\n" + FIRST,
    "memos/two.md": None,
}


def many(version: str) -> dict[str, str]:
    """Sixty documents and more, with plenty to write in each."""
    talk = "".join(f"Interviewer: Question {n}?\n\nP01: Answer {n} of {version}.\n\n" for n in range(60))
    rows = "".join(f"P{n:02}-1,Answer {row} of,Code {row}\n" for n in range(30) for row in range(20))
    return {
        "codebook.csv": "code\n" + "".join(f"Code {n}\n" for n in range(20)),
        "codings.csv": f"interview,quote,codes\n{rows}",
        **{f"interviews/P{n:02}-1.txt": talk for n in range(30)},
        **{f"memos/memo-{n}.md": f"{version}: on [[Code {n % 20}]].\n" for n in range(10)},
    }


def settled(graph: Database) -> tuple[dict[str, Any], list[tuple[str, str, str, str]]]:
    return nodes(graph), edges(graph)


def emptied(graph: Database) -> None:
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())


def kill_in_the_middle(graph: Database, folder: Path) -> None:
    """Load in another process, and kill it while it writes; returns once the server has let go of what it began."""
    settings = graph.settings
    environment = {
        **os.environ,
        "NEO4J_URI": settings.uri,
        "NEO4J_USERNAME": str(settings.username),
        "NEO4J_PASSWORD": str(settings.password),
        "NEO4J_DATABASE": settings.database or "",
        HOME_VARIABLE: str(chosen_home().folder),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    process = subprocess.Popen([sys.executable, "-c", LOAD, str(folder)], env=environment, stderr=subprocess.PIPE)
    _wait(lambda: bool(_running(graph)) or process.poll() is not None)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    _wait(lambda: not _running(graph))


def _running(graph: Database) -> int:
    return int(graph.read(WRITING)[0]["running"])


def _wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not until() and time.monotonic() < end:
        time.sleep(0.001)
    assert until()


def test_a_killed_load_leaves_all_or_nothing_and_the_same_command_finishes_it(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, many("one"))
    load(graph, [folder])
    one = settled(graph)
    emptied(graph)
    kill_in_the_middle(graph, folder)
    # killed while it wrote: what it had written goes with its transaction, unless that had ended by then
    assert settled(graph) in (({}, []), one)
    load(graph, [folder])
    assert settled(graph) == one
    write(folder, many("two"))
    kill_in_the_middle(graph, folder)
    left = settled(graph)
    load(graph, [folder])
    assert left in (one, settled(graph))
    assert settled(graph) != one
    assert not load(graph, [folder]).written


def test_a_transient_error_is_tried_again_and_leaves_the_same_graph(
    graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    write(folder, CHANGES)
    turned_away = _fail_once_each(monkeypatch)
    report = load(graph, [folder])
    disturbed = settled(graph)
    monkeypatch.undo()
    assert turned_away
    assert report.round == 2
    emptied(graph)
    load(graph, [folder])
    assert settled(graph) == disturbed


def _fail_once_each(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Let every transaction that writes come to its end, and then be turned away once."""
    write_, turned_away = Database.write, []

    def write_badly(self: Database, work: Callable[[ManagedTransaction], Any]) -> Any:
        def attempt(tx: ManagedTransaction) -> Any:
            result = work(tx)
            if work not in turned_away:
                turned_away.append(work)
                raise TransientError("the leader has changed")
            return result

        return write_(self, attempt)

    monkeypatch.setattr(Database, "write", write_badly)
    return turned_away


def test_two_loads_of_one_study_at_once_wait_for_each_other(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    reports = []
    threads = [threading.Thread(target=lambda: reports.append(load(graph, [folder]))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(report.written for report in reports) == [False, True]
    together = settled(graph)
    emptied(graph)
    load(graph, [folder])
    assert settled(graph) == together
