"""A transcript ready to be asked: where a quote stands in its text, and which turns it spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from graphmodel.quotes.locate import TranscriptIndex, unchecked
from graphmodel.quotes.selector import QuoteLocation, QuoteSelector

Span = tuple[int, int]
"""Code points in a transcript's text, 0-based, half-open."""


class SpokenTranscript:
    """The text of an interview with the spans of its turns, indexed once to be asked for many quotes."""

    def __init__(self, text: str, turns: Iterable[Span]) -> None:
        """`turns` are the spans of the turns' words in order; what lies between two of them (labels, times) may be
        missing from a quote."""
        spans = list(turns)
        self.text = text
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._index = TranscriptIndex(text, _labels(text, self._starts, self._ends))

    def locate(self, selector: QuoteSelector) -> QuoteLocation:
        """Find where a quote stands; raises nothing for one that does not."""
        return self._index.locate(selector)

    def turns(self, location: QuoteLocation) -> range:
        """The positions of the turns that a quote touches; none for one that was not placed."""
        if location.start is None or location.end is None:
            return range(0)
        return range(bisect_right(self._ends, location.start), bisect_left(self._starts, location.end))

    def by_words(self, selector: QuoteSelector) -> QuoteSelector:
        """The selector of a quote in this text, as one that finds it in another text of the same interview: by what it
        says, and by which of the places of its words it is."""
        if selector.start is None:
            return selector
        quote = selector.quote or self.text[selector.start : selector.end]
        if not quote.strip():
            return QuoteSelector(selector.quote)
        location = self.locate(QuoteSelector(quote, selector.start, selector.end, selector.occurrence))
        return QuoteSelector(quote, occurrence=location.occurrence if location.occurrences > 1 else None)


def locate(selector: QuoteSelector, transcript: SpokenTranscript | None) -> QuoteLocation:
    """Find where a quote stands, or give what is known of it while there is no transcript."""
    return transcript.locate(selector) if transcript else unchecked(selector)


def _labels(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[Span]:
    """The spans between turns without the white space around them."""
    spans = []
    for before, after in zip((0, *ends), starts, strict=False):
        between = text[before:after]
        label = between.strip()
        if label:
            begin = before + between.index(label)
            spans.append((begin, begin + len(label)))
    return spans
