"""Which reading of its positions a program uses, decided by the evidence of all its documents together.

A span is evidence for each reading under which it holds its stored quotation; where no quotation is stored, under
which it begins and ends at the edge of a word. Programs disagree and documents are silent on it, so the reading that
most spans speak for is taken; one document has a reading of its own only where its spans contradict the rest.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graphmodel.quotes.fold import fold
from loaders.offset_readings import READINGS, Breaks, Reading, StoredText

WINS_FROM = 0.5
"""The share of spans that must speak for a reading; by chance about a tenth begins and ends at the edge of a word."""
ENOUGH, FEWEST_OF_A_DOCUMENT = 4000, 20
"""The spans that decide, at most, over all documents together; and those of one document, at least."""
_PIECE, _GLANCE = 100, 3
"""The spans of a document that are weighed at once, and the pieces by which a reading is guessed that may win."""
OWN_READING_FROM = 4
"""The spans that a document needs to contradict the others."""
_NO_WORD_SPLIT, _BEGINS_WITH_SIGN, _ENDS_WITH_SIGN = 1, 2, 1
"""Points of a span by the edges of words: who marks by hand, or line by line, takes in white space behind rather than
before."""
_MOST = _NO_WORD_SPLIT + _BEGINS_WITH_SIGN + _ENDS_WITH_SIGN
_RARE = 4
"""The points that a reading must be ahead by, by the edges of words, for each rare thing that it takes for granted."""
_LONGER = 4
"""How many times longer than its fold a quotation may be, white space and marks counted."""
_NO_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "IDEOGRAPHIC")
_CUT_SHORT = ("…", "...")


class Span(NamedTuple):
    """A program's span as it is stored, with the quotation beside it if there is one (one cut short ends in …)."""

    start: int
    end: int
    quote: str | None = None


@dataclass(slots=True)
class Document:
    """A text with the spans that a program has in it."""

    stored: StoredText
    spans: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reading that won, None where none did; how many of how many spans spoke for it, and by which evidence."""

    reading: Reading | None
    hits: int = 0
    spans: int = 0
    evidence: str = "the edges of words"

    def __str__(self) -> str:
        if self.reading is None:
            return f"no reading of the positions fits: the best agrees with {self.hits} of {self.spans} spans"
        return f"positions are read as {self.reading}: {self.hits} of {self.spans} spans agree with {self.evidence}"


@dataclass(slots=True)
class Decision:
    """The verdict over all documents, and those of documents (by their place in the list) that contradict it."""

    pooled: Verdict
    own: dict[int, Verdict] = field(default_factory=dict)

    def of(self, document: int) -> Verdict:
        """The verdict for one document."""
        return self.own.get(document, self.pooled)


class _Score(NamedTuple):
    """What the spans say of one reading: how many hold their quotation, and how neatly they begin and end."""

    quoted: int = 0
    points: int = 0


_Rank = tuple[int, int]


def _start(counted: tuple[Span, int]) -> int:
    return counted[0].start


def decide(documents: Sequence[Document]) -> Decision:
    """The reading of one program's positions. Spans without length are no evidence and are left aside; of very many,
    some from each document decide, and all are counted for what was decided."""
    most = max(FEWEST_OF_A_DOCUMENT, ENOUGH // max(1, len(documents)))
    some = [_Evidence(document, most) for document in documents]
    decision = Decision(_verdict(some))
    for index, evidence in enumerate(some):
        if own := _contradiction(evidence, decision.pooled.reading):
            decision.own[index] = own
    return decision


def _contradiction(evidence: _Evidence, pooled: Reading | None) -> Verdict | None:
    """The verdict of a document whose spans contradict the others; None where they do not, or are too few."""
    if pooled is None or evidence.spans < OWN_READING_FROM:
        return None
    hits = evidence.hits(pooled)
    if hits >= WINS_FROM * evidence.spans:
        return None
    own = _verdict([evidence])
    return own if own.reading and own.hits >= 2 * hits else None


def _verdict(evidence: Sequence[_Evidence]) -> Verdict:
    quoted = sum(one.quoted for one in evidence)
    best = _best(evidence, quoted > 0)
    spans = quoted or sum(one.spans for one in evidence)
    hits = sum(one.hits(best) for one in evidence if one.quoted or not quoted)
    won = spans > 0 and hits >= WINS_FROM * spans
    return Verdict(best if won else None, hits, spans, "their stored quotations" if quoted else "the edges of words")


def _best(evidence: Sequence[_Evidence], quoted: bool) -> Reading:
    """The reading of the highest rank. The one that is ahead after a glance is asked of all pieces, and each other one
    only of as many as show that it falls short."""
    pieces = [(one, piece) for one in evidence for piece in one.pieces]
    glance = {reading: _rank_of(reading, pieces[:_GLANCE], quoted) for reading in READINGS}
    ranks: dict[Reading, _Rank] = {}
    for reading in sorted(READINGS, key=lambda each: glance[each], reverse=True):
        ranks[reading] = _rank_of(reading, pieces, quoted, max(ranks.values(), default=None))
    return max(READINGS, key=lambda each: ranks[each])


def _rank_of(
    reading: Reading, pieces: Sequence[tuple[_Evidence, _Piece]], quoted: bool, least: _Rank | None = None
) -> _Rank:
    """The rank of a reading over pieces of evidence; once it cannot reach the least that is asked, one below that."""
    hits = points = 0
    left = sum(piece.total for _, piece in pieces)
    for one, piece in pieces:
        score = one.score(reading, piece)
        left -= piece.total
        hits, points = hits + score.quoted, points + score.points
        if least is not None and _rank(_Score(hits + left, points + left * _MOST), reading, quoted) < least:
            break
    return _rank(_Score(hits, points), reading, quoted)


def _rank(score: _Score, reading: Reading, quoted: bool) -> _Rank:
    """Little evidence must not speak for what hardly any program does; stored quotations are never little."""
    rare = (reading.bom, reading.inclusive, reading.breaks is Breaks.TWO)
    return (score.quoted, score.points) if quoted else (0, score.points - _RARE * sum(rare))


class _Evidence:
    """The spans of a document, and what each says of a reading. `quoted` of them have a quotation; `spans` are those
    that count: these where there are any, else all. `pieces` are those of them that decide."""

    def __init__(self, document: Document, most: int) -> None:
        self._stored = document.stored
        every = Counter(span for span in document.spans if span.start != span.end)
        self.quoted = sum(times for span, times in every.items() if span.quote)
        self._told = {span: times for span, times in every.items() if span.quote} if self.quoted else dict(every)
        self.spans = sum(self._told.values())
        some = list(self._told.items())[:: max(1, -(-len(self._told) // most))]
        self.pieces = [_Piece(some[at : at + _PIECE]) for at in range(0, len(some), _PIECE)]
        self._scores: dict[tuple[Reading, int], _Score] = {}
        self._hits: dict[Reading, int] = {}
        self._quotes: dict[str, _Quote] = {}

    def score(self, reading: Reading, piece: _Piece) -> _Score:
        """What a piece says of a reading."""
        alike = self._stored.alike(reading)
        known = self._scores.get((alike, id(piece)))
        if known is None:
            known = self._scores[alike, id(piece)] = self._score(alike, piece)
        return known

    def _score(self, reading: Reading, piece: _Piece) -> _Score:
        quoted = points = 0
        whole = self._stored.under(reading).whole
        for span, times in piece.spans:
            place = whole(span.start, span.end)
            if place:
                quoted += times * bool(span.quote and self._agrees(place, span.quote))
                points += times * _points(self._stored.text, *place)
        return _Score(quoted, points)

    def hits(self, reading: Reading) -> int:
        """How many of the spans that count speak for a reading."""
        alike = self._stored.alike(reading)
        if alike not in self._hits:
            whole = self._stored.under(alike).whole
            places = (
                (whole(span.start, span.end), span.quote, times)
                for span, times in sorted(self._told.items(), key=_start)
            )
            self._hits[alike] = sum(times for place, quote, times in places if place and self._speaks(place, quote))
        return self._hits[alike]

    def _speaks(self, place: tuple[int, int], quote: str | None) -> bool:
        return self._agrees(place, quote) if quote else _points(self._stored.text, *place) > 0

    def _agrees(self, place: tuple[int, int], quote: str) -> bool:
        words = self._stored.text[slice(*place)]
        if words == quote:
            return True
        if quote not in self._quotes:
            self._quotes[quote] = _Quote(quote)
        return self._quotes[quote].agrees(words)


class _Piece:
    """Some of a document's spans, each with how often it is there."""

    def __init__(self, spans: Sequence[tuple[Span, int]]) -> None:
        self.spans = spans
        self.total = sum(times for _, times in spans)


def _points(text: str, start: int, end: int) -> int:
    """How neatly a span begins and ends; none where it splits a word."""
    if _splits(text, start) or _splits(text, end):
        return 0
    signs = _BEGINS_WITH_SIGN * (not text[start].isspace()) + _ENDS_WITH_SIGN * (not text[end - 1].isspace())
    return _NO_WORD_SPLIT + signs


class _Quote:
    """A stored quotation, ready to be compared."""

    def __init__(self, quote: str) -> None:
        self._cut = quote.endswith(_CUT_SHORT)
        self._words = fold(quote.removesuffix("…").removesuffix("..."))

    def agrees(self, words: str) -> bool:
        """Tell whether the words are the quotation, or begin with it where it was cut short."""
        most = _LONGER * len(self._words) + 100
        if len(words) > most and not self._cut:
            return False
        folded = fold(words[:most])
        return folded == self._words or (self._cut and bool(self._words) and folded.startswith(self._words))


def _splits(text: str, position: int) -> bool:
    """Tell whether a position lies within a word, or between a letter and its mark."""
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    if unicodedata.category(after)[0] == "M":
        return not before.isspace()
    return _of_word(before) and _of_word(after)


def _of_word(character: str) -> bool:
    if character.isascii():
        return character.isalnum()
    category = unicodedata.category(character)
    if category[0] not in "LNM":
        return False
    return category != "Lo" or not unicodedata.name(character, "").startswith(_NO_SPACES)
