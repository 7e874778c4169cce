"""Nodes and relationships as values."""

from __future__ import annotations

import pytest

from graphmodel.graph.elements import Graph, apart, present, united
from graphmodel.schema import Label, Type


def test_a_concept_has_its_level_for_a_second_label() -> None:
    graph = Graph(nodes={"s/concept/a": {}, "s/memo/a": {}, "s": {}}, levels={"s/concept/a": Label.THEME})
    assert [graph.labels(each) for each in graph.nodes] == [(Label.CONCEPT, Label.THEME), (Label.MEMO,), (Label.STUDY,)]


@pytest.mark.parametrize(
    ("type_", "properties", "expected"),
    [
        (Type.CODED_AS, {"coder": "AB"}, "AB"),
        (Type.BEARS_ON, {"stance": "supports", "memo": None}, "supports|"),
        (Type.BEARS_ON, {"stance": "supports", "memo": "s/memo/one"}, "supports|s/memo/one"),
        (Type.BEARS_ON, {}, "|"),
        (Type.ABOUT, {}, ""),
    ],
)
def test_what_tells_relationships_between_two_nodes_apart(
    type_: Type, properties: dict[str, object], expected: str
) -> None:
    assert apart(type_, properties) == expected


def test_what_is_not_known_is_no_property() -> None:
    given = {"a": None, "b": (), "c": ("x",), "d": 0, "e": False, "f": ""}
    assert present(given) == {"c": ["x"], "d": 0, "e": False, "f": ""}


def test_lists_are_united_in_their_order() -> None:
    assert united([["b", "a"], ["a", "c"], []]) == ["b", "a", "c"]
