"""A transcript in the graph."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from graphmodel.graph.build import build
from graphmodel.graph.document import Origin
from graphmodel.graph.kinds.transcript import text_hash
from graphmodel.records import Participant, Researcher, Study, Transcript
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import FIRST, SECOND, built, file, keys, pairs, ready, said

TEXT = "[00:01:02] AB: How?\nP01: Like this.\nJo: Not so.\nP01: No?\nJo: No.\n"
FILES = (
    file(Study("s", "A study", researchers=(Researcher("AB"),))),
    file(Participant("P01")),
    file(Transcript("P01-1", TEXT)),
)


def test_words_and_turns() -> None:
    found = built(*FILES)
    assert said(found, Label.TRANSCRIPT, "p1-1") == {"text": TEXT}
    assert found.graph.nodes["s/transcript/p1-1"]["caption"] == "The words of P01-1"
    assert pairs(found, Type.READS) == {("p1-1", "p1-1")}
    assert pairs(found, Type.PART_OF) == {(f"p1-1/{index}", "p1-1") for index in range(5)}
    start = TEXT.index("How?")
    assert said(found, Label.TURN, "p1-1/0") == {
        "index": 0,
        "speaker": "AB",
        "role": "interviewer",
        "text": "How?",
        "start": start,
        "end": start + 4,
        "startMs": 62_000,  # a minute and two seconds
    }
    roles = [said(found, Label.TURN, f"p1-1/{index}")["role"] for index in range(5)]
    assert roles == ["interviewer", "participant", "other", "participant", "other"]


def test_the_interview_knows_how_long_its_words_are_and_their_hash() -> None:
    of = said(built(*FILES), Label.INTERVIEW, "p1-1")
    assert (of["name"], of["characters"]) == ("P01-1", len(TEXT))
    assert of["sha256"] == text_hash(TEXT) == sha256(TEXT.encode()).hexdigest()


def test_half_a_surrogate_has_a_hash_too() -> None:
    assert len(text_hash("\ud800")) == 64


def test_of_two_transcripts_of_an_interview_the_first_by_rank_counts_whole() -> None:
    theirs = file(Transcript("P01-1", SECOND), path="p.qdpx", origin=Origin.PROJECT)
    found = built(theirs, file(Transcript("P01-1", FIRST)))
    assert said(found, Label.TRANSCRIPT, "p1-1")["text"] == FIRST
    assert said(found, Label.INTERVIEW, "p1-1")["characters"] == len(FIRST)
    assert keys(found, Label.TURN) == {f"p1-1/{index}" for index in range(4)}  # SECOND has two
    assert found.graph.nodes["s/interview/p1-1"]["sources"] == ["interviews/P01-1.txt", "p.qdpx"]
    assert found.graph.nodes["s/transcript/p1-1"]["sources"] == ["interviews/P01-1.txt"]


def test_of_an_outline_only_the_interview_is_there() -> None:
    whole = ready(*FILES)
    outlines = [replace(each, records=(), turns=()) if each.outline else each for each in whole]
    found = build("s", outlines)
    assert found.graph.nodes["s/interview/p1-1"] == build("s", whole).graph.nodes["s/interview/p1-1"]
    assert keys(found, Label.TURN) | keys(found, Label.TRANSCRIPT) == set()


def test_an_empty_transcript_is_there() -> None:
    found = built(file(Transcript("P1", "")))
    assert said(found, Label.TRANSCRIPT, "p1") == {"text": ""}
    assert said(found, Label.INTERVIEW, "p1")["characters"] == 0
    assert not keys(found, Label.TURN)
