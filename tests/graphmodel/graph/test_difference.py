"""The difference of two graphs: what has to be written so that the one becomes the other."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel.graph.difference import NodeChange, changes, difference
from graphmodel.graph.elements import Graph, Relationship
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.applying import applied

A, B, C, X = (f"s/concept/{name}" for name in "abcx")
MEMO = "s/memo/one"
ABOUT_A, ABOUT_B = Relationship(Type.ABOUT, MEMO, A), Relationship(Type.ABOUT, MEMO, B)


def graph(nodes: dict[str, dict[str, Any]], *relationships: Relationship, **levels: Label) -> Graph:
    return Graph(
        nodes, {f"s/concept/{name}": level for name, level in levels.items()}, {each: {} for each in relationships}
    )


def test_equal_graphs_do_not_differ() -> None:
    one, other = (graph({A: {"name": "A"}, MEMO: {}}, ABOUT_A, a=Label.CODE) for _ in range(2))
    found = difference(one, other)
    assert not found
    assert found.size == 0


def test_what_is_new_comes_with_its_labels_and_what_is_gone_with_those_it_had() -> None:
    before = graph({A: {"name": "A"}, MEMO: {}}, ABOUT_A, a=Label.CODE)
    after = graph({B: {"name": "B"}, MEMO: {}}, ABOUT_B, b=Label.THEME)
    found = difference(before, after)
    assert found.created == {B: {"name": "B"}}
    assert found.labels == {B: (Label.CONCEPT, Label.THEME)}
    assert found.deleted == {A: (Label.CONCEPT, Label.CODE)}
    assert (found.related, found.unrelated) == ({ABOUT_B: {}}, [ABOUT_A])
    assert not found.changed
    assert found.size == 4


def test_of_a_node_that_stays_only_what_differs_is_written() -> None:
    before = graph({A: {"name": "A", "definition": "x", "stage": "initial"}})
    after = graph({A: {"name": "A", "definition": "y", "origin": "data"}})
    assert difference(before, after).changed == {A: NodeChange({"definition": "y", "origin": "data", "stage": None})}


def test_a_level_that_changes_is_gained_and_lost() -> None:
    found = difference(graph({A: {"name": "A"}}, a=Label.CODE), graph({A: {"name": "A"}}, a=Label.THEME))
    assert found.changed == {A: NodeChange({}, gained=(Label.THEME,), lost=(Label.CODE,))}


def test_of_a_relationship_that_stays_only_what_differs_is_written() -> None:
    before, after = graph({A: {}, MEMO: {}}, ABOUT_A), graph({A: {}, MEMO: {}}, ABOUT_A)
    before.relationships[ABOUT_A] = {"note": "x", "at": "2015"}
    after.relationships[ABOUT_A] = {"note": "y"}
    assert difference(before, after).altered == {ABOUT_A: {"note": "y", "at": None}}


@pytest.mark.parametrize(
    ("one", "other"), [(1, 1.0), (1, True), (0, False), (1.0, True), ("1", 1), ("", None), ([], None)]
)
def test_a_value_of_another_type_is_another_value(one: object, other: object) -> None:
    assert changes({"x": one}, {"x": other}) == {"x": other}
    assert changes({"x": other}, {"x": one}) == {"x": one}
    assert changes({"x": one}, {"x": one}) == {}


def test_a_rekeyed_node_keeps_its_relationships() -> None:
    before = graph({A: {"key": A, "name": "A"}, MEMO: {}}, ABOUT_A, a=Label.CODE)
    after = graph({B: {"key": B, "name": "B"}, MEMO: {}}, ABOUT_B, b=Label.CODE)
    found = difference(before, after, {A: B})
    assert found.rekeyed == {A: B}
    assert found.changed == {B: NodeChange({"key": B, "name": "B"})}
    assert not (found.created or found.deleted or found.related or found.unrelated or found.altered)
    assert applied(before, found) == after


def test_a_relationship_of_a_rekeyed_node_is_altered_under_its_new_ends() -> None:
    before, after = graph({A: {}, MEMO: {}}, ABOUT_A), graph({B: {}, MEMO: {}}, ABOUT_B)
    after.relationships[ABOUT_B] = {"note": "y"}
    assert difference(before, after, {A: B}).altered == {ABOUT_B: {"note": "y"}}


def test_an_undefined_node_that_a_rekeyed_one_displaces_goes_and_what_hung_on_it_is_made_anew() -> None:
    before = graph({A: {"name": "A"}, B: {"name": "b", "status": "undefined"}, MEMO: {}}, ABOUT_A, ABOUT_B)
    after = graph({B: {"name": "B"}, MEMO: {}}, ABOUT_B)
    found = difference(before, after, {A: B})
    # the node of A becomes B's, with its own ABOUT; the old B goes with the other
    assert found.deleted == {B: (Label.CONCEPT,)}
    assert found.unrelated == [ABOUT_B]
    assert found.related == {}
    assert found.changed == {B: NodeChange({"name": "B"})}
    assert applied(before, found) == after


def test_what_hung_on_the_displaced_node_alone_is_related_to_the_rekeyed_one() -> None:
    before = graph({A: {"name": "A"}, B: {"name": "b"}, MEMO: {}}, ABOUT_B)
    after = graph({B: {"name": "B"}, MEMO: {}}, ABOUT_B)
    found = difference(before, after, {A: B})
    assert (found.unrelated, found.related) == ([ABOUT_B], {ABOUT_B: {}})
    assert applied(before, found) == after


def test_a_key_that_a_rekeyed_node_leaves_may_be_anothers() -> None:
    before = graph({A: {"name": "A"}, MEMO: {}}, ABOUT_A)
    after = graph({A: {"name": "new"}, B: {"name": "B"}, MEMO: {}}, ABOUT_A)
    found = difference(before, after, {A: B})
    assert found.created == {A: {"name": "new"}}
    assert applied(before, found) == after


def test_keys_may_go_round() -> None:
    before = graph({A: {"name": "1"}, B: {"name": "2"}, C: {"name": "3"}, MEMO: {}}, ABOUT_A)
    after = graph({A: {"name": "3"}, B: {"name": "1"}, C: {"name": "2"}, MEMO: {}}, ABOUT_B)
    found = difference(before, after, {A: B, B: C, C: A})
    assert not (found.created or found.deleted)
    assert applied(before, found) == after
