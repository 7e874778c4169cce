"""What the graph knows of a study before a command: its documents and its names."""

from __future__ import annotations

from collections.abc import Mapping
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
    return catalogue, levels


def _define(catalogue: Catalogue, row: Mapping[str, Any]) -> None:
    identity = local(row["key"])
    for document in row["by"] or ():
        catalogue.define(Label(row["label"]), identity, document, row["name"])
    if row["mergedInto"]:
        catalogue.merged[identity] = row["mergedInto"]


def _entries(rows: list[dict[str, Any]], codebooks: set[int]) -> list[Entry]:
    parents = {row["key"]: [each["key"] for each in sorted(row["parents"], key=_position)] for row in rows}
    names = {row["key"]: row["name"] for row in rows}
    return [
        Entry(
            row["key"],
            row["name"],
            frozenset(set(row["by"]) & codebooks),
            tuple(parents[row["key"]]),
            row["level"],
            _path(row["key"], parents, names),
            tuple(row["formerNames"] or ()),
            tuple(row["guids"] or ()),
        )
        for row in rows
    ]


def _position(parent: Mapping[str, Any]) -> int:
    return int(parent["position"])


def _path(concept: str, parents: Mapping[str, list[str]], names: Mapping[str, str]) -> tuple[str, ...]:
    path = [concept]
    while (above := parents.get(path[0])) and above[0] not in path and above[0] in names:
        path.insert(0, above[0])
    return tuple(names[each] for each in path)


def read_study(database: Database, study: str) -> dict[str, Any]:
    """A study's own properties; empty where there is no such study."""
    rows = database.read(statement("sync/read_study"), {"study": study})
    return dict(rows[0]["properties"]) if rows else {}
