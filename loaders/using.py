"""Take of a program's project the parts that a study names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from graphmodel.errors import Problem
from graphmodel.names import fold_interview
from graphmodel.quotes.locate import TranscriptIndex
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import (
    Coding,
    Concept,
    Evidence,
    Interview,
    Link,
    Memo,
    Participant,
    Record,
    Reference,
    Revision,
    Theory,
    Transcript,
)
from loaders.format import Read

PARTS: dict[str, tuple[type, ...]] = {
    "codings": (Coding,),
    "codebook": (Concept,),
    "transcripts": (Transcript,),
    "memos": (Memo,),
    "participants": (Participant, Interview),
    "theory": (Theory,),
    "literature": (Reference, Link),
    "revisions": (Revision,),
}
"""The parts that `use` may name, with the records that each stands for."""


def taken(items: Iterable[Record | Problem], use: Sequence[str]) -> Read:
    """The items that a study uses: the parts named in `use`, all where it is empty. Quotations in words that are left
    out are selected by what they say."""
    left_out = tuple(kind for part, kinds in PARTS.items() if use and part not in use for kind in kinds)
    texts: dict[str, _Text] = {}
    for item in items:
        if isinstance(item, Transcript) and Transcript in left_out:
            texts[fold_interview(item.interview)] = _Text(item.text)
        elif isinstance(item, left_out):
            continue
        elif isinstance(item, Coding):
            yield replace(item, selector=_selector(item.interview, item.selector, texts))
        elif isinstance(item, Theory):
            yield _theory(item, texts)
        else:
            yield item


class _Text:
    """The words of an interview as the project has them, indexed when a quotation is looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words: TranscriptIndex | None = None

    def by_words(self, selector: QuoteSelector) -> QuoteSelector:
        """The selector by what it says and which of its occurrences it is."""
        if selector.start is None:
            return selector
        quote = selector.quote or self.text[selector.start : selector.end]
        if not quote.strip():
            return QuoteSelector(selector.quote)
        self._words = self._words or TranscriptIndex(self.text)
        location = self._words.locate(replace(selector, quote=quote))
        return QuoteSelector(quote, occurrence=location.occurrence if location.occurrences > 1 else None)


def _selector(interview: str | None, selector: QuoteSelector, texts: dict[str, _Text]) -> QuoteSelector:
    text = texts.get(fold_interview(interview)) if interview else None
    return text.by_words(selector) if text else selector


def _theory(theory: Theory, texts: dict[str, _Text]) -> Theory:
    def settled(found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(replace(each, selector=_selector(each.interview, each.selector, texts)) for each in found)

    return replace(
        theory,
        propositions=tuple(
            replace(each, supports=settled(each.supports), contradicts=settled(each.contradicts))
            for each in theory.propositions
        ),
        negative_cases=tuple(replace(each, found=settled(each.found)) for each in theory.negative_cases),
    )
