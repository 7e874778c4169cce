"""Excerpts in the graph: their words, their place, and what is not simply as a row says."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel.graph.build import Built
from graphmodel.graph.excerpts import interview_name, unnamed_interview
from graphmodel.records import Coding, Transcript
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import FIRST, built, coding, excerpts, file, pairs, problems, said, told

WORDS = file(Transcript("P01-1", FIRST))


def one(*rows: Coding) -> tuple[Built, dict[str, Any]]:
    found = built(WORDS, file(*rows))
    (excerpt,) = excerpts(found).values()
    return found, excerpt


def turns(found: Built) -> list[int]:
    return sorted(int(turn.split("/")[1]) for _, turn in pairs(found, Type.SPANS))


def test_an_excerpt_is_where_its_words_are() -> None:
    found, excerpt = one(coding("P01-1", "seen as a person"))
    start = FIRST.index("seen")
    key = excerpt["key"]
    assert excerpt == {
        "key": key,
        "study": "s",
        "sources": ["codings.csv"],
        "caption": "“seen as a person”",
        "text": "seen as a person",
        "verification": "exact",
        "occurrence": 1,
        "start": start,
        "end": start + 16,
        "spokenBy": "participant",
        "withdrawn": False,
        "quotable": False,
    }
    assert key.startswith("s/excerpt/p1-1/")
    assert key.endswith("/1")
    assert len(key.split("/")[3]) == 24
    assert (pairs(found, Type.FROM), turns(found)) == ({(key.split("/", 2)[2], "p1-1")}, [1])
    assert "status" not in excerpt


@pytest.mark.parametrize(
    ("quote", "text", "verification", "spanned"),
    [
        pytest.param("I  was ‘seen’ as", "I  was ‘seen’ as", "unlocated", [], id="not there"),
        pytest.param("I was  seen", "I was seen", "normalised", [1], id="white space"),
        pytest.param("I was […] a case", "I was seen as a person. Not a case", "normalised", [1], id="an ellipsis"),
        pytest.param(
            "Not a case. And then? We talked",
            "Not a case.\n\nInterviewer: And then?\n\nP01: We talked",
            "normalised",
            [1, 2, 3],
            id="across turns",
        ),
        pytest.param("P01: We talked", "P01: We talked", "exact", [3], id="with the label"),
    ],
)
def test_a_quote_is_found_as_its_transcript_has_it(
    quote: str, text: str, verification: str, spanned: list[int]
) -> None:
    found, excerpt = one(coding("P01-1", quote))
    assert (excerpt["text"], excerpt["verification"], turns(found)) == (text, verification, spanned)
    assert excerpt.get("quote") == (quote if quote != text else None)


def test_words_that_are_not_there_are_flagged_and_kept() -> None:
    found, excerpt = one(coding("P01-1", "nowhere said"))
    assert told(found) == [("flag", "the words “nowhere said” are not in the transcript", "codings.csv, row 2")]
    assert "without a position" in str(problems(found)[0].hint)
    assert not {"start", "end"} & excerpt.keys()


def test_positions_alone_place_an_excerpt() -> None:
    start = FIRST.index("seen")
    found, excerpt = one(coding("P01-1", None, start=start, end=start + 4))
    assert (excerpt["text"], excerpt["start"], excerpt["verification"]) == ("seen", start, "exact")
    assert (excerpt["givenStart"], excerpt["givenEnd"]) == (start, start + 4)
    assert (turns(found), told(found)) == ([1], [])


def test_words_that_stand_elsewhere_are_flagged_with_both_places() -> None:
    start = FIRST.index("as mates")
    found, excerpt = one(coding("P01-1", "as mates", start=0, end=8))
    message = f"the words “as mates” stand at {start}, not at 0 as the row says"
    assert told(found) == [("flag", message, "codings.csv, row 2")]
    assert (excerpt["start"], excerpt["givenStart"], excerpt["verification"]) == (start, 0, "relocated")


def test_words_that_occur_twice_are_the_first_and_flagged() -> None:
    found, excerpt = one(coding("P01-1", "P01"))
    assert told(found) == [("flag", "the words “P01” occur 2 times; the first is taken", "codings.csv, row 2")]
    assert (excerpt["start"], excerpt["occurrence"], excerpt["occurrences"]) == (FIRST.index("P01"), 1, 2)


@pytest.mark.parametrize("said_so", [{"occurrence": 2}, {"start": FIRST.rindex("P01")}])
def test_a_row_may_say_which_of_several_places(said_so: dict[str, int]) -> None:
    found, excerpt = one(coding("P01-1", "P01", **said_so))
    assert told(found) == []
    assert (excerpt["start"], excerpt["occurrence"]) == (FIRST.rindex("P01"), 2)
    assert excerpt.get("givenOccurrence") == said_so.get("occurrence")


def test_two_places_of_the_same_words_are_two_excerpts() -> None:
    found = built(WORDS, file(coding("P01-1", "P01", occurrence=1), coding("P01-1", "P01", occurrence=2)))
    starts = sorted(of["start"] for key, of in found.graph.nodes.items() if "/excerpt/" in key)
    assert starts == [FIRST.index("P01"), FIRST.rindex("P01")]


def test_quotes_that_turn_out_to_be_the_same_words_are_one_excerpt() -> None:
    quotes = "I was […] a case", "I was [...] Not a case", "I was seen as a person. Not a case"
    rows = [coding("P01-1", quote, code) for quote, code in zip(quotes, "ABC", strict=True)]
    found, excerpt = one(*rows)
    assert excerpt["text"] == "I was seen as a person. Not a case"
    assert {end for _, end in pairs(found, Type.CODED_AS)} == {"a", "b", "c"}
    # without the transcript they are three
    assert len(excerpts(built(file(*rows)))) == 3


def test_without_a_transcript_nothing_is_checked_and_the_interview_is_named() -> None:
    found = built(file(coding("P01-1", "seen as a person")))
    (excerpt,) = excerpts(found).values()
    assert (excerpt["verification"], "start" in excerpt) == ("unchecked", False)
    assert found.graph.nodes["s/interview/p1-1"]["status"] == "undefined"
    assert told(found) == []


def test_positions_alone_wait_for_their_transcript() -> None:
    found = built(file(coding("P01-1", None, start=3, end=8), coding("P01-1", None, start=9, end=12)))
    nodes = [of for key, of in found.graph.nodes.items() if "/excerpt/" in key]
    # they have no words yet, and are told apart by where they are
    assert [(of["text"], of["verification"], of["givenStart"]) for of in nodes] == [
        ("", "unchecked", 3),
        ("", "unchecked", 9),
    ]


def test_an_interview_that_is_not_named_is_named_for_its_file() -> None:
    (document,) = file(coding(None, "x"), path="codings/more.csv")
    assert (
        interview_name(None, document)
        == unnamed_interview("codings/more.csv")
        == "no transcript named in codings/more.csv"
    )
    assert interview_name("P01-1", document) == "P01-1"
    assert said(built([document]), Label.INTERVIEW, "no-transcript-named-in-codings-more-csv")["unnamed"] is True
