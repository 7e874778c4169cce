"""The transcripts that quotes are looked for in."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.graph.document import Document, Origin
from graphmodel.quotes.spoken_transcript import SpokenTranscript
from graphmodel.records import Kind, Transcript


class Transcripts:
    """The transcripts of a study by interview, each indexed when it is asked for the first time.

    Of several of one interview the first by precedence counts; the others are known to the codings of their own file,
    whose positions are counted in them.
    """

    def __init__(self, in_order: Iterable[Document]) -> None:
        """`in_order` are the documents of a study by precedence; those with an outline alone are left out."""
        self._of: dict[str, Document] = {}
        self._own: dict[tuple[str, str], Document] = {}
        self._spoken: dict[str, SpokenTranscript] = {}
        for document in in_order:
            if document.kind is not Kind.TRANSCRIPT or not document.interview or not document.records:
                continue
            if self._of.setdefault(document.interview, document) is not document:
                self._own[document.path, document.interview] = document

    def of(self, interview: str) -> SpokenTranscript | None:
        """The transcript of an interview (its folded name)."""
        document = self._of.get(interview)
        return self._index(document) if document else None

    def own(self, document: Document, interview: str) -> SpokenTranscript | None:
        """The transcript that a document's file has of an interview beside the one that counts; only the projects of
        tools hold both words and codings."""
        found = self._own.get((document.path, interview)) if document.origin is Origin.PROJECT else None
        return self._index(found) if found else None

    def _index(self, document: Document) -> SpokenTranscript:
        known = self._spoken.get(document.key)
        if known is None:
            transcript = document.records[0]
            assert isinstance(transcript, Transcript)
            spans = ((turn.start, turn.end) for turn in document.turns)
            known = self._spoken[document.key] = SpokenTranscript(transcript.text, spans)
        return known
