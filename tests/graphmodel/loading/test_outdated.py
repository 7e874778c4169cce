"""A graph that another version of the program built is built anew from its versions, without the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.checks import check
from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading import load
from graphmodel.schema import SCHEMA_VERSION
from tests.graphmodel.folders import study
from tests.graphmodel.loading.test_load import WHOLE
from tests.graphmodel.snapshot import edges, nodes

AS_BUILT_BEFORE = (
    "MATCH (s:Study {key: 's'}) SET s.schemaVersion = $version WITH s MATCH (t:Turn) REMOVE t.role SET t.part = 1"
)


def test_the_next_load_builds_it_anew(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    before = nodes(graph), edges(graph)
    graph.write(lambda tx: tx.run(AS_BUILT_BEFORE, version=SCHEMA_VERSION - 1).consume())
    assert not load(graph, [folder]).written
    assert (nodes(graph), edges(graph)) == before
    assert list(check(graph, "s").findings) == []


def test_a_study_of_a_newer_program_is_left_alone(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    graph.write(lambda tx: tx.run(AS_BUILT_BEFORE, version=SCHEMA_VERSION + 1).consume())
    with pytest.raises(GraphmodelError, match="a newer graphmodel"):
        load(graph, [folder])
