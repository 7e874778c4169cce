"""The interviews that a change affects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmodel.graph.document import Document, Origin
from graphmodel.loading.affected import affected_interviews, is_same
from graphmodel.records import (
    Concept,
    Consent,
    Interview,
    Memo,
    NegativeCase,
    Participant,
    QuoteConsent,
    Researcher,
    Study,
    Theory,
    Transcript,
)
from tests.graphmodel.graph.building import coding, evidence, file
from tests.graphmodel.loading.steps import side

ALL = {"p1-1", "p2-1", "p3-1"}
BASE: dict[str, list[Document]] = {
    "study.yaml": file(Study("s", "A study", researchers=(Researcher("AB"),))),
    "participants.csv": file(Participant("P01"), Participant("P02")),
    "interviews.csv": file(Interview("P01-1", ("P01",), interviewers=("AB",)), Interview("P02-1")),
    "codebook.csv": file(Concept("Trust"), Concept("Care", ("Trust",))),
    "1.txt": file(Transcript("P01-1", "P01: One.\n"), path="interviews/P01-1.txt"),
    "2.txt": file(Transcript("P02-1", "P02: Two.\n"), path="interviews/P02-1.txt"),
    "codings.csv": file(
        coding("P01-1", "One.", "Trust", coder="AB"),
        coding("P02-1", "Two.", "Care"),
        coding("P03-1", "Three.", "New", "Care"),
    ),
    "memo": file(Memo("one", text="x")),
}


def affected(*more: list[Document], without: str = "", base: dict[str, list[Document]] = BASE) -> set[str]:
    """The interviews that are affected by documents that come, or take the place of others of their key."""
    before = {each.key: each for documents in base.values() for each in documents}
    after = {key: each for key, each in before.items() if not without or each not in base[without]}
    after |= {each.key: each for documents in more for each in documents}
    return affected_interviews(side(before), side(after))


def test_nothing_is_affected_by_nothing() -> None:
    assert affected() == set()


def test_a_document_is_the_same_by_its_records_its_interview_and_its_path() -> None:
    (one,) = file(Memo("one"))
    assert is_same(one, replace(one, file=None))
    assert not is_same(one, replace(one, records=list(one.records)))
    assert not is_same(one, replace(one, interview="p1"))
    assert not is_same(one, replace(one, path="other.md"))
    assert not is_same(one, None)
    assert not is_same(None, one)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(file(Memo("two", text="On it.")), set(), id="a memo"),
        pytest.param(file(Transcript("P01-1", "P01: Other.\n")), {"p1-1"}, id="a transcript"),
        pytest.param(file(Transcript("P09-1", "P09: New.\n")), {"p9-1"}, id="a new one"),
        pytest.param(file(coding("P02-1", "Two.", "Trust")), {"p2-1"}, id="the codings of an interview"),
        pytest.param(file(Concept("Trust"), Concept("Care", definition="x")), set(), id="a definition"),
        pytest.param(file(Concept("Trust"), Concept("Care")), set(), id="a move"),
        pytest.param(
            file(Concept("Trust"), Concept("Caring", was=("Care",))), {"p2-1", "p3-1"}, id="a rename: who codes with it"
        ),
        pytest.param(file(Concept("Trust", id="t1"), Concept("Care")), {"p1-1"}, id="an id"),
        pytest.param(
            file(Concept("Trust"), Concept("Care"), Concept("New")), {"p3-1"}, id="an unknown name that gets known"
        ),
        pytest.param(file(Concept("Trust")), {"p2-1", "p3-1"}, id="a known name that gets unknown"),
        pytest.param(
            file(Concept("Trust"), Concept("Care", ("Trust",)), Concept("Care", ("New",))),
            {"p2-1", "p3-1"},
            id="one that gets ambiguous",
        ),
        pytest.param(
            file(Study("s", "A study", researchers=(Researcher("AB"), Researcher("CD")))), ALL, id="a second researcher"
        ),
        pytest.param(file(Study("s", "Another title", researchers=(Researcher("AB"),))), set(), id="a title"),
        pytest.param(file(Participant("P01"), Participant("P02"), Participant("P03")), ALL, id="a participant"),
        pytest.param(file(Participant("P01", Consent.WITHDRAWN), Participant("P02")), ALL, id="a withdrawal"),
        pytest.param(
            file(Participant("P01"), Participant("P02", quote_consent=QuoteConsent.VERBATIM)),
            ALL,
            id="a consent to quote",
        ),
        pytest.param(file(Participant("P01", attributes=(("x", "1"),)), Participant("P02")), set(), id="an attribute"),
        pytest.param(
            file(Interview("P01-1", ("P01",), interviewers=("AB",)), Interview("P02-1", ("P01",))),
            {"p2-1"},
            id="another giver",
        ),
        pytest.param(
            file(Interview("P01-1", ("P01",)), Interview("P02-1")),
            {"p1-1"},
            id="no interviewer, a researcher of the study",
        ),
        pytest.param(
            file(Interview("P01-1", ("P01",), interviewers=("AB",), date="2015"), Interview("P02-1")),
            set(),
            id="a date",
        ),
        pytest.param(
            file(Interview("P01-1", ("P01",), interviewers=("AB",)), Interview("P02-1", file="P01-1.txt")),
            {"p1-1", "p2-1"},
            id="a file that is another interview's now",
        ),
    ],
)
def test_what_a_change_affects(change: list[Document], expected: set[str]) -> None:
    assert affected(change) == expected


def test_a_document_that_goes_affects_its_interview() -> None:
    assert affected(without="2.txt") == {"p2-1"}
    assert affected(without="codings.csv") == ALL


def theory(*interviews: str, core: str | None = None) -> list[Document]:
    return file(Theory((), (NegativeCase("Trust", found=tuple(evidence(each, "x") for each in interviews)),), core))


CITING = BASE | {"theory.yaml": theory("P01-1", "P04-1")}


def test_a_theory_that_changes_affects_all_interviews_that_it_cites_or_cited() -> None:
    assert affected(theory("P02-1", core="Trust"), base=CITING) == {"p1-1", "p2-1", "p4-1"}


def test_of_the_interviews_that_a_theory_cites_all_are_affected_or_none() -> None:
    assert affected(file(Transcript("P01-1", "P01: Other.\n")), base=CITING) == {"p1-1", "p4-1"}
    assert affected(file(Transcript("P02-1", "P02: Other.\n")), base=CITING) == {"p2-1"}


def test_consents_of_a_tools_project_count_too() -> None:
    project = file(Participant("P01", Consent.WITHDRAWN), origin=Origin.PROJECT)
    assert affected(project) == ALL


def test_outlines_are_enough() -> None:
    outlines = {
        name: [replace(each, records=()) if each.outline else each for each in found] for name, found in BASE.items()
    }
    renamed = file(Concept("Trust"), Concept("Caring", was=("Care",)))
    assert affected(renamed, base=outlines) == {"p2-1", "p3-1"}
