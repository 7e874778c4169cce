"""The people whose names open turns."""

from __future__ import annotations

from graphmodel.graph.people import people_of
from graphmodel.records import Interview, Memo, Participant, Researcher, Role, Study
from tests.graphmodel.graph.building import file

ASKS, TELLS = Role.INTERVIEWER, Role.PARTICIPANT


def test_researchers_and_interviewers_come_first_then_those_who_take_part() -> None:
    documents = [
        *file(Study("s", "A study", researchers=(Researcher("Ada"), Researcher("Bo")))),
        *file(Participant("Rosa")),
        *file(Interview("P1", participants=("Jo", "ROSA"), interviewers=("bo", "Cy"))),
        *file(Memo("one", author="Di")),
    ]
    # Bo and Rosa go by the name that comes first; a memo's author speaks in no interview
    assert people_of(documents) == (("Ada", ASKS), ("Bo", ASKS), ("Cy", ASKS), ("Rosa", TELLS), ("Jo", TELLS))


def test_who_asks_and_tells_asks() -> None:
    documents = [*file(Participant("Bo")), *file(Interview("P1", interviewers=("bo",)))]
    assert people_of(documents) == (("bo", ASKS),)


def test_nobody_is_named_in_no_documents() -> None:
    assert people_of([]) == ()
