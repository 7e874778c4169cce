"""Concepts that a codebook knows under a new identity."""

from __future__ import annotations

import pytest

from graphmodel.graph.document import Document
from graphmodel.graph.renames import renames
from graphmodel.records import Concept, Interview, Theory
from tests.graphmodel.graph.building import built, coding, file

CODINGS = file(coding("P1", "seen as a person", "Being seen"))


def moves(before: list[Document], after: list[Document], *others: list[Document]) -> dict[str, str]:
    found = renames(built(before, *others), built(after, *others))
    return {old.split("/")[2]: new.split("/")[2] for old, new in found.items()}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            [Concept("Being seen")],
            [Concept("Seen", was=("Being seen",))],
            {"being seen": "seen"},
            id="was",
        ),
        pytest.param([Concept("Being seen")], [Concept("Being seen", id="b7")], {"being seen": "b7"}, id="an id"),
        pytest.param(
            [Concept("Being seen", id="b7")], [Concept("Being seen")], {"b7": "being seen"}, id="an id taken away"
        ),
        pytest.param(
            [Concept("Being seen", id="b7")],
            [Concept("Seen", id="b8", was=("b7",))],
            {"b7": "b8"},
            id="was an id",
        ),
        pytest.param(
            [Concept("A"), Concept("Mates", parents=("A",))],
            [Concept("A"), Concept("B"), Concept("Mates", parents=("A",)), Concept("Mates", parents=("B",))],
            {"mates": "a > mates"},
            id="a second of the name",
        ),
        pytest.param(
            [Concept("Mates", guids=("g1",))],
            [Concept("Friends", guids=("g1",))],
            {"mates": "friends"},
            id="a known GUID",
        ),
        pytest.param([Concept("Mates")], [Concept("Friends")], {}, id="another concept"),
        pytest.param(
            [Concept("A"), Concept("B")],
            [Concept("A", was=("B",)), Concept("B", was=("A",))],
            {},
            id="names swapped: both identities stay",
        ),
        pytest.param(
            [Concept("A"), Concept("B")],
            [Concept("C", was=("A", "B"))],
            {"a": "c"},
            id="two that became one: the first-named stays the node",
        ),
        pytest.param(
            [Concept("A")],
            [Concept("B", was=("A",)), Concept("C", was=("A",))],
            {"a": "b"},
            id="one that became two",
        ),
        pytest.param(
            [Concept("A")],
            [Concept("A"), Concept("B", was=("A",))],
            {},
            id="the former one lives",
        ),
    ],
)
def test_a_concept_stays_the_same_node(before: list[Concept], after: list[Concept], expected: dict[str, str]) -> None:
    assert moves(file(*before), file(*after)) == expected


def test_an_undefined_concept_that_gets_an_id_stays_the_same_node() -> None:
    assert moves(file(Concept("Other")), file(Concept("Other"), Concept("Being seen", id="b7")), CODINGS) == {
        "being seen": "b7"
    }


def test_a_former_name_that_others_use_still_leads_to_the_new_one() -> None:
    assert moves(file(Concept("Being seen")), file(Concept("Seen", was=("Being seen",))), CODINGS) == {
        "being seen": "seen"
    }


def test_a_new_name_that_was_used_before_it_was_defined_displaces_the_undefined_concept() -> None:
    named = file(Interview("P1", sampled_for=("Seen",)))
    before, after = file(Concept("Being seen")), file(Concept("Seen", was=("Being seen",)))
    assert "s/concept/seen" in built(before, named).graph.nodes
    assert moves(before, after, named) == {"being seen": "seen"}


def test_a_codebook_that_goes_renames_nothing() -> None:
    theory = file(Theory(core="Being seen"))
    assert renames(built(file(Concept("Being seen", id="b7")), theory), built(theory)) == {}
