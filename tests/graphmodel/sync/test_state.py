"""What is read of the graph: where relationships are looked for, and what tells parallel ones apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.claims import Edge
from graphmodel.database import Database
from graphmodel.loading import load
from graphmodel.records import Kind
from graphmodel.schema import Type
from graphmodel.sync.state import TYPES_OF_KIND, anchor_of, apart, is_excerpt, read_edges, read_excerpts, read_nodes
from tests.graphmodel.folders import study
from tests.graphmodel.loading.test_load import WHOLE
from tests.graphmodel.snapshot import nodes


@pytest.mark.parametrize(
    ("type_", "anchor"), [(Type.ABOUT, "start"), (Type.GAVE, "end"), (Type.WROTE, "end"), (Type.CODED_AS, "start")]
)
def test_a_relationship_is_looked_for_from_the_side_that_has_few(type_: Type, anchor: str) -> None:
    assert anchor_of(Edge(type_, "start", "end")) == anchor


def test_what_tells_relationships_apart() -> None:
    assert apart(Type.CODED_AS, {"coder": "AB"}) == "AB"
    assert apart(Type.BEARS_ON, {"stance": "supports", "memo": None}) == "supports|None"
    assert apart(Type.ABOUT, {}) == ""


def test_every_relationship_that_a_document_says_is_some_kinds() -> None:
    own = {Type.OF, Type.READS, Type.FROM, Type.PART_OF, Type.SPANS}
    excerpts = {Type.CODED_AS, Type.CONTRADICTS, Type.SUPPORTS}
    assert {type_ for types in TYPES_OF_KIND.values() for type_ in types} == set(Type) - own - excerpts


def test_nodes_of_all_labels_are_read_by_key(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, WHOLE)])
    wanted = {key for key in nodes(graph) if not any(f"/{kind}/" in key for kind in ("document", "turn", "transcript"))}
    found = graph.reading(lambda tx: read_nodes(tx, {*wanted, "s/memo/nowhere"}))
    assert found.keys() == wanted
    assert all(said == {} or all(said.values()) for said in (found[key].said for key in wanted if not is_excerpt(key)))


def test_relationships_and_excerpts_are_read_with_who_says_them(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, WHOLE)])
    anchors = graph.reading(lambda tx: read_nodes(tx, ["s/memo/one"]))
    edges = graph.reading(lambda tx: read_edges(tx, Kind.MEMO, anchors.values()))
    assert {(edge.type, edge.start.split("/")[2], edge.end.split("/")[2]) for edge in edges} == {
        (Type.WROTE, "AB", "one"),
        (Type.ABOUT, "one", "being seen"),
        (Type.ABOUT, "one", "p1-1"),
        (Type.CITES, "one", "hill2001"),
        (Type.DEVELOPS_INTO, "one", "two"),
    }
    state = graph.reading(lambda tx: read_excerpts(tx, ["s/interview/p1-1"]))
    assert sorted(held.properties["text"] for held in state.nodes.values()) == ["Not a case", "seen as a person"]
    assert sorted(edge.type for edge in state.edges) == [Type.CODED_AS, Type.CONTRADICTS, Type.SUPPORTS]
