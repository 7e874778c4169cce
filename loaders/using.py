"""What a study takes of a program's project: the parts that it names, and no words of interviews that it has itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphmodel.errors import Place, Problem, Severity
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
"""What `use` may name, with the records that it stands for."""


def taken(items: Iterable[Record | Problem], use: Sequence[str], without: Sequence[str], place: Place) -> Read:
    """The items that a study uses: the parts named in `use`, all where it is empty; `without` are the folded names of
    interviews whose words the study has itself. Quotations in words that are left out are anchored by what they say;
    a note at `place` says so."""
    left_out = tuple(kind for part, kinds in PARTS.items() if use and part not in use for kind in kinds)
    texts: dict[str, _Text] = {}
    for item in items:
        if isinstance(item, Transcript) and (Transcript in left_out or fold_interview(item.interview) in without):
            texts[fold_interview(item.interview)] = _Text(item.text)
        elif isinstance(item, left_out):
            continue
        elif isinstance(item, Coding):
            yield replace(item, selector=_anchor(item.interview, item.selector, texts))
        elif isinstance(item, Theory):
            yield _theory(item, texts)
        else:
            yield item
    kept = [name for name in texts if name in without]
    if kept:
        message = f"the words of {len(kept)} interviews are read from the study folder and not from the project"
        hint = "Its quotations are looked for in them by what they say"
        yield Problem(Severity.NOTE, message, place, hint)


class _Text:
    """The words of an interview as the project has them, indexed when a quotation is looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words: TranscriptIndex | None = None

    def by_words(self, anchor: QuoteSelector) -> QuoteSelector:
        """The anchor by what it says and which of its occurrences it is."""
        if anchor.start is None:
            return anchor
        quote = anchor.quote or self.text[anchor.start : anchor.end]
        if not quote.strip():
            return QuoteSelector(anchor.quote)
        self._words = self._words or TranscriptIndex(self.text)
        location = self._words.locate(replace(anchor, quote=quote))
        return QuoteSelector(quote, occurrence=location.occurrence if location.occurrences > 1 else None)


def _anchor(interview: str | None, anchor: QuoteSelector, texts: dict[str, _Text]) -> QuoteSelector:
    text = texts.get(fold_interview(interview)) if interview else None
    return text.by_words(anchor) if text else anchor


def _theory(theory: Theory, texts: dict[str, _Text]) -> Theory:
    def settled(found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(replace(each, selector=_anchor(each.interview, each.selector, texts)) for each in found)

    return replace(
        theory,
        propositions=tuple(
            replace(each, supports=settled(each.supports), contradicts=settled(each.contradicts))
            for each in theory.propositions
        ),
        negative_cases=tuple(replace(each, found=settled(each.found)) for each in theory.negative_cases),
    )
