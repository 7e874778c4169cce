"""The contribution of a document: what it adds, what it names, what is reported of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.errors import Place, Severity
from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document, Origin
from graphmodel.graph.elements import Relationship
from graphmodel.graph.name_index import ConceptEntry, NameIndex
from graphmodel.records import Kind
from graphmodel.schema import Label, Type

PLACE = Place(Path("codings.csv"), row=2)
CODING = Relationship(Type.CODED_AS, "s/excerpt/p1/x/1", "s/concept/t1", "AB")


@pytest.fixture
def to() -> Contribution:
    names = NameIndex("s")
    names.define_concept(ConceptEntry("s/concept/t1", "Trust", former_names=("Faith",)))
    names.define_concept(ConceptEntry("s/concept/a > m", "M", ("A",)))
    names.define_concept(ConceptEntry("s/concept/b > m", "M", ("B",)))
    names.define(Label.MEMO, "one", "One")
    names.connect()
    document = Document("s", "s/document/codings/codings.csv", Kind.CODINGS, "codings.csv", Origin.FOLDER, ())
    return Contribution(document, names)


def test_a_node_added_twice_is_one_and_what_is_not_known_is_left_out(to: Contribution) -> None:
    to.add("s/concept/t1", PLACE, name="Trust", definition=None, properties=())
    to.add("s/concept/t1", Place(row=9), isCore=True, properties=("fast", "slow"))
    assert to.nodes == {"s/concept/t1": {"name": "Trust", "isCore": True, "properties": ["fast", "slow"]}}
    assert to.places == {"s/concept/t1": PLACE}


def test_a_relationship_said_twice_keeps_the_first_and_fills_its_gaps(to: Contribution) -> None:
    to.relate(CODING.start, Type.CODED_AS, CODING.end, "AB", coder="AB", note=None, quote="one")
    to.relate(CODING.start, Type.CODED_AS, CODING.end, "AB", coder="AB", note="At once", quote="two")
    said = {"coder": "AB", "note": "At once", "quote": "one", "sources": ["codings.csv"]}
    assert to.relationships == {CODING: said}


def test_a_finished_node_has_its_key_study_and_sources(to: Contribution) -> None:
    to.add_finished("s/turn/p1/0", {"text": "Well."})
    assert to.nodes["s/turn/p1/0"] == {"text": "Well.", "key": "s/turn/p1/0", "study": "s", "sources": ["codings.csv"]}


@pytest.mark.parametrize("name", ["T1", "trust", "Faith"])
def test_a_concept_is_found_by_its_id_its_name_and_a_former_name(to: Contribution, name: str) -> None:
    assert to.concept(name, PLACE) == "s/concept/t1"
    assert to.named == {"s/concept/t1": name}
    assert not to.problems


def test_a_name_that_is_in_no_codebook_is_flagged_once_a_document(to: Contribution) -> None:
    assert to.concept("New", PLACE) == "s/concept/new"
    to.concept("New", Place(Path("codings.csv"), row=9))
    (problem,) = to.problems
    assert (problem.severity, problem.message, problem.place) == (
        Severity.FLAG,
        "`New` is not in the codebook",
        PLACE,
    )


def test_an_ambiguous_name_is_an_error_that_lists_the_paths_and_stays_undefined(to: Contribution) -> None:
    assert to.concept("m", PLACE) == "s/concept/m"
    (problem,) = to.problems
    assert (problem.severity, problem.message, problem.hint, problem.place) == (
        Severity.ERROR,
        "`m` is the name of 2 concepts",
        "Write one of: A > M; B > M",
        PLACE,
    )


def test_what_nothing_defines_is_named_and_flagged(to: Contribution) -> None:
    assert to.thing(Label.MEMO, "ONE", PLACE) == "s/memo/one"
    assert not to.problems
    assert to.thing(Label.MEMO, "Two", PLACE) == "s/memo/two"
    assert [problem.message for problem in to.problems] == ["there is no memo `Two`"]
    assert to.named == {"s/memo/one": "ONE", "s/memo/two": "Two"}


def test_the_first_name_that_a_thing_is_called_by_counts(to: Contribution) -> None:
    to.name("s/memo/two", "Two")
    to.name("s/memo/two", "TWO")
    assert to.named == {"s/memo/two": "Two"}


def test_people_and_interviews_are_known_by_what_they_are_called(to: Contribution) -> None:
    assert to.researcher("Bo   Lind") == "s/researcher/Bo Lind"
    assert to.interview("Interview 03.docx") == "s/interview/interview-3"
    assert not to.problems


def test_a_coder_is_the_studys_where_a_row_names_none(to: Contribution) -> None:
    assert (to.coder(None), to.coder(" CD ")) == ("unnamed", "CD")
    to.names.coder = "AB"
    assert to.coder(None) == "AB"
    assert to.named == {f"s/researcher/{each}": each for each in ("unnamed", "CD", "AB")}
