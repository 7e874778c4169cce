"""Read what a study was loaded from: its documents, their versions that stand, its last round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Self

from neo4j import ManagedTransaction

from graphmodel.database import Database
from graphmodel.graph.elements import Properties
from graphmodel.statements import statement
from graphmodel.store.conflicts import ChangedByHand
from graphmodel.store.rounds import WRITING, Round

VERSION_PROPERTIES = (
    *("key", "document", "kind", "part", "path", "format", "origin", "since"),
    *("nonce", "sha256", "recordsVersion", "uses", "placedWith"),
)
"""The properties of a version's node that are read with the state, in the order of `Version`'s fields."""
CONTENTS_PROPERTIES = ("records", "placed", "places")


@dataclass(frozen=True, slots=True)
class Version:
    """A document as a round brought it, without what it contains. `nonce` is empty once it was erased."""

    key: str
    document: str
    kind: str
    part: str | None
    path: str
    format: str
    origin: str
    since: int
    nonce: bytes
    sha256: str
    records_version: int
    uses: bytes
    placed_with: str

    @classmethod
    def of(cls, values: Sequence[Any]) -> Self:
        """The version with these values of `VERSION_PROPERTIES`."""
        given = dict(zip((each.name for each in fields(cls)), values, strict=True))
        absent = {"nonce": b"", "uses": b"", "placed_with": ""}
        return cls(**given | {name: empty for name, empty in absent.items() if given[name] is None})


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a version, as they are stored: records, where quotes and turns were found, where records
    stand."""

    records: bytes
    placed: bytes
    places: bytes


@dataclass(frozen=True, slots=True)
class State:
    """The state of a study, all of it empty where there is none. Documents, with the properties of their nodes, and
    versions are by the document's key; `problems` is what was outstanding after the last load."""

    study: Properties = field(default_factory=dict)
    documents: dict[str, Properties] = field(default_factory=dict)
    versions: dict[str, Version] = field(default_factory=dict)
    round: Round | None = None
    problems: bytes = b""


def unfinished(state: State) -> bool:
    """Tell whether the last write stopped between two of its parts."""
    return "writing" in state.study or (state.round is not None and state.round.status == WRITING)


def read_state(database: Database, study: str) -> State:
    """Read what stands of a study, in one transaction; what its versions contain is not read."""
    parameters = {"study": study, "fields": VERSION_PROPERTIES}
    rows = database.reading(lambda tx: _rows(tx, parameters))
    found: dict[str, list[Any]] = defaultdict(list)
    for kind, value in rows:
        found[kind].append(value)
    last = found["round"][0] if found["round"] else None
    versions = [Version.of(values) for values in found["version"]]
    return State(
        study=found["study"][0] if found["study"] else {},
        documents={properties["key"]: properties for properties in found["document"]},
        versions={version.document: version for version in versions},
        round=Round.of(last) if last else None,
        problems=last.get("problems", b"") if last else b"",
    )


def _rows(tx: ManagedTransaction, parameters: dict[str, Any]) -> list[tuple[str, Any]]:
    """Rows by field: a record's `data()` would walk bytes item by item."""
    return [(record["kind"], record["found"]) for record in tx.run(statement("store/read_state"), parameters)]


def read_contents(database: Database, versions: Iterable[str]) -> dict[str, Contents]:
    """Read what versions, named by their keys, contain, by the keys of their documents.

    Raises ChangedByHand where one of them is not there.
    """
    keys = list(versions)
    found = database.reading(lambda tx: _contents(tx, keys))
    if len(found) < len(keys):
        raise ChangedByHand(
            f"{len(keys) - len(found)} of {len(keys)} versions of documents are no longer in the graph",
            "remove the study and load its folder again",
        )
    return found


def _contents(tx: ManagedTransaction, keys: list[str]) -> dict[str, Contents]:
    rows = tx.run(statement("store/read_contents"), keys=keys, fields=CONTENTS_PROPERTIES)
    return {row["document"]: Contents(*(each or b"" for each in row["found"])) for row in rows}
