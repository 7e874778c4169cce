"""Things that only the version before can tell: the words of positions, GUIDs that are made anew, renames by a GUID."""

from __future__ import annotations

import pytest
from msgspec import structs

from graphmodel.errors import NOWHERE
from graphmodel.graph.document import Document, Origin
from graphmodel.graph.selectors import quotes_of
from graphmodel.loading.settle import settle_codebook, with_words
from graphmodel.loading.transcripts import Transcripts
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Concept, Evidence, NegativeCase, Record, Theory, Transcript
from tests.graphmodel.graph.building import FIRST, coding, evidence, file


def settled(before: list[Concept] | None, after: list[Concept]) -> list[Record]:
    """The rows of a codebook that follows another one, without their places."""
    (now,) = file(*after)
    then = file(*before)[0] if before is not None else None
    return [structs.replace(row, place=NOWHERE) for row in settle_codebook(now, then).records]  # type: ignore[call-arg]


G1, G2, NEW = ("g1",), ("g2",), ("new",)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(None, [Concept("A", guids=G1)], [Concept("A", guids=G1)], id="the first"),
        pytest.param([Concept("A")], [Concept("A"), Concept("B")], [Concept("A"), Concept("B")], id="no GUIDs"),
        pytest.param(
            [Concept("A", guids=G1)],
            [Concept("B", guids=G1)],
            [Concept("B", guids=G1, was=("A",))],
            id="a known GUID under a new name is a rename",
        ),
        pytest.param(
            [Concept("B", guids=G1, was=("A",))],
            [Concept("C", guids=G1)],
            [Concept("C", guids=G1, was=("A", "B"))],
            id="names before that are kept",
        ),
        pytest.param(
            [Concept("B", guids=G1, was=("A",))],
            [Concept("B", guids=G1)],
            [Concept("B", guids=G1, was=("A",))],
            id="and in an export that renames nothing",
        ),
        pytest.param(
            [Concept("A", guids=G1)],
            [Concept("B", guids=G1, was=("Other",))],
            [Concept("B", guids=G1, was=("Other", "A"))],
            id="beside a name that the row gives",
        ),
        pytest.param(
            [Concept("A", guids=G1)],
            [Concept("B", guids=G1, was=("a",))],
            [Concept("B", guids=G1, was=("a",))],
            id="a name that the row gives already",
        ),
        pytest.param(
            [Concept("A", guids=G1), Concept("B", guids=G2)],
            [Concept("B", guids=G1), Concept("A", guids=G2)],
            [Concept("B", guids=G1), Concept("A", guids=G2)],
            id="a name that another concept has is nobody's former one",
        ),
        pytest.param(
            [Concept("A", guids=G1)],
            [Concept("B", guids=G1, merged_into="C"), Concept("C")],
            [Concept("B", guids=G1, merged_into="C"), Concept("C")],
            id="a merged concept is not renamed",
        ),
        pytest.param(
            [Concept("A", guids=G1), Concept("B", guids=G2)],
            [Concept("A", guids=NEW), Concept("C", guids=("newer",))],
            [Concept("A", guids=G1), Concept("C", guids=("newer",))],
            id="GUIDs that are all new tell nothing: concepts keep theirs",
        ),
        pytest.param(
            [Concept("A", guids=G1)],
            [Concept("A", guids=NEW, merged_into="B"), Concept("B", guids=("newer",))],
            [Concept("A", guids=NEW, merged_into="B"), Concept("B", guids=("newer",))],
            id="of a merged row too",
        ),
        pytest.param(
            [Concept("A", guids=G1), Concept("B", guids=G2)],
            [Concept("A", guids=NEW), Concept("B", guids=G2)],
            [Concept("A", guids=NEW), Concept("B", guids=G2)],
            id="one known GUID is enough to believe the others",
        ),
    ],
)
def test_the_rows_of_a_codebook(before: list[Concept] | None, after: list[Concept], expected: list[Concept]) -> None:
    assert settled(before, after) == expected


def test_a_codebook_that_nothing_came_before_is_the_same() -> None:
    (document,) = file(Concept("A", guids=G1))
    assert settle_codebook(document, None) is document


WORDS = file(Transcript("P01-1", FIRST))
CORRECTED = file(Transcript("P01-1", "Interviewer: Wait.\n" + FIRST))
START = FIRST.index("as mates")
(SPOT,) = file(coding("P01-1", None, "Mates", start=START, end=START + 8))


def quotes(document: Document) -> list[str | None]:
    return [each.selector.quote for _, each in quotes_of(document)]


def test_positions_alone_get_the_words_that_stand_there() -> None:
    worded = with_words(SPOT, None, Transcripts(WORDS))
    assert quotes(worded) == ["as mates"]
    (row,) = worded.records
    assert (row.selector.start, row.selector.end) == (START, START + 8)  # type: ignore[attr-defined]


def test_positions_keep_the_words_that_they_stood_for_first() -> None:
    before = with_words(SPOT, None, Transcripts(WORDS))
    assert quotes(with_words(SPOT, before, Transcripts(CORRECTED))) == ["as mates"]
    # without what was before they would be other words, 19 code points on
    assert quotes(with_words(SPOT, None, Transcripts(CORRECTED))) == [
        ("Interviewer: Wait.\n" + FIRST)[START : START + 8]
    ]


def test_positions_that_change_are_other_words() -> None:
    before = with_words(SPOT, None, Transcripts(WORDS))
    (moved,) = file(coding("P01-1", None, "Mates", start=START + 3, end=START + 8))
    assert quotes(with_words(moved, before, Transcripts(WORDS))) == ["mates"]


def test_a_quote_is_left_as_it_is() -> None:
    (document,) = file(coding("P01-1", "as friends", "Mates", start=START, end=START + 8))
    assert with_words(document, None, Transcripts(WORDS)) is document


def test_positions_that_nothing_stands_at_or_that_have_no_transcript_wait() -> None:
    (outside,) = file(coding("P01-1", None, "Mates", start=900, end=950))
    assert quotes(with_words(outside, None, Transcripts(WORDS))) == [None]
    assert quotes(with_words(SPOT, None, Transcripts([]))) == [None]


def test_positions_of_a_project_are_counted_in_its_own_text() -> None:
    theirs = file(
        Transcript("P01-1", "Theirs: as mates"), coding("P01-1", None, "Mates", start=8, end=16), origin=Origin.PROJECT
    )
    codings = theirs[1]
    assert quotes(with_words(codings, None, Transcripts([*WORDS, *theirs]))) == ["as mates"]


def test_only_the_quotes_without_words_get_some() -> None:
    (mixed,) = file(coding("P01-1", "seen as a person", "A"), coding("P01-1", None, "A", start=START, end=START + 8))
    assert quotes(with_words(mixed, None, Transcripts(WORDS))) == ["seen as a person", "as mates"]


def test_the_evidence_of_a_theory_gets_words_too() -> None:
    spot = Evidence("P01-1", QuoteSelector(None, START, START + 8))
    (theory,) = file(Theory((), (NegativeCase("A", found=(spot, evidence("P01-1", "as mates"))),)))
    assert quotes(with_words(theory, None, Transcripts(WORDS))) == ["as mates", "as mates"]
