"""The interviews table in the graph."""

from __future__ import annotations

from graphmodel.records import Concept, Interview, Participant, Transcript
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import FIRST, built, coding, file, keys, pairs, relations, said, told, undefined

ROW = Interview(
    "P01-1",
    ("P01",),
    date="2015-01-02",
    sequence=1,
    mode="at home",
    duration_min=62.5,
    interviewers=("AB",),
    sampled_for=("Trust", "Care"),
    rationale="Sought a critic",
)
THINGS = [file(Participant("P01")), file(Concept("Trust"), Concept("Care"))]
ALWAYS = {"unnamed": False, "withdrawn": False}


def test_an_interview_with_all_that_is_known_of_it() -> None:
    found = built(*THINGS, file(ROW))
    assert said(found, Label.INTERVIEW, "p1-1") == {
        "name": "P01-1",
        "date": "2015-01-02",
        "sequence": 1,
        "mode": "at home",
        "durationMin": 62.5,
        **ALWAYS,
    }
    assert pairs(found, Type.GAVE) == {("p01", "p1-1")}
    assert relations(found, Type.GAVE) == [{"derived": False}]
    assert pairs(found, Type.CONDUCTED) == {("AB", "p1-1")}
    assert pairs(found, Type.SAMPLED_FOR) == {("p1-1", "trust"), ("p1-1", "care")}
    assert relations(found, Type.SAMPLED_FOR) == [{"rationale": "Sought a critic"}] * 2
    assert told(found) == []


def test_a_rationale_for_no_concept_is_kept_with_the_interview() -> None:
    found = built(file(Interview("P1", rationale="Sought a critic")))
    assert said(found, Label.INTERVIEW, "p1") == {"name": "P1", "rationale": "Sought a critic", **ALWAYS}


def test_several_people_give_and_conduct_one_interview() -> None:
    found = built(
        file(Participant("P01"), Participant("P02")),
        file(Interview("Couple", ("P01", "P02"), interviewers=("AB", "CD"))),
    )
    assert pairs(found, Type.GAVE) == {("p01", "couple"), ("p02", "couple")}
    assert pairs(found, Type.CONDUCTED) == {("AB", "couple"), ("CD", "couple")}
    assert keys(found, Label.RESEARCHER) == {"AB", "CD"}


def test_the_table_its_transcript_and_codings_mean_one_interview_by_any_spelling() -> None:
    found = built(
        file(Interview("Interview 3")), file(Transcript("interview_03", FIRST)), file(coding("INTERVIEW-003", "x", "A"))
    )
    assert keys(found, Label.INTERVIEW) == {"interview-3"}
    of = said(found, Label.INTERVIEW, "interview-3")
    assert (of["name"], of["characters"]) == ("Interview 3", len(FIRST))


def test_a_concept_that_no_codebook_has_is_flagged_with_the_row() -> None:
    found = built(file(Interview("P1", sampled_for=("Trust",))))
    assert undefined(found) == {"concept/trust"}
    assert told(found) == [("flag", "`Trust` is not in the codebook", "interviews.csv, row 2")]
