"""What the graph holds of a document: its nodes and relationships, and the ones it shares with other documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction

from graphmodel.claims import Edge, Held, decode
from graphmodel.records import Kind
from graphmodel.schema import Label, Type, label_of
from graphmodel.statements import statement

TYPES_OF_KIND: Mapping[Kind, tuple[Type, ...]] = {
    Kind.INTERVIEWS: (Type.GAVE, Type.CONDUCTED, Type.SAMPLED_FOR),
    Kind.CODEBOOK: (Type.SUBSUMED_BY,),
    Kind.MEMO: (Type.WROTE, Type.ABOUT, Type.CITES, Type.DEVELOPS_INTO),
    Kind.THEORY: (Type.SUBJECT, Type.OBJECT),
    Kind.LINKS: (Type.BEARS_ON,),
    Kind.REVISIONS: (Type.MADE, Type.USED, Type.GENERATED, Type.JUSTIFIED_BY),
}
"""The relationships that a kind of document says, those of excerpts aside."""

ANCHORED_AT_END = frozenset({Type.GAVE, Type.CONDUCTED, Type.WROTE, Type.MADE})
"""Relationships that are looked for from their end, since their start may have very many."""

EXCERPT_KINDS = frozenset({Kind.CODINGS, Kind.THEORY, Kind.TRANSCRIPT})


@dataclass(slots=True)
class State:
    """What is held: nodes by key, relationships by what makes them one."""

    nodes: dict[str, Held] = field(default_factory=dict)
    edges: dict[Edge, Held] = field(default_factory=dict)


def anchor_of(edge: Edge) -> str:
    """The key of the node from which a relationship is looked for."""
    return edge.end if edge.type in ANCHORED_AT_END else edge.start


def apart(type_: str, properties: Mapping[str, Any]) -> str:
    """What tells a relationship from parallel ones: its coder; for literature its stance and memo."""
    if type_ == Type.BEARS_ON:
        return f"{properties.get('stance')}|{properties.get('memo')}"
    return str(properties.get("coder", ""))


def held_edge(row: Mapping[str, Any]) -> tuple[Edge, Held]:
    """A relationship as read: type, start, end, id, properties."""
    properties = row["properties"]
    edge = Edge(Type(row["type"]), row["start"], row["end"], apart(row["type"], properties))
    return edge, Held(row["id"], decode(properties), properties)


def read_nodes(tx: ManagedTransaction, keys: Iterable[str]) -> dict[str, Held]:
    """The nodes that the graph holds under these keys."""
    grouped: dict[str, list[str]] = {}
    for key in keys:
        grouped.setdefault(label_of(key).value, []).append(key)
    if not grouped:
        return {}
    return {
        row["key"]: Held(row["id"], decode(row["properties"]), row["properties"], tuple(row["labels"]))
        for row in tx.run(statement("sync/read_nodes"), keys=grouped)
    }


def read_edges(tx: ManagedTransaction, kind: Kind, anchors: Iterable[Held]) -> dict[Edge, Held]:
    """The relationships of a kind's types around its anchors."""
    types = [type_.value for type_ in TYPES_OF_KIND.get(kind, ())]
    ids = [anchor.id for anchor in anchors]
    if not types or not ids:
        return {}
    return dict(held_edge(row.data()) for row in tx.run(statement("sync/read_edges"), anchors=ids, types=types))


def read_excerpts(tx: ManagedTransaction, interviews: Iterable[str]) -> State:
    """All excerpts of these interviews (keys) with what they are coded as, support and contradict."""
    state = State()
    for interview in interviews:
        for row in tx.run(statement("sync/read_excerpts"), interview=interview):
            state.nodes[row["key"]] = Held(row["id"], decode(row["properties"]), row["properties"])
            for edge in row["edges"]:
                found, held = held_edge({**edge, "start": row["key"]})
                state.edges[found] = held
    return state


def is_excerpt(key: str) -> bool:
    """Whether a key is an excerpt's."""
    return label_of(key) is Label.EXCERPT
