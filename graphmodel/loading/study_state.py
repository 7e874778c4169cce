"""A study as it stands in the graph: its documents at their versions, read as far as they are needed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from graphmodel.database import Database
from graphmodel.graph.build import index_names
from graphmodel.graph.document import Document, Origin
from graphmodel.graph.elements import Properties
from graphmodel.graph.excerpts import unnamed_interview
from graphmodel.graph.kinds import LARGE
from graphmodel.graph.merge import precedence
from graphmodel.graph.name_index import NameIndex
from graphmodel.graph.transcript_files import with_interviews
from graphmodel.names import fold_interview
from graphmodel.records import Kind
from graphmodel.store import codec
from graphmodel.store.state import Contents, State, Version, read_contents, read_state


@dataclass(frozen=True, slots=True)
class StudyState:
    """A study as it stands. `folder` is where the study's folder lies now, as the command names it."""

    study: str
    stored: State
    folder: Path | None = None

    @property
    def nodes(self) -> Mapping[str, Properties]:
        """The properties of the Document nodes, by key."""
        return self.stored.documents

    @property
    def versions(self) -> Mapping[str, Version]:
        """The versions that stand, by document."""
        return self.stored.versions

    def file(self, version: Version) -> Path:
        """The path of a document's file, as problems tell it."""
        if version.origin == Origin.FILE:
            return Path(version.path)
        root = self.nodes.get(version.document, {}).get("root")
        if root is None:
            return Path(version.path)
        return (self.folder or Path(str(root))) / version.path


def read_study(database: Database, study: str, folder: Path | None = None) -> StudyState:
    """A study as it stands, without any records; an empty one where there is no such study."""
    return StudyState(study, read_state(database, study), folder)


def read_outlines(database: Database, state: StudyState) -> dict[str, Document]:
    """All documents of a study by key: the small ones whole, of the large ones what is kept beside their records."""
    documents = {key: _document(state, version) for key, version in state.versions.items()}
    small = [key for key, document in documents.items() if document.kind not in LARGE]
    return read_records(database, state, documents, small)


def read_records(
    database: Database, state: StudyState, documents: Mapping[str, Document], keys: Collection[str]
) -> dict[str, Document]:
    """The documents, those of these keys with their records, turns and places of quotes."""
    if not keys:
        return dict(documents)
    contents = read_contents(database, [state.versions[key].key for key in keys])
    filled = {key: _filled(documents[key], found) for key, found in contents.items()}
    return {**documents, **filled}


def read_whole(database: Database, state: StudyState) -> list[Document]:
    """All documents of a study with all of their records."""
    documents = {key: _document(state, version) for key, version in state.versions.items()}
    return in_order(read_records(database, state, documents, list(documents)).values())


def read_names(database: Database, study: str) -> NameIndex:
    """Read what the names in a study mean."""
    documents = read_outlines(database, read_study(database, study))
    return index_names(study, in_order(documents.values()))


def in_order(documents: Iterable[Document]) -> list[Document]:
    """The documents by precedence, each transcript with the interview that it holds."""
    return sorted(with_interviews(sorted(documents, key=precedence)), key=precedence)


def _document(state: StudyState, version: Version) -> Document:
    kind, outline = Kind(version.kind), codec.outline_of(version.uses)
    interview = None
    if kind in LARGE and outline:
        interview = fold_interview(outline.name or unnamed_interview(version.path))
    return Document(
        study=state.study,
        key=version.document,
        kind=kind,
        path=version.path,
        origin=Origin(version.origin),
        records=(),
        file=state.file(version),
        part=version.part,
        outline=outline,
        interview=interview,
    )


def _filled(document: Document, contents: Contents) -> Document:
    records = codec.records_of(contents.records, contents.places, document.file)
    if document.kind is Kind.TRANSCRIPT:
        return replace(document, records=records, turns=codec.turns_of(contents.placed))
    return replace(document, records=records, placed=codec.quotes_of(contents.placed))
