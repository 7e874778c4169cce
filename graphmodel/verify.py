"""Excerpts against transcripts: where the words of a quote stand, and how far source and transcript agree.

A place in a transcript is counted among the places of its folded words, whatever form the quote had, so that
words and occurrence name one span. That span never begins or ends with white space or unseen characters, and
holds whole clusters (see `words`): with the same transcript, one key is one `start`, `end` and `text`.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from graphmodel.ellipsis import Chains, split
from graphmodel.words import Folded, fold, occurrences

_QUOTATION_MARKS = "'\""


class Verification(StrEnum):
    """How far a source and the transcript agree on an excerpt.

    EXACT: the same words at the place that was named, if one was. NORMALISED: the same once folded, or with an
    ellipsis, speakers' labels or outer quotation marks left aside. RELOCATED: the words stand elsewhere.
    UNLOCATED: they do not stand in the transcript. UNCHECKED: there is no transcript.
    """

    EXACT = "exact"
    NORMALISED = "normalised"
    RELOCATED = "relocated"
    UNLOCATED = "unlocated"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a source says of where an excerpt is. `start` and `end` are code points in the transcript's text, 0-based,
    half-open; `occurrence` (1-based) is which of the places of the quote's folded words is meant. Beside a quote,
    `start` decides and `end` is not asked."""

    quote: str | None = None
    start: int | None = None
    end: int | None = None
    occurrence: int | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where an excerpt is. `text` is the transcript's words (the quote's own where they were not placed), `quote` the
    source's words where they differ, `start` and `end` code points in the transcript, 0-based, half-open, None where
    not placed. The folded words of `text` stand in `occurrences` places (0 where not placed); this is the
    `occurrence`-th (1-based)."""

    text: str
    quote: str | None
    start: int | None
    end: int | None
    occurrence: int
    occurrences: int
    verification: Verification

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the folded words, in hexadecimal digits."""
        return fingerprint(self.text)


def fingerprint(text: str) -> str:
    """SHA-256 of the folded words of `text`, in hexadecimal digits; the same for all that fold alike."""
    return hashlib.sha256(fold(text).encode("utf-8", "surrogatepass")).hexdigest()


def unchecked(anchor: Anchor) -> Location:
    """The location of an excerpt whose transcript is not loaded: the quote's own words, no offsets. The occurrence is
    the one that the source names, so that two places it tells apart stay two."""
    occurrence = max(1, anchor.occurrence or 1)
    return Location(_core(anchor), None, None, None, occurrence, 0, Verification.UNCHECKED)


def _unlocated(anchor: Anchor) -> Location:
    return Location(_core(anchor), None, None, None, 1, 0, Verification.UNLOCATED)


def _core(anchor: Anchor) -> str:
    return (anchor.quote or "").strip()


class Words:
    """One transcript's words, indexed once to be asked for many excerpts."""

    def __init__(self, text: str, hidden: Sequence[tuple[int, int]] = ()) -> None:
        """`text` is the transcript; `hidden` are spans in it (code points, 0-based, half-open) that a quote may leave
        out: speakers' labels and timestamps."""
        self._text = text
        self._hidden = hidden

    @cached_property
    def _folded(self) -> Folded:
        return Folded(self._text)

    @cached_property
    def _spoken(self) -> _Spoken:
        return _Spoken(self._text, self._hidden)

    def locate(self, anchor: Anchor) -> Location:
        """Find the excerpt: the quote as it stands; else folded; else without what is hidden; else by its parts where
        it has an ellipsis; else the same without a pair of outer quotation marks. Of several places, the one at
        `start`, else the `occurrence`-th, else the nearest to `start`, else the first, whole words and literally equal
        ones preferred. Without a quote, the words from `start` to `end`."""
        wanted = fold(anchor.quote or "")
        if not wanted:
            return self._pointed_at(anchor)
        places = self._folded.places(wanted)
        if places:
            return self._quoted(anchor, places, len(wanted))
        for spans in self._other_readings(wanted, anchor):
            if spans:
                return self._read_otherwise(anchor, spans)
        return _unlocated(anchor)

    def _pointed_at(self, anchor: Anchor) -> Location:
        start, end = anchor.start, anchor.end
        if start is None or end is None or not 0 <= start < end <= len(self._text):
            return _unlocated(anchor)
        first, last = self._folded.span_at(start, end)
        if first == last:
            return _unlocated(anchor)
        location = self._location(first, last, None, Verification.EXACT)
        if start <= (location.start or 0) and (location.end or 0) <= end:
            return location
        return self._location(first, last, None, Verification.NORMALISED)

    def _quoted(self, anchor: Anchor, places: list[int], length: int) -> Location:
        core = _core(anchor)
        given = self._given(anchor)
        index = _pick(places, given, anchor.occurrence)
        if index is None:
            return _unlocated(anchor)
        if given is None and anchor.occurrence is None and len(places) > 1:
            index = self._likeliest(places, length, core)
        place = places[index]
        start, end = self._span(place, place + length)
        text = self._text[start:end]
        if given is not None and given != place:
            verification = Verification.RELOCATED
        elif text == core and (anchor.start is None or anchor.start <= start):
            verification = Verification.EXACT
        else:
            verification = Verification.NORMALISED
        quote = None if text == core else core
        return Location(text, quote, start, end, index + 1, len(places), verification)

    def _likeliest(self, places: list[int], length: int, core: str) -> int:
        """The index of the first place that is literally the quote and splits no word, else that is one of these."""
        indexes: Sequence[int] = range(len(places))
        literal = {(start, start + len(core)) for start in occurrences(self._text, core)}
        if literal:
            indexes = [
                index for index in indexes if self._span(places[index], places[index] + length) in literal
            ] or indexes
        whole = (i for i in indexes if not self._folded.splits_word(places[i], places[i] + length))
        return next(whole, indexes[0])

    def _other_readings(self, wanted: str, anchor: Anchor) -> Iterator[list[tuple[int, int]]]:
        """Folded spans where the quote stands in another reading of it, one list a reading, the closest first."""
        unmarked = _without_outer_marks(wanted)
        for words in (wanted, unmarked) if unmarked else (wanted,):
            if words is unmarked:
                yield [(place, place + len(words)) for place in self._folded.places(words)]
            if self._hidden:
                spoken = self._spoken.folded
                yield self._in_transcript([(place, place + len(words)) for place in spoken.places(words)])
            for parts in split(words):
                yield self._chained(parts, anchor)
                if self._hidden:
                    yield self._in_transcript(Chains(self._spoken.folded, parts).spans(_asked(anchor)))

    def _chained(self, parts: list[str], anchor: Anchor) -> list[tuple[int, int]]:
        chains = Chains(self._folded, parts)
        given = self._given(anchor)
        there = chains.span_from(given) if given is not None and given >= 0 else None
        return [there] if there else chains.spans(_asked(anchor))

    def _in_transcript(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Spans in the fold of what is spoken, as spans in the fold of the whole transcript."""
        return [self._folded.span_at(*self._spoken.span(start, end)) for start, end in spans]

    def _read_otherwise(self, anchor: Anchor, spans: list[tuple[int, int]]) -> Location:
        given = self._given(anchor)
        index = _pick([start for start, _ in spans], given, anchor.occurrence)
        if index is None:
            return _unlocated(anchor)
        moved = given is not None and given != spans[index][0]
        verification = Verification.RELOCATED if moved else Verification.NORMALISED
        return self._location(*spans[index], _core(anchor), verification)

    def _location(self, first: int, last: int, quote: str | None, verification: Verification) -> Location:
        """The location of a folded span that cuts no cluster (one that does is widened)."""
        start, end = self._span(first, last)
        first, last = self._folded.span_at(start, end)
        places = self._folded.places(self._folded.text[first:last])
        occurrence = bisect_left(places, first) + 1
        return Location(self._text[start:end], quote, start, end, occurrence, len(places), verification)

    def _given(self, anchor: Anchor) -> int | None:
        """The folded position of the first word at or after `start`; one where nothing stands if it is outside."""
        if anchor.start is None:
            return None
        if anchor.start < 0:
            return -1
        return self._folded.span_at(min(anchor.start, len(self._text)), len(self._text))[0]

    def _span(self, first: int, last: int) -> tuple[int, int]:
        return self._folded.source_start(first), self._folded.source_end(last)


class _Spoken:
    """What is left of a transcript without its hidden spans, folded, with the way back."""

    def __init__(self, text: str, hidden: Sequence[tuple[int, int]]) -> None:
        pieces: list[str] = []
        self._piece_starts: list[int] = []
        self._shifts: list[int] = []
        length = done = 0
        for start, end in (*sorted(hidden), (len(text), len(text))):
            piece = text[done:start]
            if piece:
                if pieces and not pieces[-1][-1].isspace() and piece[0].isalnum():  # two words stay two
                    pieces.append(" ")
                    length += 1
                self._piece_starts.append(length)
                self._shifts.append(done - length)
                pieces.append(piece)
                length += len(piece)
            done = max(done, end)
        self.folded = Folded("".join(pieces))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The span in the whole text of a folded span here, whose edges are no white space."""
        return self._whole(self.folded.source_start(first)), self._whole(self.folded.source_end(last) - 1) + 1

    def _whole(self, offset: int) -> int:
        return offset + self._shifts[bisect_right(self._piece_starts, offset) - 1]


def _pick(starts: list[int], given: int | None, occurrence: int | None) -> int | None:
    """The index of the place at `given`, else of the `occurrence`-th, else of the nearest to `given`, else of the
    first; None if there are fewer than `occurrence`."""
    after = 0 if given is None else bisect_left(starts, given)
    if given is not None and after < len(starts) and starts[after] == given:
        return after
    if occurrence is not None:
        return occurrence - 1 if 1 <= occurrence <= len(starts) else None
    if given is None:
        return 0
    near = range(max(0, after - 1), min(after + 1, len(starts)))
    return min(near, key=lambda index: abs(starts[index] - given))


def _asked(anchor: Anchor) -> int | None:
    """How many places have to be known to pick the anchor's: the first alone, where it tells none apart."""
    return 1 if anchor.start is None and anchor.occurrence is None else None


def _without_outer_marks(words: str) -> str:
    if len(words) > 2 and words[0] == words[-1] and words[0] in _QUOTATION_MARKS:
        return words[1:-1].strip(" ")
    return ""
