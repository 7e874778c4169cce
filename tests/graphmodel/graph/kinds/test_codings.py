"""Codings in the graph: who coded which excerpt as what, and what it stands against."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmodel.graph.build import build
from graphmodel.records import Coding, Concept, Kind, Researcher, Stance, Study, Transcript
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import (
    FIRST,
    SECOND,
    built,
    coding,
    excerpts,
    file,
    keys,
    pairs,
    ready,
    relations,
    said,
    sources,
    told,
    undefined,
)

WORDS = (file(Transcript("P01-1", FIRST)), file(Transcript("P02-1", SECOND)))
CODES = file(Concept("Being seen"), Concept("Mates"), Concept("Tenuous"))
CONTRADICTS = Stance.CONTRADICTS


def test_a_row_codes_its_excerpt_as_each_of_its_codes() -> None:
    row = coding("P01-1", "seen as a person", "Being seen", "Mates", coder="CD", date="2015-02-01", note="Said at once")
    found = built(*WORDS, CODES, file(row))
    assert {end for _, end in pairs(found, Type.CODED_AS)} == {"being seen", "mates"}
    assert relations(found, Type.CODED_AS) == [{"coder": "CD", "at": "2015-02-01", "note": "Said at once"}] * 2
    assert sources(found, Type.CODED_AS) == [["codings.csv"]] * 2
    assert "CD" in keys(found, Label.RESEARCHER)
    assert told(found) == []


def test_rows_with_the_same_words_of_one_interview_are_one_excerpt() -> None:
    rows = (
        coding("P01-1", "seen as a person", "Mates"),
        coding("p1 1", "seen  as a person", "Tenuous"),
        coding("P02-1", "seen as a person", "Mates"),
    )
    found = built(*WORDS, CODES, file(*rows))
    assert sorted(end for _, end in pairs(found, Type.FROM)) == ["p1-1", "p2-1"]
    assert len(pairs(found, Type.CODED_AS)) == 3


def test_two_coders_are_two_relationships() -> None:
    rows = (coding("P01-1", "as mates", "Mates", coder=name) for name in ("AB", "CD", "AB"))
    found = built(*WORDS, CODES, file(*rows))
    assert relations(found, Type.CODED_AS) == [{"coder": "AB"}, {"coder": "CD"}]


@pytest.mark.parametrize(
    ("researchers", "coder"), [(("AB",), "AB"), (("AB", "CD"), "unnamed"), ((), "unnamed")], ids=["one", "two", "none"]
)
def test_a_missing_coder_is_the_only_researcher(researchers: tuple[str, ...], coder: str) -> None:
    about = file(Study("s", "A study", researchers=tuple(map(Researcher, researchers))))
    found = built(about, CODES, file(coding("P01-1", "as mates", "Mates")))
    assert relations(found, Type.CODED_AS) == [{"coder": coder}]
    assert coder in keys(found, Label.RESEARCHER)


def test_one_coding_twice_in_a_file_keeps_the_earliest_date_and_all_notes() -> None:
    dated = (("2015-03", "One"), ("2015-02", "Two"), (None, "One"))
    rows = (coding("P01-1", "as mates", "Mates", coder="AB", date=date, note=note) for date, note in dated)
    assert relations(built(*WORDS, CODES, file(*rows)), Type.CODED_AS) == [
        {"coder": "AB", "at": "2015-02", "note": "One\nTwo"}
    ]


def test_one_coding_from_two_files_is_one_with_both_sources() -> None:
    one = file(coding("P01-1", "as mates", "Mates", coder="AB", date="2015-03", note="First"), path="codings.csv")
    two = file(coding("P01-1", "as  mates", "Mates", coder="AB", date="2015-02-01"), path="codings/more.csv")
    found = built(*WORDS, CODES, one, two)
    # the first by path has no quote of its own, as its words are the transcript's; the second's fills the gap
    assert relations(found, Type.CODED_AS) == [
        {"coder": "AB", "at": "2015-02-01", "note": "First", "quote": "as  mates"}
    ]
    assert sources(found, Type.CODED_AS) == [["codings.csv", "codings/more.csv"]]


def test_what_contradicts_is_never_coded() -> None:
    rows = (
        coding("P01-1", "Not a case", "Being seen", "Mates", stance=CONTRADICTS, note="x"),
        coding("P01-1", "as mates", "Mates"),
        coding("P02-1", "a job", "Tenuous"),
    )
    found = built(*WORDS, CODES, file(*rows))
    assert {end for _, end in pairs(found, Type.CODED_AS)} == {"mates", "tenuous"}
    assert {end for _, end in pairs(found, Type.CONTRADICTS)} == {"being seen", "mates"}
    assert relations(found, Type.CONTRADICTS) == [{"coder": "unnamed", "note": "x"}] * 2


def test_a_row_without_a_code_keeps_its_excerpt_and_names_no_coder() -> None:
    found = built(*WORDS, file(coding("P01-1", "as mates")))
    assert list(excerpts(found)) == ["as mates"]
    assert not keys(found, Label.RESEARCHER)


def test_quotes_that_name_no_interview_have_one_of_their_own_a_file() -> None:
    codings = file(coding(None, "one", "Mates"), coding(None, "two", "Mates"), coding("P01-1", "as mates", "Mates"))
    found = built(*WORDS, CODES, codings, file(coding(None, "three", "Mates"), path="more.csv"))
    unnamed = "no-transcript-named-in-codings-csv", "no-transcript-named-in-more-csv"
    ends = sorted(end for _, end in pairs(found, Type.FROM))
    assert ends == [unnamed[0], unnamed[0], unnamed[1], "p1-1"]
    assert said(found, Label.INTERVIEW, unnamed[0]) == {
        "name": "no transcript named in codings.csv",
        "unnamed": True,
        "withdrawn": False,
    }
    assert not [interview for _, interview in pairs(found, Type.GAVE) if interview in unnamed]
    assert told(found) == [
        ("flag", "2 quotes name no interview", "codings.csv, row 2"),
        ("flag", "1 quote names no interview", "more.csv, row 2"),
    ]


def test_a_code_that_no_codebook_has_is_flagged_once_with_its_first_row() -> None:
    found = built(
        file(coding("P1", "x", "New"), coding("P1", "y", "New")), file(coding("P1", "z", "New"), path="b.csv")
    )
    assert undefined(found) == {"concept/new", "interview/p1", "researcher/unnamed"}
    assert told(found) == [
        ("flag", "`New` is not in the codebook", "b.csv, row 2"),
        ("flag", "`New` is not in the codebook", "codings.csv, row 2"),
    ]


def test_a_file_of_headers_alone_is_no_document() -> None:
    assert file(kind=Kind.CODINGS) == []


def test_an_outline_names_all_that_its_rows_name_and_tells_nothing() -> None:
    rows: tuple[Coding, ...] = (
        coding("P01-1", "as mates", "Mates", "New", coder="CD"),
        coding("P01-1", "nowhere said", "Mates"),
        coding(None, "seen", "Other"),
    )
    whole = ready(CODES, file(*rows))
    outlines = [replace(each, records=(), placed=()) if each.kind is Kind.CODINGS else each for each in whole]
    found, of_all = build("s", outlines), build("s", whole)
    assert told(found) == []
    there = {key for key in of_all.graph.nodes if "/excerpt/" not in key}
    assert {key: found.graph.nodes[key] for key in found.graph.nodes} == {key: of_all.graph.nodes[key] for key in there}
