"""Documents made of records by hand, as reading files makes them, and the graph that they build."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import structs

from graphmodel.errors import NOWHERE, Place, Problem
from graphmodel.graph.build import Built, build, index_names
from graphmodel.graph.document import Document, Origin
from graphmodel.loading.documents import KIND_OF, split
from graphmodel.loading.place import placed, with_turns
from graphmodel.loading.study_state import in_order
from graphmodel.loading.transcripts import Transcripts
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Evidence, Kind, Memo, Record, Transcript
from graphmodel.schema import Label, Type, key
from loaders.format import Format
from loaders.source import Source

STUDY = "s"
COMMON = frozenset({"key", "study", "caption", "sources", "status"})
FIRST = (
    "Interviewer: How did it start?\n\nP01: I was seen as a person. Not a case.\n\n"
    "Interviewer: And then?\n\nP01: We talked as mates.\n"
)
SECOND = "Interviewer: Tell me.\n\nP02: It was tenuous, it was a job. I was seen as a person.\n"
_PATHS = {
    Kind.STUDY: "study.yaml",
    Kind.BIBLIOGRAPHY: "literature.bib",
    Kind.THEORY: "theory.yaml",
    Kind.PROJECT: "project.qdpx",
}


def file(
    *records: Record, kind: Kind | None = None, path: str | None = None, origin: Origin = Origin.FOLDER
) -> list[Document]:
    """The documents of one file with these records: the first stands in row 2 of it, below the headers, and so on.

    The kind is the first record's; a tool's project may hold records of all kinds.
    """
    kind = Kind.PROJECT if origin is Origin.PROJECT else kind or KIND_OF[type(records[0])]
    name = path or _path(kind, records)
    root = None if origin is Origin.FILE else Path("/study")
    source = Source(Format("made by hand", kind, (), ""), Path("/study") / name, root, name)
    return split(STUDY, source, [_at(record, source.path, row) for row, record in enumerate(records, start=2)])


def _path(kind: Kind, records: tuple[Record, ...]) -> str:
    first = records[0] if records else None
    if isinstance(first, Transcript):
        return f"interviews/{first.interview}.txt"
    return f"memos/{first.name}.md" if isinstance(first, Memo) else _PATHS.get(kind, f"{kind.value}.csv")


def _at(record: Record, file: Path, row: int) -> Record:
    if getattr(record, "place", None) is not NOWHERE:
        return record
    return structs.replace(record, place=Place(file, row=row))


def coding(interview: str | None, quote: str | None, *codes: str, **fields: Any) -> Coding:
    """A row of a coding table; `start`, `end` and `occurrence` say where its quote is, other fields are the row's."""
    where = {name: fields.pop(name) for name in ("start", "end", "occurrence") if name in fields}
    return Coding(interview, QuoteSelector(quote, **where), codes, **fields)


def evidence(interview: str | None, quote: str, **fields: Any) -> Evidence:
    """An excerpt that theory.yaml names."""
    return Evidence(interview, QuoteSelector(quote), **fields)


def ready(*files: Iterable[Document]) -> list[Document]:
    """The documents of files as `build` takes them: turns and quotes are looked for."""
    ordered = in_order(document for each in files for document in each)
    people = index_names(STUDY, ordered).people
    turned = [with_turns(document, people) for document in ordered]
    transcripts = Transcripts(turned)
    return [placed(document, transcripts) for document in turned]


def built(*files: Iterable[Document]) -> Built:
    """The graph of a study of these files."""
    return build(STUDY, ready(*files))


def node(label: Label, identity: str) -> str:
    """The key of a node of the study."""
    return key(STUDY, label, identity)


def said(found: Built, label: Label, identity: str) -> dict[str, Any]:
    """The properties of a node, without those that every node has."""
    properties = found.graph.nodes[node(label, identity)]
    return {name: value for name, value in properties.items() if name not in COMMON}


def keys(found: Built, label: Label) -> set[str]:
    """The identities of the nodes of a label."""
    return {each.split("/", 2)[2] for each in found.graph.nodes if label in found.graph.labels(each) and "/" in each}


def undefined(found: Built) -> set[str]:
    """The nodes that are named and defined by nobody: kinds and identities."""
    nodes = found.graph.nodes.items()
    return {each.split("/", 1)[1] for each, properties in nodes if properties.get("status") == "undefined"}


def pairs(found: Built, type_: Type) -> set[tuple[str, str]]:
    """The identities that relationships of a type join."""
    ends = ((each.start, each.end) for each in found.graph.relationships if each.type is type_)
    return {(start.split("/", 2)[-1], end.split("/", 2)[-1]) for start, end in ends}


def relations(found: Built, type_: Type) -> list[dict[str, Any]]:
    """The properties of the relationships of a type, without their sources."""
    return [
        {name: value for name, value in properties.items() if name != "sources"}
        for each, properties in found.graph.relationships.items()
        if each.type is type_
    ]


def sources(found: Built, type_: Type) -> list[list[str]]:
    """The sources of the relationships of a type."""
    return [properties["sources"] for each, properties in found.graph.relationships.items() if each.type is type_]


def problems(found: Built) -> list[Problem]:
    """Everything outstanding."""
    return [*found.problems, *(each for made in found.contributions for each in made.problems)]


def told(found: Built) -> list[tuple[str, str, str]]:
    """Everything outstanding as severity, words and place."""
    return [(each.severity.value, each.message, where(each.place)) for each in problems(found)]


def where(place: Place) -> str:
    """A place, its file without the folder."""
    return str(place).removeprefix("/study/")


def excerpts(found: Built) -> dict[str, dict[str, Any]]:
    """The properties of the excerpts by their words."""
    nodes = found.graph.nodes.items()
    return {properties["text"]: properties for each, properties in nodes if "/excerpt/" in each}
