"""Look for turns in transcripts and for quotes in their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from graphmodel.graph.document import Document, Origin, PlacedQuote
from graphmodel.graph.selectors import QUOTING, Quoted, quotes_of
from graphmodel.loading.transcripts import Transcripts
from graphmodel.quotes.locate import fingerprint
from graphmodel.quotes.selector import QuoteLocation, QuoteSelector
from graphmodel.quotes.spoken_transcript import locate
from graphmodel.records import Kind, Transcript
from graphmodel.turns import People, find_turns

PLACING_VERSION = 1
"""Raised when the same transcript would have other turns, or the same quote would be found elsewhere."""
FINGERPRINT_DIGITS = 24
"""Hexadecimal digits of the hash of an excerpt's words in its key: 96 bits, among which no two excerpts of a study
meet."""


class Placing:
    """The grounds on which turns and places of quotes are found, as a hash that changes when any of it
    does."""

    def __init__(self, in_order: Iterable[Document], people: People) -> None:
        """`in_order` are the documents of a study by precedence; outlines are enough."""
        self.of_turns = sha256(repr((PLACING_VERSION, people)).encode()).hexdigest()
        self._transcripts: dict[str, list[tuple[str, str, str]]] = {}
        for document in in_order:
            if document.kind is Kind.TRANSCRIPT and document.interview and document.outline:
                found = document.path, document.outline.text_sha256, document.outline.layout_sha256
                self._transcripts.setdefault(document.interview, []).append(found)

    def of_quotes(self, document: Document) -> str:
        """The hash of what the quotes of a document were found with."""
        interviews = dict.fromkeys(interview for interview, _ in quotes_of(document))
        texts = [self._of(interview, document) for interview in interviews]
        return sha256(repr((self.of_turns, texts)).encode("utf-8", "surrogatepass")).hexdigest()

    def _of(self, interview: str, document: Document) -> list[tuple[str, ...]]:
        """The texts of an interview that count for a document: the first, and that of its own file."""
        there = self._transcripts.get(interview, [])
        own = [each for each in there[1:] if each[0] == document.path and document.origin is Origin.PROJECT]
        return [each[1:] for each in (*there[:1], *own)]


def with_turns(document: Document, people: People) -> Document:
    """A transcript with its turns; `people` are those whose names open them."""
    transcript = document.records[0] if document.records else None
    if not isinstance(transcript, Transcript):
        return document
    return replace(document, turns=find_turns(transcript, people))


def placed(document: Document, transcripts: Transcripts) -> Document:
    """A document with each of its quotes looked for in the transcript of its interview."""
    if document.kind not in QUOTING:
        return document
    found = tuple(_place(document, interview, each, transcripts) for interview, each in quotes_of(document))
    return replace(document, placed=found)


def _place(document: Document, interview: str, each: Quoted, transcripts: Transcripts) -> PlacedQuote:
    own = transcripts.own(document, interview)
    selector = own.by_words(each.selector) if own else each.selector
    transcript = transcripts.of(interview)
    location = locate(selector, transcript)
    return PlacedQuote(
        identity=_identity(interview, selector, location),
        text=location.text,
        verification=location.verification,
        occurrence=location.occurrence,
        start=location.start,
        end=location.end,
        quote=location.quote,
        occurrences=location.occurrences,
        turns=tuple(transcript.turns(location)) if transcript else (),
        by_words=own is not None,
    )


def _identity(interview: str, selector: QuoteSelector, location: QuoteLocation) -> str:
    """The identity of an excerpt: interview, hash of its words, occurrence; its offsets where it has no words."""
    words = fingerprint(location.text or f"{selector.start}-{selector.end}")
    return f"{interview}/{words[:FINGERPRINT_DIGITS]}/{location.occurrence}"
