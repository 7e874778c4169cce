"""The schema, made where it is missing."""

from __future__ import annotations

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.migration import drop_schema, ensure_schema
from graphmodel.statements import statements
from tests.graphmodel.snapshot import column

INDEXES = "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"
TWIN = "CREATE (:Concept:Code {key: 's/concept/a'}), (:Concept:Theme {key: 's/concept/a'})"


def wanted() -> set[str]:
    return {each.split()[each.split().index("IF") - 1] for each in statements("schema")}


def test_the_schema_is_made_and_taken_down(graph: Database) -> None:
    drop_schema(graph)
    assert not wanted() & set(column(graph, INDEXES))
    ensure_schema(graph)
    assert wanted() <= set(column(graph, INDEXES))
    assert set(column(graph, "SHOW INDEXES YIELD state RETURN state")) == {"ONLINE"}


def test_a_schema_that_is_there_is_not_written_again(graph: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    ensure_schema(graph)
    written: list[object] = []
    monkeypatch.setattr(Database, "run_schema", lambda self, changes: written.append(changes))
    ensure_schema(graph)
    assert not written


def test_only_what_is_missing_is_made(graph: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    ensure_schema(graph)
    graph.run_schema(["DROP INDEX concept_name"])
    run_schema, written = Database.run_schema, []
    monkeypatch.setattr(
        Database, "run_schema", lambda self, changes: written.extend(changes) or run_schema(self, changes)
    )
    ensure_schema(graph)
    assert len(written) == 1
    assert "concept_name" in column(graph, INDEXES)


def test_a_key_stands_for_one_node_whatever_its_level(graph: Database) -> None:
    ensure_schema(graph)
    with pytest.raises(GraphmodelError):
        graph.write(lambda tx: tx.run(TWIN).consume())
