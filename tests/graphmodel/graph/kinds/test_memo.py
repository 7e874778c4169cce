"""Memos in the graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.errors import Place
from graphmodel.graph.document import Document
from graphmodel.records import Concept, Interview, Memo, MemoLink, Participant, Proposition, Reference, Theory
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import built, file, pairs, problems, said, told, undefined

THINGS = (
    file(
        Concept("Trust"),
        Concept("Breach", ("Trust",)),
        Concept("Care"),
        Concept("Breach", ("Care",)),
        Concept("Repair", id="r1"),
    ),
    file(Interview("P01-1")),
    file(Reference("hill2001")),
    file(Participant("P01")),
    file(Theory(propositions=(Proposition("p1", "Trust", "leads_to", "Care"),))),
)


def links(*names: str) -> tuple[MemoLink, ...]:
    return tuple(MemoLink(name) for name in names)


def test_a_memo_with_all_that_it_names() -> None:
    memo = Memo(
        "One",
        kind="analytic",
        title="First thoughts",
        date="2015-04",
        author="AB",
        text="On …",
        about=(
            *links("Trust", "Repair", "r1", "P01-1", "hill2001", "p1", "Trust > Breach"),
            MemoLink("two", "memo"),
            MemoLink("P01", "participant"),
        ),
        cites=("hill2001", "other1999"),
        develops_into=("two",),
    )
    found = built(*THINGS, file(memo))
    assert said(found, Label.MEMO, "one") == {
        "name": "One",
        "kind": "analytic",
        "title": "First thoughts",
        "writtenAt": "2015-04",
        "text": "On …",
    }
    assert found.graph.nodes["s/memo/one"]["caption"] == "First thoughts"
    assert pairs(found, Type.ABOUT) == {
        ("one", each) for each in ("trust", "r1", "p1-1", "hill2001", "p1", "two", "trust > breach", "p01")
    }
    assert pairs(found, Type.WROTE) == {("AB", "one")}
    assert pairs(found, Type.CITES) == {("one", "hill2001"), ("one", "other1999")}
    assert pairs(found, Type.DEVELOPS_INTO) == {("one", "two")}
    assert undefined(found) == {"memo/two", "reference/other1999", "researcher/AB"}
    assert [message for _, message, _ in told(found)] == [
        "the memo is about `two`, and nothing has that name",
        "there is no reference `other1999`",
        "there is no memo `two`",
    ]


SAME = {
    "concept": file(Concept("Same")),
    "interview": file(Interview("Same")),
    "reference": file(Reference("same")),
    "memo": file(Memo("same", text="A memo.")),
    "proposition": file(Theory(propositions=(Proposition("same", "A", "leads_to", "B"),))),
    "participant": file(Participant("Same")),
}


@pytest.mark.parametrize("first", range(len(SAME)))
def test_a_link_finds_a_concept_then_an_interview_a_reference_a_memo(first: int) -> None:
    left = list(SAME)[first:]
    found = built(file(Memo("one", about=links("same"))), *(SAME[kind] for kind in left))
    ends = [each.end for each in found.graph.relationships if each.type is Type.ABOUT]
    assert ends == [f"s/{left[0]}/same"]


def test_a_link_that_finds_nothing_is_about_an_undefined_concept() -> None:
    found = built(file(Memo("one", about=links("Same"))))
    assert undefined(found) == {"concept/same"}


@pytest.mark.parametrize("files", [list(SAME.values()), []], ids=["all are there", "none is"])
def test_a_link_that_says_which_means_that(files: list[list[Document]]) -> None:
    found = built(file(Memo("one", about=tuple(MemoLink("same", kind) for kind in SAME))), *files)
    ends = {each.end for each in found.graph.relationships if each.type is Type.ABOUT}
    assert ends == {f"s/{kind}/same" for kind in SAME}


def test_an_ambiguous_link_is_an_error_that_lists_the_paths_and_its_line() -> None:
    place = Place(Path("/study/memos/one.md"), line=3)
    found = built(*THINGS, file(Memo("one", about=(MemoLink("breach", place=place), *links("Trust")))))
    ((severity, message, where),) = told(found)
    assert (severity, message, where) == ("error", "the link [[breach]] may mean 2 concepts", "memos/one.md, line 3")
    assert problems(found)[0].hint == "Write one of: [[Trust > Breach]]; [[Care > Breach]]"
    assert pairs(found, Type.ABOUT) == {("one", "trust")}  # the memo is built without it


def test_a_memo_by_a_former_name_of_a_concept_is_about_what_it_is_now() -> None:
    found = built(file(Concept("People", was=("Mates",))), file(Memo("one", about=links("Mates"))))
    assert pairs(found, Type.ABOUT) == {("one", "people")}
