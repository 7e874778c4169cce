"""Turn what was read of a file into the documents that it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from graphmodel.graph.document import Document, Origin, Outline
from graphmodel.graph.excerpts import unnamed_interview
from graphmodel.graph.kinds.transcript import text_hash
from graphmodel.names import fold, fold_interview
from graphmodel.records import (
    Coding,
    Concept,
    Interview,
    Kind,
    Link,
    Memo,
    Participant,
    Record,
    Reference,
    Researcher,
    Revision,
    Study,
    Theory,
    Transcript,
)
from graphmodel.schema import Label, key
from loaders.source import Source

KIND_OF: dict[type[Record], Kind] = {
    Study: Kind.STUDY,
    Researcher: Kind.STUDY,
    Participant: Kind.PARTICIPANTS,
    Interview: Kind.INTERVIEWS,
    Concept: Kind.CODEBOOK,
    Reference: Kind.BIBLIOGRAPHY,
    Transcript: Kind.TRANSCRIPT,
    Coding: Kind.CODINGS,
    Memo: Kind.MEMO,
    Theory: Kind.THEORY,
    Link: Kind.LINKS,
    Revision: Kind.REVISIONS,
}
"""The kind of document that a record of a tool's project belongs to."""


WITH_RECORDS = frozenset({Kind.CODINGS, Kind.TRANSCRIPT, Kind.PROJECT})
"""The kinds of file that are no document where nothing could be read of them."""


def origin_of(source: Source) -> Origin:
    """The origin of a file: a tool's project is one wherever it lies."""
    if source.kind is Kind.PROJECT:
        return Origin.PROJECT
    return Origin.FOLDER if source.root else Origin.FILE


def document_key(study: str, kind: Kind, path: str, part: str | None = None) -> str:
    """The key of the document of a kind that a file holds, or of one part of it."""
    return key(study, Label.DOCUMENT, f"{kind.value}/{path}" + (f"#{part}" if part else ""))


def split(study: str, source: Source, records: Iterable[Record]) -> list[Document]:
    """The documents that a file's records make: one, but of codings one an interview, and of a tool's project one for
    each thing that a study folder would hold in a file of its own. Each record is looked at once."""
    grouped: dict[tuple[Kind, str | None], list[Record]] = {}
    project = source.kind is Kind.PROJECT
    for record in records:
        kind = KIND_OF[type(record)] if project else source.kind
        grouped.setdefault((kind, _part(record, source)), []).append(record)
    if not grouped and source.kind not in WITH_RECORDS:
        grouped[source.kind, None] = []
    return [_document(study, source, kind, part, found) for (kind, part), found in grouped.items()]


def _part(record: Record, source: Source) -> str | None:
    if isinstance(record, Coding):
        return fold_interview(record.interview or unnamed_interview(source.name))
    if source.kind is not Kind.PROJECT:
        return None
    if isinstance(record, Transcript):
        return fold_interview(record.interview)
    return fold(record.name) if isinstance(record, Memo) else None


def _document(study: str, source: Source, kind: Kind, part: str | None, records: Sequence[Record]) -> Document:
    return Document(
        study=study,
        key=document_key(study, kind, source.name, part),
        kind=kind,
        path=source.name,
        origin=origin_of(source),
        records=records,
        file=source.path,
        part=part,
        outline=outline_of(kind, records),
        interview=interview_of(kind, records, source.name),
    )


def outline_of(kind: Kind, records: Sequence[Record]) -> Outline | None:
    """The outline of a large document; None for a small one."""
    first = records[0] if records else None
    if kind is Kind.TRANSCRIPT and isinstance(first, Transcript):
        layout = sha256(repr((first.turns, first.times, first.each_line)).encode("utf-8", "surrogatepass")).hexdigest()
        return Outline(
            name=first.interview,
            characters=len(first.text),
            text_sha256=text_hash(first.text),
            layout_sha256=layout,
        )
    if kind is Kind.CODINGS and isinstance(first, Coding):
        rows = [record for record in records if isinstance(record, Coding)]
        concepts = dict.fromkeys(code for row in rows for code in row.codes)
        coders = dict.fromkeys(row.coder for row in rows if row.codes)
        return Outline(name=first.interview, concepts=tuple(concepts), coders=tuple(coders))
    return None


def interview_of(kind: Kind, records: Sequence[Record], path: str) -> str | None:
    """The folded name of the interview that a large document is of, as far as its records tell."""
    first = records[0] if records else None
    if kind is Kind.TRANSCRIPT and isinstance(first, Transcript):
        return fold_interview(first.interview)
    if kind is Kind.CODINGS and isinstance(first, Coding):
        return fold_interview(first.interview or unnamed_interview(path))
    return None
