"""What a graph holds, as plain values that compare: nodes by key with labels and properties, relationships likewise."""

from __future__ import annotations

from typing import Any, LiteralString

from graphmodel.database import Database
from graphmodel.names import fold

NODES = "MATCH (n) WHERE NOT n:Round AND NOT n:Version RETURN labels(n) AS labels, properties(n) AS properties"
EDGES = (
    "MATCH (a)-[r]->(b) WHERE NOT a:Round AND NOT a:Version"
    " RETURN type(r) AS type, a.key AS start, b.key AS end, properties(r) AS properties"
)
KEPT = "MATCH (n) WHERE n:Round OR n:Version RETURN labels(n) AS labels, properties(n) AS properties"
IDS = "MATCH (n) RETURN n.key AS key, elementId(n) AS id"
TRANSIENT = ("loadedAt",)
COMMON = ("key", "study", "caption", "sources", "status")


def nodes(graph: Database) -> dict[str, tuple[tuple[str, ...], dict[str, Any]]]:
    """Every node by its key; when it was loaded, and how an undefined one is spelled, left out."""
    return {
        row["properties"]["key"]: (tuple(sorted(row["labels"])), _settled(row["properties"]))
        for row in graph.read(NODES)
    }


def edges(graph: Database) -> list[tuple[str, str, str, str]]:
    """Every relationship with its properties as text, in order."""
    rows = graph.read(EDGES)
    return sorted((row["type"], row["start"], row["end"], repr(sorted(row["properties"].items()))) for row in rows)


def everything(graph: Database) -> tuple[list[str], list[str]]:
    """All nodes and relationships with all of their properties, rounds and versions too, to the last one: for what must
    not change at all."""
    found = [*graph.read(NODES), *graph.read(KEPT)], graph.read(EDGES)
    return sorted(repr(_ordered(row)) for row in found[0]), sorted(repr(_ordered(row)) for row in found[1])


def pairs(graph: Database, type_: str) -> set[tuple[str, str]]:
    """The identities, without the study and the kind, that relationships of one type join."""
    return {(_identity(start), _identity(end)) for found, start, end, _ in edges(graph) if found == type_}


def properties(graph: Database, key: str) -> dict[str, Any]:
    """What one node says, what every node has left out."""
    return {name: value for name, value in nodes(graph)[key][1].items() if name not in COMMON}


def keys(graph: Database, label: str) -> set[str]:
    """The identities of the nodes with a label."""
    return {_identity(key) for key, (labels, _) in nodes(graph).items() if label in labels}


def ids(graph: Database) -> dict[str, str]:
    """The element id of every node by its key."""
    return {row["key"]: row["id"] for row in graph.read(IDS)}


def column(graph: Database, query: LiteralString) -> list[Any]:
    """The first column of a query's rows."""
    return [next(iter(row.values())) for row in graph.read(query)]


def _identity(key: str) -> str:
    return key.split("/", 2)[-1]


def _ordered(row: dict[str, Any]) -> list[tuple[str, Any]]:
    return sorted({**row, "properties": sorted(row["properties"].items())}.items())


def _settled(properties: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in properties.items() if name not in TRANSIENT}
    if kept.get("status") == "undefined":
        kept["name"] = fold(kept["name"])
        kept["caption"] = fold(kept["caption"])
    return kept
