"""The transcripts that quotes are looked for in."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.graph.document import Document, Origin
from graphmodel.loading.transcripts import Transcripts
from graphmodel.records import Transcript
from tests.graphmodel.graph.building import FIRST, SECOND, coding, file

FOLDER = file(Transcript("P01-1", FIRST))
PROJECT = file(
    Transcript("P01-1", SECOND), Transcript("P02-1", SECOND), coding("P01-1", "x"), path="p.qdpx", origin=Origin.PROJECT
)
OTHER = file(Transcript("P01-1", "Other words."), coding("P01-1", "x"), path="q.qdpx", origin=Origin.PROJECT)


def text(found: object) -> str | None:
    return getattr(found, "text", None)


def test_of_several_transcripts_of_an_interview_the_first_counts() -> None:
    there = Transcripts([*FOLDER, *PROJECT, *OTHER])
    assert text(there.of("p1-1")) == FIRST
    assert text(there.of("p2-1")) == SECOND
    assert there.of("p3-1") is None


def test_a_projects_other_words_are_known_to_its_own_codings() -> None:
    there = Transcripts([*FOLDER, *PROJECT, *OTHER])

    def own(document: Document, interview: str) -> str | None:
        return text(there.own(document, interview))

    assert own(PROJECT[2], "p1-1") == SECOND
    assert own(OTHER[1], "p1-1") == "Other words."
    assert own(PROJECT[2], "p2-1") is None  # they are the ones that count
    assert own(FOLDER[0], "p1-1") is None


def test_a_transcript_is_indexed_once() -> None:
    there = Transcripts(FOLDER)
    assert there.of("p1-1") is there.of("p1-1")


def test_of_an_outline_no_words_are_known() -> None:
    assert Transcripts([replace(FOLDER[0], records=())]).of("p1-1") is None
