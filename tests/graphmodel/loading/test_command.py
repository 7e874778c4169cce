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
PATIENCE_S = 60.0


def many(version: str) -> dict[str, str]:
    """Sixty documents and more, with plenty to write in each."""
    talk = "".join(f"Interviewer: Question {n}?\n\nP01: Answer {n} of {version}.\n\n" for n in range(40))
    rows = "".join(f"P{n:02}-1,Answer {row} of,Code {row}\n" for n in range(30) for row in range(20))
    return {
        "codebook.csv": "code\n" + "".join(f"Code {n}\n" for n in range(20)),
        "codings.csv": f"interview,quote,codes\n{rows}",
        **{f"interviews/P{n:02}-1.txt": talk for n in range(30)},
        **{f"memos/memo-{n}.md": f"{version}: on [[Code {n % 20}]].\n" for n in range(10)},
    }


def start_load(graph: Database, folder: Path) -> subprocess.Popen[bytes]:
    settings = graph.settings
    environment = {
        **os.environ,
        "NEO4J_URI": settings.uri,
        "NEO4J_USERNAME": str(settings.username),
        "NEO4J_PASSWORD": str(settings.password),
        "NEO4J_DATABASE": settings.database or "",
        HOME_VARIABLE: str(chosen_home().folder),
    }
    return subprocess.Popen([sys.executable, "-c", LOAD, str(folder)], env=environment, stderr=subprocess.PIPE)


def hashes(graph: Database) -> dict[str, str]:
    return {
        row["key"]: row["hash"] for row in graph.read("MATCH (d:Document) RETURN d.key AS key, d.inputSha256 AS hash")
    }


def kill_in_the_middle(graph: Database, folder: Path, documents: int) -> int:
    """Load in another process, and kill it once so many documents are other than before. Returns how many were."""
    before = hashes(graph)
    process = start_load(graph, folder)
    until = time.monotonic() + PATIENCE_S
    while len(hashes(graph).items() - before.items()) < documents and time.monotonic() < until:
        assert process.poll() is None, process.communicate()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    return len(hashes(graph).items() - before.items())


def settle(graph: Database) -> tuple[dict[str, Any], list[tuple[str, str, str, str]]]:
    return nodes(graph), edges(graph)


def test_a_killed_load_leaves_whole_documents_and_the_same_command_finishes_it(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, many("one"))
    load(graph, [folder])
    undisturbed = settle(graph)
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    written = kill_in_the_middle(graph, folder, 15)
    assert 15 <= written < len(hashes(graph) | {key: "" for key in undisturbed[0] if "/document/" in key})
    for key in hashes(graph):
        assert nodes(graph)[key] == undisturbed[0][key]
    partial = {edge[:3] for edge in edges(graph)}
    assert partial < {edge[:3] for edge in undisturbed[1]}
    load(graph, [folder])
    assert settle(graph) == undisturbed


def test_a_killed_reload_leaves_each_document_old_or_new(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, many("one"))
    load(graph, [folder])
    old = nodes(graph)
    write(folder, many("two"))
    kill_in_the_middle(graph, folder, 10)
    partly = nodes(graph)
    load(graph, [folder])
    new, finished = nodes(graph), settle(graph)
    for key in old:
        if "/document/transcript/" in key:
            interview = key.split("#")[1]
            state = old if partly[key] == old[key] else new
            assert partly[key] == state[key]
            assert partly[f"s/transcript/{interview}"] == state[f"s/transcript/{interview}"]
            assert partly[f"s/turn/{interview}/79"] == state[f"s/turn/{interview}/79"]
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    load(graph, [folder])
    assert settle(graph) == finished


def test_a_transient_error_is_tried_again_and_leaves_the_same_graph(
    graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    changed: dict[str, str | None] = {
        "codebook.csv": "code,was\nDisclosing,Disclosure\nBeing seen,\nTenuous,\n",
        "interviews/P01-1.txt": "Interviewer: Wait.\n" + FIRST,
        "memos/two.md": None,
    }
    write(folder, changed)
    turned_away = _fail_once_each(monkeypatch)
    load(graph, [folder])
    disturbed = settle(graph)
    monkeypatch.undo()
    assert len(turned_away) > 3
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    load(graph, [folder])
    assert settle(graph) == disturbed


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
    together = settle(graph)
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    load(graph, [folder])
    assert settle(graph) == together
