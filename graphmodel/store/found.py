"""Read what Neo4j holds of a study, row by row: nodes of the theory's labels and relationships of its types."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from neo4j import ManagedTransaction

from graphmodel.graph.elements import Properties
from graphmodel.schema import Label, Type
from graphmodel.statements import statement, statement_for
from graphmodel.store.rounds import WRITING
from graphmodel.store.steps import BATCH, batches


class FoundNode(NamedTuple):
    """A node as it stands."""

    id: str
    labels: list[str]
    properties: Properties


class FoundRelationship(NamedTuple):
    """A relationship as it stands, between nodes that are named by their element ids."""

    id: str
    type: str
    start: str
    end: str
    properties: Properties


@dataclass(slots=True)
class Found:
    """All of a study by element id: its nodes, the relationships that start or end at one of them, and what nodes
    elsewhere are called that such a relationship reaches. `round` is the number of the last
    round, `unfinished` says that it is, or that the study is marked as being written."""

    nodes: dict[str, FoundNode] = field(default_factory=dict)
    relationships: dict[str, FoundRelationship] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)
    round: int | None = None
    unfinished: bool = False


def read_found(tx: ManagedTransaction, study: str, wanted: Collection[str]) -> Found:
    """Read what stands of a study. Nodes without any label of the theory are looked for by the `wanted` keys alone."""
    last = tx.run(statement("store/read_last_round"), study=study).single()
    found = Found()
    if last:
        found.round, found.unfinished = last["number"], last["status"] == WRITING
    for each in _nodes(tx, study):
        found.nodes[each.id] = each
        found.unfinished |= each.properties.get("key") == study and "writing" in each.properties
    there = {each.properties.get("key") for each in found.nodes.values() if isinstance(each.properties.get("key"), str)}
    if missing := [key for key in wanted if key not in there]:
        for each in map(FoundNode._make, tx.run(statement("store/find_nodes"), keys=missing).values()):
            found.nodes[each.id] = each
    for relationship in _relationships(tx, study, found.nodes):
        found.relationships[relationship.id] = relationship
    ends = {end for each in found.relationships.values() for end in (each.start, each.end)}
    for ids in batches(sorted(ends - found.nodes.keys()), BATCH):
        found.elsewhere.update((row["id"], row["name"]) for row in tx.run(statement("store/name_nodes"), ids=ids))
    return found


def _nodes(tx: ManagedTransaction, study: str) -> Iterator[FoundNode]:
    for label in Label:
        text = statement_for("store/read_nodes", Concept=label)
        yield from map(FoundNode._make, tx.run(text, study=study, prefix=f"{study}/").values())


def _relationships(tx: ManagedTransaction, study: str, nodes: Iterable[str]) -> Iterator[FoundRelationship]:
    parameters = {"types": list(Type), "study": study, "prefix": f"{study}/"}
    for ids in batches(nodes, BATCH):
        for start, found in tx.run(statement("store/read_relationships"), ids=ids, types=list(Type)).values():
            yield from (FoundRelationship(id_, type_, start, end, of) for id_, type_, end, of in found)
        loose = tx.run(statement("store/find_loose_relationships"), parameters, ids=ids)
        yield from map(FoundRelationship._make, loose.values())
