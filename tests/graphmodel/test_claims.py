"""Who says what: claims laid together, stored, and taken apart again."""

from __future__ import annotations

import pytest

from graphmodel.claims import (
    TOOL_RANK,
    Claims,
    Edge,
    Properties,
    Said,
    decode,
    document_number,
    encode,
    merge_edge,
    merge_node,
    together,
)
from graphmodel.schema import Label, Type

CODING = Edge(Type.CODED_AS, "s/excerpt/p1/x/1", "s/concept/trust", "AB")
TOOL = TOOL_RANK + 1


def test_a_node_said_twice_is_laid_together_and_nothing_is_kept_of_what_is_not_known() -> None:
    claims = Claims()
    claims.node("s/concept/trust", name="Trust", definition=None, properties=())
    claims.node("s/concept/trust", isCore=True, authors=("Hill", "Knox"))
    assert claims.nodes == {"s/concept/trust": {"name": "Trust", "isCore": True, "authors": ["Hill", "Knox"]}}


def test_a_relationship_said_twice_keeps_the_first_and_fills_its_gaps() -> None:
    claims = Claims()
    claims.edge(CODING, coder="AB", note=None, quote="one")
    claims.edge(CODING, coder="AB", note="Said at once", quote="two")
    assert claims.edges == {CODING: {"coder": "AB", "note": "Said at once", "quote": "one"}}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param({"at": "2015-03"}, {"at": "2015-02-01"}, {"at": "2015-02-01"}, id="the earliest date"),
        pytest.param({"note": "One"}, {"note": "Two"}, {"note": "One\nTwo"}, id="both notes"),
        pytest.param({"note": "One\nTwo"}, {"note": "Two"}, {"note": "One\nTwo"}, id="no note twice"),
        pytest.param({"position": 2}, {"position": 0}, {"position": 0}, id="the first place"),
        pytest.param({}, {"named": ["faith"]}, {"named": ["faith", "trust"]}, id="its identity and another name"),
        pytest.param({"named": ["faith"]}, {"named": ["faith"]}, {"named": ["faith"]}, id="one other name"),
        pytest.param({"named": ["faith"]}, {"named": ["a"]}, {"named": ["a", "faith"]}, id="two other names"),
        pytest.param({}, {}, {}, id="its identity alone"),
    ],
)
def test_what_one_document_says_of_a_relationship_twice(
    one: Properties, other: Properties, expected: Properties
) -> None:
    assert together("s/concept/trust", one, other) == expected


def test_the_first_to_mention_a_thing_names_it() -> None:
    claims = Claims()
    assert claims.mention("s/memo/one", "One") == "s/memo/one"
    claims.mention("s/memo/one", "ONE")
    assert claims.mentions == {"s/memo/one": "One"}


SAIDS: list[Said] = [
    {},
    {3: {"name": "Trust"}},
    {3: {"name": "Trust", "properties": ["a", "b"]}, 9: {"isCore": True}},
    {3: {"name": "“Ünï”\n"}, 9: {"name": "x"}, TOOL: {"occurrence": 1}},
]


@pytest.mark.parametrize("said", SAIDS, ids=["nobody", "one", "two", "three"])
def test_what_is_stored_is_read_again(said: Said) -> None:
    merged = merge_node(Label.CONCEPT, said) if said else {}
    stored = {**encode(said, merged), "key": "s/concept/trust", "study": "s", "caption": "Trust"}
    assert decode({**stored, "status": "active"}) == said
    assert stored["by"] == sorted(said)


def test_the_name_of_an_undefined_node_is_nobodys_word() -> None:
    stored = {"key": "k", "study": "s", "caption": "c", "status": "undefined", "by": [3], "name": "x", "isCore": True}
    assert decode(stored) == {3: {"isCore": True}}


def test_for_definitions_the_study_folder_is_before_a_tool() -> None:
    said = {3: {"definition": "ours"}, TOOL: {"definition": "theirs", "guids": ["g"]}}
    assert merge_node(Label.CONCEPT, said) == {"definition": "ours", "guids": ["g"]}


def test_for_codings_the_tool_is_before_the_study_folder_and_the_earliest_date_counts() -> None:
    said = {3: {"coder": "AB", "note": "ours", "at": "2015"}, TOOL: {"coder": "AB", "note": "theirs", "at": "2016"}}
    assert merge_edge(Type.CODED_AS, said) == {"coder": "AB", "note": "theirs", "at": "2015"}
    assert merge_edge(Type.BEARS_ON, said)["note"] == "ours"


def test_of_an_excerpt_the_best_verified_place_holds() -> None:
    said = {
        3: {"text": "a", "verification": "unlocated"},
        4: {"text": "a", "verification": "normalised", "quote": "A"},
        5: {"text": "a", "verification": "relocated"},
    }
    assert merge_node(Label.EXCERPT, said) == said[4]


def test_a_document_has_the_same_number_wherever_it_is_loaded() -> None:
    number = document_number("s/document/memo/memos/one.md")
    assert number == document_number("s/document/memo/memos/one.md")
    assert 0 <= number < TOOL_RANK
    assert document_number("s/document/memo/memos/one.md", of_tool=True) == number + TOOL_RANK
    assert number != document_number("s/document/memo/memos/two.md")
