"""Givers of interviews, by a table or by an interview's name."""

from __future__ import annotations

from graphmodel.graph.document import Document
from graphmodel.records import Interview, Participant, Transcript
from graphmodel.schema import Type
from tests.graphmodel.graph.building import FIRST, built, coding, file, pairs, relations, sources

PEOPLE = file(*(Participant(name) for name in ("P01", "Anna", "Anna Bo", "Jo")))
ONE = file(Transcript("P01-1", FIRST))


def test_the_name_of_an_interview_tells_who_gave_it() -> None:
    names = ("P01-1", "anna_bo 2", "anna", "P10-1", "Annabel-1", "Jo 1", "Joan 1")
    words = [file(Transcript(name, FIRST)) for name in names]
    found = built(PEOPLE, *words)
    assert pairs(found, Type.GAVE) == {("p01", "p1-1"), ("anna bo", "anna-bo2"), ("jo", "jo1"), ("anna", "anna")}
    assert relations(found, Type.GAVE) == [{"derived": True}] * 4


def gave(*files: list[Document]) -> tuple[set[tuple[str, str]], list[bool]]:
    found = built(*files)
    return pairs(found, Type.GAVE), [each["derived"] for each in relations(found, Type.GAVE)]


def test_a_table_that_says_it_takes_the_place_of_the_name() -> None:
    assert gave(PEOPLE, ONE, file(Interview("P01-1", ("Anna",)))) == ({("anna", "p1-1")}, [False])


def test_a_row_that_says_nobody_leaves_it_to_the_name() -> None:
    assert gave(PEOPLE, ONE, file(Interview("P01-1"))) == ({("p01", "p1-1")}, [True])


def test_nobody_is_known_by_a_name_while_no_table_has_them() -> None:
    assert gave(ONE) == (set(), [])


def test_a_participant_that_no_table_defines_gave_it_all_the_same() -> None:
    assert gave(file(Interview("First", ("P02",)))) == ({("p02", "first")}, [False])


def test_it_derives_from_those_who_name_the_participant_and_those_who_name_the_interview() -> None:
    found = built(
        PEOPLE, file(coding("P01-1", "x", "Trust"), path="b.csv"), file(coding("P01-1", "y", "Trust"), path="a.csv")
    )
    assert sources(found, Type.GAVE) == [["a.csv", "b.csv", "participants.csv"]]
