"""The links table in the graph."""

from __future__ import annotations

from graphmodel.records import Concept, Link, Memo, Proposition, Reference, Theory
from graphmodel.schema import Type
from tests.graphmodel.graph.building import built, file, pairs, relations, told, undefined

THINGS = (
    file(Concept("Trust"), Concept("Care")),
    file(Reference("hill2001")),
    file(Theory(propositions=(Proposition("p1", "Trust", "leads_to", "Care"),))),
    file(Memo("one", text="x")),
)


def test_what_literature_does_for_concepts_and_propositions() -> None:
    found = built(
        *THINGS,
        file(
            Link("hill2001", concept="Trust", stance="supports", memo="one", date="2015", note="Closely"),
            Link("HILL2001", concept="trust", stance="challenges"),
            Link("hill2001", proposition="P1", stance="extends"),
        ),
    )
    assert [
        (each.end.split("/", 1)[1], each.apart) for each in found.graph.relationships if each.type is Type.BEARS_ON
    ] == [
        ("concept/trust", "supports|s/memo/one"),
        ("concept/trust", "challenges|"),
        ("proposition/p1", "extends|"),
    ]
    assert relations(found, Type.BEARS_ON) == [
        {"stance": "supports", "memo": "s/memo/one", "at": "2015", "note": "Closely"},
        {"stance": "challenges"},
        {"stance": "extends"},
    ]
    assert told(found) == []


def test_a_row_may_name_both_a_concept_and_a_proposition() -> None:
    found = built(*THINGS, file(Link("hill2001", concept="Trust", proposition="p1")))
    assert pairs(found, Type.BEARS_ON) == {("hill2001", "trust"), ("hill2001", "p1")}


def test_the_same_stance_through_the_same_memo_is_said_once() -> None:
    rows = (Link("hill2001", concept="Trust", stance="supports", date=date) for date in ("2016", "2015"))
    assert relations(built(*THINGS, file(*rows)), Type.BEARS_ON) == [{"stance": "supports", "at": "2015"}]


def test_what_is_not_there_is_undefined_and_flagged() -> None:
    found = built(file(Link("hill2001", concept="Trust", proposition="p1", memo="one")))
    assert undefined(found) == {"reference/hill2001", "concept/trust", "proposition/p1", "memo/one"}
    assert {(message, place) for _, message, place in told(found)} == {
        (message, "links.csv, row 2")
        for message in (
            "there is no reference `hill2001`",
            "`Trust` is not in the codebook",
            "there is no proposition `p1`",
            "there is no memo `one`",
        )
    }
