"""The words that were meant come back, whatever a program counts."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.offset_readings import READINGS, Breaks, Reading, StoredText, Unit
from loaders.offsets import Document, Span, decide
from tests.loaders.builders.positions import Features, marked, raw_text, span, words_of

WRITERS = [reading for reading in READINGS if reading.breaks is not Breaks.TWO]
FEATURES = [Features(*each) for each in product((False, True), repeat=4)]


def project(
    writer: Reading, features: Features, seed: int, quoted: bool, texts: int = 3, passages: int = 12
) -> tuple[list[Document], list[list[str]]]:
    """Documents of one program, and for each the words that its spans mean."""
    chance = random.Random(seed)
    documents, meant = [], []
    for _ in range(texts):
        pieces = words_of(features, chance)
        chosen = marked(pieces, chance, passages)
        words = ["".join(pieces[first:after]) for first, after in chosen]
        places = [span(pieces, passage, features, writer) for passage in chosen]
        quotes = words if quoted else [None] * len(words)
        spans = [Span(*place, quote) for place, quote in zip(places, quotes, strict=True)]
        documents.append(Document(StoredText(raw_text(pieces, features)), spans))
        meant.append(words)
    return documents, meant


def words_under(document: Document, reading: Reading | None) -> list[str | None]:
    assert reading is not None
    places = (document.stored.span(reading, each.start, each.end) for each in document.spans)
    return [document.stored.text[slice(*place)] if place else None for place in places]


@pytest.mark.parametrize("quoted", [False, True], ids=["by the edges of words", "by stored quotations"])
@pytest.mark.parametrize("features", FEATURES, ids=str)
@pytest.mark.parametrize("writer", WRITERS, ids=str)
def test_every_writer_is_read_as_it_wrote(writer: Reading, features: Features, quoted: bool) -> None:
    documents, meant = project(writer, features, seed=7, quoted=quoted)
    decision = decide(documents)
    assert decision.own == {}
    for number, (document, words) in enumerate(zip(documents, meant, strict=True)):
        assert words_under(document, decision.of(number).reading) == words


@pytest.mark.parametrize("unit", Unit)
def test_line_ends_are_counted_twice_though_the_text_came_with_lf(unit: Unit) -> None:
    writer = Reading(unit, Breaks.TWO)
    documents, meant = project(writer, Features(True, True, False, False), seed=3, quoted=False)
    decision = decide(documents)
    assert decision.pooled.reading == writer
    assert words_under(documents[0], writer) == meant[0]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(WRITERS), st.sampled_from(FEATURES), st.integers(0, 10_000))
def test_any_project_with_quotations_comes_back(writer: Reading, features: Features, seed: int) -> None:
    documents, meant = project(writer, features, seed, quoted=True, texts=2, passages=4)
    decision = decide(documents)
    for number, (document, words) in enumerate(zip(documents, meant, strict=True)):
        assert words_under(document, decision.of(number).reading) == words


def test_one_document_of_another_writer_has_its_own_reading() -> None:
    features = Features(True, False, True, False)
    of_one, _ = project(Reading(Unit.UTF16, Breaks.STORED), features, seed=1, quoted=False, passages=20)
    of_other, meant = project(Reading(Unit.UTF8, Breaks.ONE), features, seed=2, quoted=False, texts=1)
    decision = decide([*of_one, *of_other])
    assert decision.pooled.reading == Reading(Unit.UTF16, Breaks.STORED)
    assert list(decision.own) == [3]
    assert words_under(of_other[0], decision.of(3).reading) == meant[0]


def test_a_document_with_little_evidence_follows_the_others() -> None:
    features = Features(True, False, True, False)
    documents, _ = project(Reading(Unit.UTF16, Breaks.STORED), features, seed=1, quoted=False)
    documents.append(Document(StoredText("We were friends then."), [Span(1, 6), Span(4, 9)]))
    decision = decide(documents)
    assert decision.own == {}
    assert decision.of(3) is decision.pooled


def test_spans_at_random_win_no_reading() -> None:
    chance = random.Random(5)
    pieces = words_of(Features(False, False, False, False), chance, 400)
    spans = [Span(start, start + chance.randrange(5, 40)) for start in (chance.randrange(1500) for _ in range(60))]
    verdict = decide([Document(StoredText("".join(pieces)), spans)]).pooled
    assert verdict.reading is None
    assert str(verdict).startswith("no reading of the positions fits: the best agrees with")


def test_a_quotation_cut_short_is_evidence_for_where_it_begins() -> None:
    text = "Ok 😀. " * 3 + "I was seen as a person, not as a case, and that was new to me."
    start = len(text[: text.index("I was")].encode("utf-16-le")) // 2
    end = len(text[: text.index(", and")].encode("utf-16-le")) // 2
    verdict = decide([Document(StoredText(text), [Span(start, end, "I was seen as a …")])]).pooled
    assert verdict.reading is not None and verdict.reading.unit is Unit.UTF16
    assert verdict.evidence == "their stored quotations"


def test_spans_without_length_are_no_evidence() -> None:
    assert decide([Document(StoredText("Some words"), [Span(3, 3)])]).pooled.spans == 0
    assert decide([]).pooled.reading is None


def test_positions_within_a_character_or_outside_the_text_name_no_span() -> None:
    stored = StoredText("\ufeffa😀b\r\nc")
    utf16 = Reading(Unit.UTF16, Breaks.STORED)
    assert stored.text == "a😀b\nc"
    assert stored.span(utf16, 1, 3) == (1, 2)
    assert stored.span(utf16, 2, 4) is None
    assert stored.span(utf16, 0, 8) is None
    assert stored.nearest_span(utf16, 2, 4) == (1, 3)
    assert stored.nearest_span(utf16, 0, 99) == (0, 5)
    assert stored.span(Reading(Unit.UTF8, Breaks.STORED, bom=True), 4, 8) == (1, 2)


def test_whole_lines_with_their_ends_are_read_where_they_are() -> None:
    lines = ["Maya: I was 😀 heard.\n", "Ruth: So was I.\n", "\n", "Maya: We were friends.\n"]
    starts = [sum(map(len, lines[:number])) for number in range(len(lines))]
    spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True) if line.strip()]
    verdict = decide([Document(StoredText("".join(lines)), spans)]).pooled
    assert verdict.reading == Reading()
