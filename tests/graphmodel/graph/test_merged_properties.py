"""The properties of what is said more than once."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel.graph.merged_properties import differing, merged_node, said_again
from graphmodel.schema import Label

Said = dict[str, Any]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param({"a": 1}, {"a": 2, "b": 3}, {"a": 1, "b": 3}, id="the first counts, the other fills gaps"),
        pytest.param({"at": "2015-03"}, {"at": "2015-02-01"}, {"at": "2015-02-01"}, id="the earliest date"),
        pytest.param({}, {"at": "2015"}, {"at": "2015"}, id="the only date"),
        pytest.param({"position": 2}, {"position": 0}, {"position": 0}, id="the first position"),
        pytest.param({"note": "One"}, {"note": "Two"}, {"note": "One\nTwo"}, id="both notes"),
        pytest.param({"note": "One\nTwo"}, {"note": "Two"}, {"note": "One\nTwo"}, id="no note twice"),
        pytest.param({"quote": "one"}, {"quote": "two"}, {"quote": "one"}, id="the first one's words"),
    ],
)
def test_a_relationship_said_twice(one: Said, other: Said, expected: Said) -> None:
    before = dict(one), dict(other)
    assert said_again([one, other]) == expected
    assert (one, other) == before


def test_a_precise_date_is_later_than_the_month_it_lies_in() -> None:
    # compared as text: a year is before its months, a month before its days
    assert said_again([{"at": "2015-02-01"}, {"at": "2015-02"}, {"at": "2015-03"}]) == {"at": "2015-02"}


def test_a_node_is_said_property_by_property_and_lists_of_names_are_united() -> None:
    ours = {"name": "Trust", "formerNames": ["Faith"], "guids": ["g1"]}
    theirs = {"name": "trust!", "definition": "theirs", "formerNames": ["Belief", "Faith"], "guids": ["g2"]}
    assert merged_node(Label.CONCEPT, [ours, theirs]) == {
        "name": "Trust",
        "definition": "theirs",
        "formerNames": ["Faith", "Belief"],
        "guids": ["g1", "g2"],
    }


def test_other_lists_are_one_value() -> None:
    assert merged_node(Label.CONCEPT, [{"properties": ["pace"]}, {"properties": ["depth"]}]) == {"properties": ["pace"]}


def test_of_an_excerpt_the_best_verified_counts_whole() -> None:
    said = [
        {"text": "a", "verification": "unlocated", "occurrences": 2},
        {"text": "a", "verification": "normalised", "quote": "A"},
        {"text": "a", "verification": "relocated"},
    ]
    assert merged_node(Label.EXCERPT, said) == said[1]
    assert merged_node(Label.EXCERPT, said[::-1]) == said[1]


@pytest.mark.parametrize(
    ("better", "worse"),
    [("exact", "normalised"), ("normalised", "relocated"), ("relocated", "unchecked"), ("unchecked", "unlocated")],
)
def test_how_well_an_excerpt_is_verified(better: str, worse: str) -> None:
    assert merged_node(Label.EXCERPT, [{"verification": worse}, {"verification": better}])["verification"] == better


def test_a_revision_in_two_tables_stands_where_it_stands_first() -> None:
    assert merged_node(Label.REVISION, [{"kind": "merge", "row": 4}, {"kind": "merge", "row": 2}])["row"] == 2


def test_differing_are_the_properties_with_several_values_but_lists_of_names() -> None:
    one = {"name": "Trust", "definition": "x", "guids": ["g1"]}
    other = {"name": "trust", "definition": "x", "guids": ["g2"], "origin": "in_vivo"}
    assert differing([one, other]) == ["name"]
    assert differing([one, one]) == []
