"""Read the files of a command that changed since they were loaded."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from graphmodel.errors import Problem
from graphmodel.graph.document import Document, Origin
from graphmodel.graph.elements import Properties
from graphmodel.loading.documents import origin_of, split
from graphmodel.loading.selection import Selection
from graphmodel.loading.study_state import StudyState
from graphmodel.records import Kind, Record
from graphmodel.server.progress import Progress
from loaders.source import Source


@dataclass(slots=True)
class ReadFiles:
    """The files that were read: the documents of changed files by key, with the fingerprint of each file; the keys of
    documents that are gone; the files that are as they were; and what is wrong, by document."""

    documents: dict[str, Document] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    fingerprints: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    unchanged: list[Source] = field(default_factory=list)
    problems: dict[str, list[Problem]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.documents or self.gone)


def read_files(selection: Selection, state: StudyState, progress: Progress, again: Container[Kind] = ()) -> ReadFiles:
    """Read each file that is not as it was loaded last, once, and those of some kinds `again` in any case."""
    read, there = ReadFiles(), documents_by_path(state)
    for done, source in enumerate(selection.sources):
        progress("reading", done, len(selection.sources))
        _read(source, selection, documents_of(source, there), read, again=source.kind in again)
    progress("reading", len(selection.sources), len(selection.sources))
    if selection.root:
        known = {key for source in selection.sources for key in documents_of(source, there)}
        read.gone |= {key for key, node in state.nodes.items() if node.get("root") and key not in known}
    return read


def _read(
    source: Source, selection: Selection, before: Mapping[str, Properties], read: ReadFiles, *, again: bool
) -> None:
    fingerprint = source.fingerprint()
    if before and not again and all(node.get("fileSha256") == fingerprint for node in before.values()):
        read.unchanged.append(source)
        return
    records: list[Record] = []
    problems: list[Problem] = []
    for item in source.read():
        if isinstance(item, Problem):
            problems.append(item)
        else:
            records.append(item)
    founded = [selection.founded] if selection.founded and source.kind is Kind.PROJECT else []
    documents = split(selection.study, source, [*founded, *records])
    for document in documents:
        read.documents[document.key] = document
        read.sources[document.key] = source
        read.fingerprints[document.key] = fingerprint
    read.gone |= set(before) - {document.key for document in documents}
    read.problems[documents[0].key if documents else f"file {source.name}"] = problems


def documents_by_path(state: StudyState) -> dict[str, dict[str, Properties]]:
    """The Document nodes of a study by path and key."""
    found: dict[str, dict[str, Properties]] = {}
    for key, node in state.nodes.items():
        found.setdefault(str(node["path"]), {})[key] = node
    return found


def documents_of(source: Source, by_path: Mapping[str, dict[str, Properties]]) -> dict[str, Properties]:
    """The documents that stand of a file, by key."""
    origin, project = origin_of(source), source.kind is Kind.PROJECT
    return {
        key: node
        for key, node in by_path.get(source.name, {}).items()
        if (node["origin"] == origin if project else node["kind"] == source.kind and node["origin"] != Origin.PROJECT)
    }
