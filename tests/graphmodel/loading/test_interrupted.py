"""A load that ends at any of its statements leaves the graph as it was; one in parts is finished by the next load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphmodel.checks import check
from graphmodel.database import Database
from graphmodel.loading import load
from graphmodel.store import parts
from graphmodel.store.steps import Step
from tests.graphmodel.folders import study, write
from tests.graphmodel.loading.test_load import CODINGS, WHOLE
from tests.graphmodel.snapshot import edges, everything, nodes

RENAMED = {
    "codebook.csv": "code,parent,was\nDisclosing,,Disclosure\nSeen,Disclosing,Being seen\nTenuous,,\n",
    "codings.csv": CODINGS + "P01-1,as mates,Tenuous,\n",
    "memos/two.md": None,
}
"""Changes that rekey, create, change and delete nodes and relationships, and end a document."""


class Killed(Exception):
    """The end of the program, at some statement."""


class Statements:
    """Counts the statements that write, and ends the program at one of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done, self.last = 0, None
        run = Step.run

        def counted(step: Step, tx: Any) -> Any:
            if self.done == self.last:
                raise Killed
            self.done += 1
            return run(step, tx)

        monkeypatch.setattr(Step, "run", counted)

    def until(self, last: int | None) -> None:
        """Count anew, and end the program after so many statements; None lets it go on."""
        self.done, self.last = 0, last


def after_a_whole_load(graph: Database, folder: Path) -> tuple[Any, Any]:
    """The graph of a folder, loaded without any interruption."""
    load(graph, [folder])
    return nodes(graph), edges(graph)


def test_a_load_that_ends_at_any_statement_leaves_the_graph_as_it_was(
    graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statements = Statements(monkeypatch)
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    write(folder, RENAMED)
    before = everything(graph)
    last = 0
    while True:
        statements.until(last)
        try:
            load(graph, [folder])
        except Killed:
            assert everything(graph) == before
            last += 1
            continue
        break
    assert last == statements.done > 15
    assert list(check(graph, "s").findings) == []


@pytest.mark.parametrize("again", ["the same", "another"])
def test_a_load_in_parts_is_finished_by_the_next_one(
    graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    statements = Statements(monkeypatch)
    monkeypatch.setattr(parts, "SMALL", 0)
    monkeypatch.setattr(parts, "_capacity", lambda database: 5 * parts.ELEMENT)
    folder = study(tmp_path, WHOLE)
    for last in range(0, 120, 17):
        graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        write(folder, {**WHOLE, "memos/later.md": None} if (folder / "memos/later.md").exists() else WHOLE)
        load(graph, [folder])
        write(folder, RENAMED)
        statements.until(last)
        try:
            load(graph, [folder])
        except Killed:
            statements.until(None)
            if again == "another":
                write(folder, {"memos/later.md": "Later.\n"})
            load(graph, [folder])
        statements.until(None)
        assert list(check(graph, "s").findings) == []
        finished = nodes(graph), edges(graph)
        graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        assert after_a_whole_load(graph, folder) == finished
