"""The documents of a command: which sources hold which, which are unchanged, which are gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from graphmodel.claims import document_number
from graphmodel.documents.excerpts import unnamed_interview
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

SYNC_VERSION = 1
"""Raised when the same records would become other claims, so that unchanged files are loaded again."""

ORDER = (
    Kind.STUDY,
    Kind.CODEBOOK,
    Kind.PARTICIPANTS,
    Kind.INTERVIEWS,
    Kind.BIBLIOGRAPHY,
    Kind.TRANSCRIPT,
    Kind.CODINGS,
    Kind.MEMO,
    Kind.THEORY,
    Kind.LINKS,
    Kind.REVISIONS,
)


@dataclass(slots=True)
class Incoming:
    """One document that a command brings. `part` tells the documents of one file apart: for codings and transcripts the
    folded interview, for memos the folded name; `parts` is how many the file holds."""

    source: Source
    kind: Kind
    key: str
    records: Sequence[Record] = ()
    part: str | None = None
    parts: int = 1

    @property
    def number(self) -> int:
        """The number that claims know the document by."""
        return document_number(self.key, of_tool=self.source.kind is Kind.PROJECT)


def document_key(study: str, kind: Kind, source: Source, part: str | None = None) -> str:
    """The key of the document of a kind that a source holds, or of one part of it."""
    name = f"{kind}/{source.name}" + (f"#{part}" if part else "")
    return key(study, Label.DOCUMENT, name)


def split(study: str, source: Source, records: Sequence[Record]) -> list[Incoming]:
    """The documents that a source's records make, in the order in which documents are loaded: one, but for codings one
    an interview, and for a tool's project one for each thing that a study folder would hold in a file of its own."""
    grouped: dict[tuple[Kind, str | None], list[Record]] = {}
    for record in records:
        kind = KIND_OF[type(record)] if source.kind is Kind.PROJECT else source.kind
        grouped.setdefault((kind, _part(kind, record, source)), []).append(record)
    if not grouped and source.kind not in (Kind.CODINGS, Kind.PROJECT):
        grouped[source.kind, None] = []
    documents = [
        Incoming(source, kind, document_key(study, kind, source, part), rows, part, len(grouped))
        for (kind, part), rows in grouped.items()
    ]
    return sorted(documents, key=lambda document: ORDER.index(document.kind))


KIND_OF: dict[type, Kind] = {
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


def _part(kind: Kind, record: Record, source: Source) -> str | None:
    if isinstance(record, Coding) and kind is Kind.CODINGS:
        return fold_interview(record.interview or unnamed_interview(source.name))
    if isinstance(record, Transcript):
        return fold_interview(record.interview)
    return fold(record.name) if source.kind is Kind.PROJECT and isinstance(record, Memo) else None


def of_source(held: Mapping[str, Mapping[str, Any]], source: Source) -> list[Mapping[str, Any]]:
    """The documents that the graph holds of a source."""
    return [each for each in held.values() if each["sourceKind"] == source.kind and each["path"] == source.name]


def is_whole(documents: Sequence[Mapping[str, Any]], fingerprint: str) -> bool:
    """Whether these are all documents of a file with this fingerprint."""
    return (
        bool(documents)
        and len(documents) == documents[0]["parts"]
        and all(each["fileSha256"] == fingerprint for each in documents)
    )


@dataclass(slots=True)
class Surroundings:
    """What a document is built from beside its own file: the transcripts' hashes and the default coder."""

    transcripts: Mapping[str, str]
    coder: str

    def of(self, kind: Kind, part: str | None) -> str:
        """A text that changes when any of it changes for a document of this kind."""
        if kind is Kind.CODINGS:
            return f"{self.coder}|{self.transcripts.get(part or '', '')}"
        if kind is Kind.THEORY:
            return f"{self.coder}|{sorted(self.transcripts.items())}"
        return ""


def input_hash(fingerprint: str, kind: Kind, part: str | None, surroundings: Surroundings) -> str:
    """SHA-256, in hex, over everything that a document is built from."""
    content = f"{SYNC_VERSION}|{fingerprint}|{surroundings.of(kind, part)}"
    return sha256(content.encode()).hexdigest()


def gone(held: Mapping[str, Mapping[str, Any]], root: str, present: Iterable[Source]) -> list[Mapping[str, Any]]:
    """The documents of a study folder whose file is not there any more."""
    there = {(source.kind.value, source.name) for source in present}
    return [
        each for each in held.values() if each.get("root") == root and (each["sourceKind"], each["path"]) not in there
    ]
