"""Excerpts against transcripts: where the words of a quote stand, and how far source and transcript agree.

A place in a transcript is counted among the places of its folded words, whatever form the quote had, so that
words and occurrence name one span. That span never begins or ends with white space or unseen characters, and
holds whole clusters (see `fold`): with the same transcript, one key is one `start`, `end` and `text`.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from graphmodel.quotes.ellipsis import Chains, split
from graphmodel.quotes.fold import Folded, fold, occurrences
from graphmodel.quotes.selector import QuoteLocation, QuoteSelector, Verification

_QUOTATION_MARKS = "'\""


def fingerprint(text: str) -> str:
    """SHA-256 of the folded words of `text`, in hexadecimal digits; the same for all that fold alike."""
    return hashlib.sha256(fold(text).encode("utf-8", "surrogatepass")).hexdigest()


def unchecked(selector: QuoteSelector) -> QuoteLocation:
    """The location of an excerpt whose transcript is not loaded: the quote's own words, no offsets. The occurrence is
    the one that the source names, so that two places it tells apart stay two."""
    occurrence = max(1, selector.occurrence or 1)
    return QuoteLocation(_core(selector), None, None, None, occurrence, 0, Verification.UNCHECKED)


def _unlocated(selector: QuoteSelector) -> QuoteLocation:
    return QuoteLocation(_core(selector), None, None, None, 1, 0, Verification.UNLOCATED)


def _core(selector: QuoteSelector) -> str:
    return (selector.quote or "").strip()


class TranscriptIndex:
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

    def locate(self, selector: QuoteSelector) -> QuoteLocation:
        """Find the excerpt: the quote as it stands; else folded; else without what is hidden; else by its parts where
        it has an ellipsis; else the same without a pair of outer quotation marks. Of several places, the one at
        `start`, else the `occurrence`-th, else the nearest to `start`, else the first, whole words and literally equal
        ones preferred. Without a quote, the words from `start` to `end`."""
        wanted = fold(selector.quote or "")
        if not wanted:
            return self._pointed_at(selector)
        places = self._folded.places(wanted)
        if places:
            return self._quoted(selector, places, len(wanted))
        for spans in self._other_readings(wanted, selector):
            if spans:
                return self._read_otherwise(selector, spans)
        return _unlocated(selector)

    def _pointed_at(self, selector: QuoteSelector) -> QuoteLocation:
        start, end = selector.start, selector.end
        if start is None or end is None or not 0 <= start < end <= len(self._text):
            return _unlocated(selector)
        first, last = self._folded.span_at(start, end)
        if first == last:
            return _unlocated(selector)
        location = self._location(first, last, None, Verification.EXACT)
        if start <= (location.start or 0) and (location.end or 0) <= end:
            return location
        return self._location(first, last, None, Verification.NORMALISED)

    def _quoted(self, selector: QuoteSelector, places: list[int], length: int) -> QuoteLocation:
        core = _core(selector)
        given = self._given(selector)
        index = _pick(places, given, selector.occurrence)
        if index is None:
            return _unlocated(selector)
        if given is None and selector.occurrence is None and len(places) > 1:
            index = self._likeliest(places, length, core)
        place = places[index]
        start, end = self._span(place, place + length)
        text = self._text[start:end]
        if given is not None and given != place:
            verification = Verification.RELOCATED
        elif text == core and (selector.start is None or selector.start <= start):
            verification = Verification.EXACT
        else:
            verification = Verification.NORMALISED
        quote = None if text == core else core
        return QuoteLocation(text, quote, start, end, index + 1, len(places), verification)

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

    def _other_readings(self, wanted: str, selector: QuoteSelector) -> Iterator[list[tuple[int, int]]]:
        """Folded spans where the quote stands in another reading of it, one list a reading, the closest first."""
        unmarked = _without_outer_marks(wanted)
        for words in (wanted, unmarked) if unmarked else (wanted,):
            if words is unmarked:
                yield [(place, place + len(words)) for place in self._folded.places(words)]
            if self._hidden:
                spoken = self._spoken.folded
                yield self._in_transcript([(place, place + len(words)) for place in spoken.places(words)])
            for parts in split(words):
                yield self._chained(parts, selector)
                if self._hidden:
                    yield self._in_transcript(Chains(self._spoken.folded, parts).spans(_asked(selector)))

    def _chained(self, parts: list[str], selector: QuoteSelector) -> list[tuple[int, int]]:
        chains = Chains(self._folded, parts)
        given = self._given(selector)
        there = chains.span_from(given) if given is not None and given >= 0 else None
        return [there] if there else chains.spans(_asked(selector))

    def _in_transcript(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Spans in the fold of what is spoken, as spans in the fold of the whole transcript."""
        return [self._folded.span_at(*self._spoken.span(start, end)) for start, end in spans]

    def _read_otherwise(self, selector: QuoteSelector, spans: list[tuple[int, int]]) -> QuoteLocation:
        given = self._given(selector)
        index = _pick([start for start, _ in spans], given, selector.occurrence)
        if index is None:
            return _unlocated(selector)
        moved = given is not None and given != spans[index][0]
        verification = Verification.RELOCATED if moved else Verification.NORMALISED
        return self._location(*spans[index], _core(selector), verification)

    def _location(self, first: int, last: int, quote: str | None, verification: Verification) -> QuoteLocation:
        """The location of a folded span that cuts no cluster (one that does is widened)."""
        start, end = self._span(first, last)
        first, last = self._folded.span_at(start, end)
        places = self._folded.places(self._folded.text[first:last])
        occurrence = bisect_left(places, first) + 1
        return QuoteLocation(self._text[start:end], quote, start, end, occurrence, len(places), verification)

    def _given(self, selector: QuoteSelector) -> int | None:
        """The folded position of the first word at or after `start`; one where nothing stands if it is outside."""
        if selector.start is None:
            return None
        if selector.start < 0:
            return -1
        return self._folded.span_at(min(selector.start, len(self._text)), len(self._text))[0]

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


def _asked(selector: QuoteSelector) -> int | None:
    """How many places have to be known to pick the selector's: the first alone, where it tells none apart."""
    return 1 if selector.start is None and selector.occurrence is None else None


def _without_outer_marks(words: str) -> str:
    if len(words) > 2 and words[0] == words[-1] and words[0] in _QUOTATION_MARKS:
        return words[1:-1].strip(" ")
    return ""
