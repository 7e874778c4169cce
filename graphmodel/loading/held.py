"""What the graph knows of a study before a command: its documents and its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graphmodel.catalogue import Catalogue, Entry
from graphmodel.database import Database
from graphmodel.records import Kind
from graphmodel.schema import LEVELS, Label, local
from graphmodel.statements import statement


def read_documents(database: Database, study: str) -> dict[str, dict[str, Any]]:
    """The Documents of a study by key."""
    rows = database.read(statement("sync/read_documents"), {"study": study})
    return {row["properties"]["key"]: row["properties"] for row in rows}


def read_transcript_hashes(database: Database, study: str) -> dict[str, str]:
    """The hash of each loaded transcript by its interview's folded name."""
    rows = database.read(statement("sync/read_transcript_hashes"), {"study": study})
    return {local(row["key"]): row["sha256"] for row in rows}


def read_names(
    database: Database, study: str, documents: Mapping[str, Mapping[str, Any]]
) -> tuple[Catalogue, dict[str, Label]]:
    """The names that a study defines, and the level of each concept that is there."""
    codebooks = {each["id"] for each in documents.values() if each["kind"] == Kind.CODEBOOK}
    rows = database.read(statement("sync/read_catalogue"), {"study": study})
    catalogue = Catalogue(study)
    levels: dict[str, Label] = {}
    concepts = [row for row in rows if row["label"] == Label.CONCEPT]
    for row in concepts:
        levels[row["key"]] = next(level for level in LEVELS if level in row["labels"])
    for entry in _entries(concepts, codebooks):
        catalogue.define_concept(entry)
    for row in rows:
        if row["label"] != Label.CONCEPT:
            _define(catalogue, row)
    catalogue.connect()
    return catalogue, levels


def _define(catalogue: Catalogue, row: Mapping[str, Any]) -> None:
    identity = local(row["key"])
    for document in row["by"] or ():
        catalogue.define(Label(row["label"]), identity, document, row["name"])
    if row["mergedInto"]:
        catalogue.merge(row["name"], row["mergedInto"], (*(row["formerNames"] or ()), *(row["guids"] or ())))


def _entries(rows: list[dict[str, Any]], codebooks: set[int]) -> list[Entry]:
    return [
        Entry(
            row["key"],
            row["name"],
            frozenset(set(row["by"]) & codebooks),
            tuple(_parent_names(row["parents"])),
            row["level"],
            former_names=tuple(row["formerNames"] or ()),
            guids=tuple(row["guids"] or ()),
        )
        for row in rows
    ]


def _parent_names(parents: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """What a codebook calls a concept's parents, the first-named first."""
    for parent in sorted(parents, key=lambda parent: int(parent["position"])):
        yield from parent["named"] or (local(parent["key"]),)


def read_study(database: Database, study: str) -> dict[str, Any]:
    """A study's own properties; empty where there is no such study."""
    rows = database.read(statement("sync/read_study"), {"study": study})
    return dict(rows[0]["properties"]) if rows else {}
