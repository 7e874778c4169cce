"""The nodes of the documents themselves."""

from __future__ import annotations

from graphmodel.graph.document import Origin
from graphmodel.records import Concept, Kind
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import built, coding, file, node, pairs


def test_each_document_is_a_node_of_its_study() -> None:
    found = built(
        file(coding("P01-1", "x", "A"), coding("P02-1", "y", "A")),
        file(Concept("A"), path="p.qdpx", origin=Origin.PROJECT),
    )
    assert pairs(found, Type.OF) == {
        ("codings/codings.csv#p1-1", "s"),
        ("codings/codings.csv#p2-1", "s"),
        ("codebook/p.qdpx", "s"),
    }
    key = node(Label.DOCUMENT, "codings/codings.csv#p1-1")
    assert found.graph.nodes[key] == {
        "key": key,
        "study": "s",
        "caption": "codings.csv",
        "kind": "codings",
        "path": "codings.csv",
        "part": "p1-1",
        "origin": "folder",
        "sources": ["codings.csv"],
    }
    whole = found.graph.nodes[node(Label.DOCUMENT, "codebook/p.qdpx")]
    assert (whole["origin"], "part" in whole) == ("project", False)


def test_a_document_without_records_is_there_too() -> None:
    assert pairs(built(file(kind=Kind.CODEBOOK)), Type.OF) == {("codebook/codebook.csv", "s")}
