"""One document, one transaction: all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from neo4j import ManagedTransaction

from graphmodel.database import Database
from graphmodel.loading import load
from tests.graphmodel.folders import FIRST, study, write
from tests.graphmodel.loading.test_load import WHOLE
from tests.graphmodel.snapshot import everything, ids, nodes, pairs


class PowerCutError(Exception):
    """What ends a transaction before it is committed."""


def test_a_transaction_that_does_not_end_leaves_nothing_of_its_document(
    graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    before = everything(graph)
    changed: dict[str, str | None] = {"codebook.csv": "code,was\nDisclosing,Disclosure\nSeen,Being seen\n"}
    write(folder, {**changed, "interviews/P01-1.txt": "Interviewer: Wait.\n" + FIRST})
    write_ = Database.write

    def cut(self: Database, work: Callable[[ManagedTransaction], Any]) -> Any:
        def attempt(tx: ManagedTransaction) -> None:
            work(tx)
            raise PowerCutError

        return write_(self, attempt)

    for name in ("codebook.csv", "interviews/P01-1.txt"):
        monkeypatch.setattr(Database, "write", cut)
        with pytest.raises(PowerCutError):
            load(graph, [folder / name])
        monkeypatch.undo()
        assert everything(graph) == before


def test_a_concept_whose_level_changes_is_the_same_node(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code,parent,level\nA,,\nB,A,\n", "memos/one.md": "On [[A]].\n"})
    load(graph, [folder])
    elements = ids(graph)
    for codebook, level in (
        ("code,parent,level\nA,,Theme\nB,A,\n", "Theme"),
        ("code,parent,level\nA,,\nB,,\n", "Code"),
        ("code,parent,level\nB,,\n", "Code"),
        ("code,parent,level\nA,,\nB,A,\nC,B,\n", "Theme"),
    ):
        write(folder, {"codebook.csv": codebook})
        load(graph, [folder / "codebook.csv"])
        assert set(nodes(graph)["s/concept/a"][0]) == {"Concept", level}
        assert ids(graph)["s/concept/a"] == elements["s/concept/a"]
    assert pairs(graph, "ABOUT") == {("one", "a")}


def test_the_studys_levels_relabel_a_codebook_that_has_not_changed(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code,parent\nA,\nB,A\n"})
    load(graph, [folder])
    assert nodes(graph)["s/concept/a"][0] == ("Category", "Concept")
    write(folder, {"study.yaml": "id: s\nresearchers: [AB]\nlevels: [Theme, Category, Code]\n"})
    load(graph, [folder / "study.yaml"])
    assert nodes(graph)["s/concept/a"][0] == ("Concept", "Theme")
    assert nodes(graph)["s/concept/b"][0] == ("Category", "Concept")
