"""Texts of a program's project with the spans that it marks in them: from its positions to ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graphmodel.errors import Place, Problem, Severity
from graphmodel.quotes.selector import QuoteSelector
from loaders.offset_readings import StoredText
from loaders.offsets import Document, Span, Verdict, decide


@dataclass(slots=True)
class MarkedText:
    """A source with words: its name in the records, its text as the program keeps it, the spans marked in it."""

    name: str
    stored: StoredText
    place: Place
    spans: list[Span] = field(default_factory=list)
    verdict: Verdict = field(default_factory=lambda: Verdict(None))

    def span(self, start: int | None, end: int | None) -> tuple[int, int] | None:
        """A span of the program in code points of the text; None where it has no place in it."""
        if start is None or end is None or self.verdict.reading is None:
            return None
        return self.stored.span(self.verdict.reading, start, end)

    def words(self, start: int | None, end: int | None) -> str:
        """The words of a span on one line; empty where it has no place."""
        place = self.span(start, end)
        return " ".join(self.stored.text[slice(*place)].split()) if place else ""

    def selector(self, start: int | None, end: int | None, quote: str | None) -> QuoteSelector:
        """The selector of a span: the quotation kept beside it, else its words; where they stand if that is known."""
        place = self.span(start, end)
        words = quote if quote and quote.strip() else None
        if place is None:
            return QuoteSelector(words or f"[positions {start} to {end}]")
        return QuoteSelector(words or self.stored.text[slice(*place)], *place)


def settle(texts: Sequence[MarkedText]) -> Iterator[Problem]:
    """Decide how the positions in a project's texts are read, by all of them together; what was decided is reported."""
    decision = decide([Document(text.stored, text.spans) for text in texts])
    for number, text in enumerate(texts):
        text.verdict = decision.of(number)
        if number in decision.own:
            yield from _report(text.verdict, text.place)
    if texts:
        yield from _report(decision.pooled, Place(texts[0].place.file))


def _report(verdict: Verdict, place: Place) -> Iterator[Problem]:
    if verdict.reading:
        yield Problem(Severity.NOTE, str(verdict), place)
    elif verdict.spans:
        hint = "What the file keeps of the quotations is looked for in the words; compare some with the program"
        yield Problem(Severity.FLAG, str(verdict), place, hint)
