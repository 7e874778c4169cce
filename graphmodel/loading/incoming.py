"""The documents of a command: which sources hold which, which are unchanged, which are gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from graphmodel.claims import document_number
from graphmodel.documents.excerpts import unnamed_interview
from graphmodel.names import fold_interview
from graphmodel.records import Coding, Kind, Record
from graphmodel.schema import Label, key
from loaders.source import Source

SYNC_VERSION = 1
"""Raised when the same records would become other claims, so that unchanged files are loaded again."""

ORDER = (
    Kind.STUDY,
    Kind.PARTICIPANTS,
    Kind.INTERVIEWS,
    Kind.CODEBOOK,
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
    """One document that a command brings. `part` is the folded interview of a codings file's part."""

    source: Source
    key: str
    records: Sequence[Record] = ()
    part: str | None = None
    parts: int = 1

    @property
    def number(self) -> int:
        """The number that claims know the document by."""
        return document_number(self.key)


def document_key(study: str, source: Source, part: str | None = None) -> str:
    """The key of the document that a source is, or of one interview's part of it."""
    name = f"{source.kind}/{source.name}" + (f"#{part}" if part else "")
    return key(study, Label.DOCUMENT, name)


def split(study: str, source: Source, records: Sequence[Record]) -> list[Incoming]:
    """The documents that a source's records make: one, but for codings one an interview, in the order of the file."""
    if source.kind is not Kind.CODINGS:
        return [Incoming(source, document_key(study, source), records)] if records else []
    parts: dict[str, list[Record]] = {}
    for record in records:
        if isinstance(record, Coding):
            parts.setdefault(fold_interview(record.interview or unnamed_interview(source.name)), []).append(record)
    return [Incoming(source, document_key(study, source, part), rows, part, len(parts)) for part, rows in parts.items()]


def of_source(held: Mapping[str, Mapping[str, Any]], source: Source) -> list[Mapping[str, Any]]:
    """The documents that the graph holds of a source."""
    return [each for each in held.values() if each["kind"] == source.kind and each["path"] == source.name]


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
    return [each for each in held.values() if each.get("root") == root and (each["kind"], each["path"]) not in there]
