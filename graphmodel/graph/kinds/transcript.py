"""A transcript: the words of an interview and its turns."""

from __future__ import annotations

from hashlib import sha256
from typing import cast

from graphmodel.captions import caption
from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.elements import Relationship, present
from graphmodel.graph.kind import DocumentKind
from graphmodel.graph.name_index import NameIndex
from graphmodel.graph.transcript_files import interview_title
from graphmodel.records import Kind, Transcript
from graphmodel.schema import Label, Type


def define(document: Document, names: NameIndex) -> None:
    """Define the interview whose words these are; of several transcripts of one the first counts."""
    assert document.interview is not None
    names.define(Label.INTERVIEW, document.interview, interview_title(document))
    names.transcripts.setdefault(document.interview, document.key)


def contribute(document: Document, to: Contribution) -> None:
    """Add the interview; its words and turns too, unless only an outline of the document is known."""
    outline = document.outline
    assert outline is not None and document.interview is not None
    interview = to.add(to.key(Label.INTERVIEW, document.interview), name=interview_title(document))
    if to.names.transcripts[document.interview] != document.key:
        return
    to.add(interview, characters=outline.characters, sha256=outline.text_sha256)
    if document.records:
        transcript = cast(Transcript, document.records[0])
        to.places[interview] = transcript.place
        _add_words(document, transcript, interview, to)


def _add_words(document: Document, transcript: Transcript, interview: str, to: Contribution) -> None:
    words = to.key(Label.TRANSCRIPT, document.interview or "")
    to.add_finished(words, {"text": transcript.text, "caption": f"The words of {to.nodes[interview]['name']}"})
    to.relationships[Relationship(Type.READS, interview, words)] = {}
    prefix = to.key(Label.TURN, f"{document.interview}/")
    for turn in document.turns:
        properties = present(
            {
                "index": turn.index,
                "speaker": turn.speaker,
                "role": turn.role.value,
                "text": transcript.text[turn.start : turn.end],
                "start": turn.start,
                "end": turn.end,
                "startMs": turn.start_ms,
            }
        )
        properties["caption"] = caption(Label.TURN, properties)
        to.add_finished(f"{prefix}{turn.index}", properties)
        to.relationships[Relationship(Type.PART_OF, f"{prefix}{turn.index}", interview)] = {}


def text_hash(text: str) -> str:
    """SHA-256 of a transcript's text, in hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


KIND = DocumentKind(
    kind=Kind.TRANSCRIPT,
    define=define,
    contribute=contribute,
    labels=(Label.INTERVIEW, Label.TRANSCRIPT, Label.TURN),
    relationships=(Type.READS, Type.PART_OF),
)
