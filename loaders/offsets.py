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

from graphmodel.words import fold
from loaders.offset_readings import READINGS, Breaks, Reading, StoredText

WINS_FROM = 0.5
"""The share of spans that must speak for a reading; by chance about a tenth begins and ends at the edge of a word."""
ENOUGH, FEWEST_OF_A_DOCUMENT = 4000, 20
"""The spans that decide, at most, over all documents together; and those of one document, at least."""
OWN_READING_FROM = 4
"""The spans that a document needs to contradict the others."""
_NO_WORD_SPLIT, _BEGINS_WITH_SIGN, _ENDS_WITH_SIGN = 1, 2, 1
"""Points of a span by the edges of words: who marks by hand, or line by line, takes in white space behind rather than
before."""
_RARE = 4
"""The points that a reading must be ahead by, by the edges of words, for each rare thing that it takes for granted."""
_LONGER = 4
"""How many times longer than its fold a quotation may be, white space and marks counted."""
_NO_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "IDEOGRAPHIC")
_CUT_SHORT = ("…", "...")


@dataclass(frozen=True, slots=True)
class Span:
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


@dataclass(slots=True)
class _Score:
    """What the spans say of one reading: how many hold their quotation, how many split no word, and how neatly."""

    quoted: int = 0
    loose: int = 0
    points: int = 0

    def __add__(self, other: _Score) -> _Score:
        return _Score(self.quoted + other.quoted, self.loose + other.loose, self.points + other.points)

    def __mul__(self, times: int) -> _Score:
        return _Score(self.quoted * times, self.loose * times, self.points * times)


Scores = dict[Reading, _Score]


def decide(documents: Sequence[Document]) -> Decision:
    """The reading of one program's positions. Spans without length are no evidence and are left aside; of very many,
    some from each document decide, and all are counted for what was decided."""
    most = max(FEWEST_OF_A_DOCUMENT, ENOUGH // max(1, len(documents)))
    some = [_Evidence(document, most) for document in documents]
    each = [evidence.scores() for evidence in some]
    pooled = {reading: sum((scores[reading] for scores in each), _Score()) for reading in READINGS}
    decision = Decision(_verdict(pooled, some))
    for index, (scores, evidence) in enumerate(zip(each, some, strict=True)):
        own = _verdict(scores, [evidence])
        if decision.pooled.reading and own.reading and _contradicts(own, evidence, decision.pooled.reading):
            decision.own[index] = own
    return decision


def _contradicts(own: Verdict, evidence: _Evidence, pooled: Reading) -> bool:
    under_pool = evidence.score(pooled, evidence.all)
    hits = under_pool.quoted if evidence.quoted else under_pool.loose
    return own.spans >= OWN_READING_FROM and hits < WINS_FROM * own.spans and own.hits >= 2 * hits


def _verdict(scores: Scores, evidence: Sequence[_Evidence]) -> Verdict:
    quoted = sum(each.quoted for each in evidence)
    best = max(READINGS, key=lambda reading: _rank(scores[reading], reading, quoted))
    total = sum((each.score(best, each.all) for each in evidence), _Score())
    spans = quoted or sum(each.all.total() for each in evidence)
    hits = total.quoted if quoted else total.loose
    won = spans > 0 and hits >= WINS_FROM * spans
    return Verdict(best if won else None, hits, spans, "their stored quotations" if quoted else "the edges of words")


def _rank(score: _Score, reading: Reading, quoted: int) -> tuple[int, int]:
    """Little evidence must not speak for what hardly any program does; stored quotations are never little."""
    rare = (reading.bom, reading.inclusive, reading.breaks is Breaks.TWO)
    return (score.quoted, score.points) if quoted else (0, score.points - _RARE * sum(rare))


class _Evidence:
    """The spans of a document, and what each says of a reading."""

    def __init__(self, document: Document, most: int) -> None:
        self._stored = document.stored
        self.all = Counter(span for span in document.spans if span.start != span.end)
        self.quoted = sum(times for span, times in self.all.items() if span.quote)
        told = [span for span in self.all if span.quote] if self.quoted else list(self.all)
        self._some = Counter({span: self.all[span] for span in told[:: max(1, -(-len(told) // most))]})
        self._quotes = {span.quote: _Quote(span.quote) for span in self.all if span.quote}
        self._judged: dict[tuple[tuple[int, int] | None, str | None], _Score] = {}

    def scores(self) -> Scores:
        """What some of the spans say of each reading."""
        scores: Scores = {}
        for reading in READINGS:
            alike = self._stored.alike(reading)
            scores[reading] = scores[alike] if alike in scores else self.score(reading, self._some)
        return scores

    def score(self, reading: Reading, spans: Counter[Span]) -> _Score:
        """What spans say of one reading."""
        total = _Score()
        for span, times in spans.items():
            place = self._stored.span(reading, span.start, span.end)
            seen = (place, span.quote)
            if seen not in self._judged:
                quote = self._quotes[span.quote] if span.quote else None
                self._judged[seen] = _judge(self._stored.text, place, quote)
            total += self._judged[seen] * times
        return total


def _judge(text: str, place: tuple[int, int] | None, quote: _Quote | None) -> _Score:
    if place is None:
        return _Score()
    start, end = place
    quoted = int(quote is not None and quote.agrees(text[start:end]))
    if _splits(text, start) or _splits(text, end):
        return _Score(quoted)
    signs = _BEGINS_WITH_SIGN * (not text[start].isspace()) + _ENDS_WITH_SIGN * (not text[end - 1].isspace())
    return _Score(quoted, 1, _NO_WORD_SPLIT + signs)


class _Quote:
    """A stored quotation, ready to be compared."""

    def __init__(self, quote: str) -> None:
        self._quote, self._cut = quote, quote.endswith(_CUT_SHORT)
        self._words = fold(quote.removesuffix("…").removesuffix("..."))

    def agrees(self, words: str) -> bool:
        """Whether the words are the quotation, or begin with it where it was cut short."""
        if words == self._quote:
            return True
        most = _LONGER * len(self._words) + 100
        if len(words) > most and not self._cut:
            return False
        folded = fold(words[:most])
        return folded == self._words or (self._cut and bool(self._words) and folded.startswith(self._words))


def _splits(text: str, position: int) -> bool:
    """Whether a position lies within a word, or between a letter and its mark."""
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
