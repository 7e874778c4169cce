"""Claims: who says what of a node or a relationship, and what holds when several do.

Every node and relationship that two documents can say carries `by`, the numbers of the documents that say it.
While one document says it, its properties are that claim. From the second on, `said` keeps each claim as JSON,
in the order of `by`, and the properties are the claims laid together. So a claim can be taken back exactly.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from graphmodel.schema import Label, Type, local

Properties = dict[str, Any]
Said = dict[int, Properties]

TOOL_RANK = 1 << 47
"""Numbers from here on belong to a tool's project: for codings they win over the study folder, else they yield."""


class Edge(NamedTuple):
    """What makes a relationship one: type, the keys it joins, and the coder or stance that tells parallel ones
    apart."""

    type: Type
    start: str
    end: str
    apart: str = ""


@dataclass(slots=True)
class Claims:
    """All that one document says: nodes and relationships with their properties, and the nodes that it only names."""

    nodes: dict[str, Properties] = field(default_factory=dict)
    edges: dict[Edge, Properties] = field(default_factory=dict)
    mentions: dict[str, str] = field(default_factory=dict)

    def node(self, key: str, **properties: Any) -> str:
        """Say a node; saying it twice lays the properties together. Returns the key."""
        given = _present(properties)
        held = self.nodes.get(key)
        self.nodes[key] = {**held, **given, **_named(key, held, given)} if held is not None else given
        return key

    def edge(self, edge: Edge, **properties: Any) -> None:
        """Say a relationship; of two that are one, `together` says what holds."""
        given = _present(properties)
        held = self.edges.get(edge)
        self.edges[edge] = together(edge.end, held, given) if held is not None else given

    def mention(self, key: str, name: str) -> str:
        """Name a node without saying it: it will exist, undefined where nobody says it. Returns the key."""
        self.mentions.setdefault(key, name)
        return key


@dataclass(slots=True)
class Held:
    """What the graph holds of one node or relationship: its element id, and what each document said of it."""

    id: str
    said: Said
    properties: Properties
    labels: tuple[str, ...] = ()


def document_number(document_key: str, *, of_tool: bool = False) -> int:
    """The number by which claims name a document: 47 bits of the SHA-256 of its key, so that it is the same in any
    order of loading."""
    number = int.from_bytes(sha256(document_key.encode()).digest()[:8], "big") % TOOL_RANK
    return number + TOOL_RANK if of_tool else number


BOOKKEEPING = frozenset({"key", "study", "caption", "by", "said", "status"})


def decode(properties: Mapping[str, Any]) -> Said:
    """What each document said, from the properties that the graph holds."""
    by = properties.get("by") or []
    said = properties.get("said")
    if said:
        return {document: json.loads(text) for document, text in zip(by, said, strict=True)}
    if not by:
        return {}
    own = {name: value for name, value in properties.items() if name not in BOOKKEEPING}
    if properties.get("status") == "undefined":
        own.pop("name", None)
    return {by[0]: own}


def encode(said: Said, merged: Properties) -> Properties:
    """The properties to store for claims: the merged ones with `by`, and `said` where there is more than one claim."""
    by = sorted(said)
    stored = {**merged, "by": by}
    if len(by) > 1:
        stored["said"] = [json.dumps(said[document], sort_keys=True, ensure_ascii=False) for document in by]
    return stored


def merge_node(label: Label, said: Said) -> Properties:
    """What holds of a node when several documents speak of it: the study folder's word before a tool's, a table's
    before that of a transcript, which names an interview as its file is named."""
    if len(said) == 1:
        return dict(next(iter(said.values())))
    if label is Label.EXCERPT:
        return _best_verified(said.values())
    merged: Properties = {}
    for document in sorted(said, key=lambda document: ("sha256" in said[document], document), reverse=True):
        merged.update(said[document])
    if label is Label.STUDY:
        listed = [each for document in sorted(said) for each in said[document].get("attributes", ())]
        merged |= {"attributes": list(dict.fromkeys(listed))} if listed else {}
    return merged


def merge_edge(type_: Type, said: Said) -> Properties:
    """What holds of a relationship that several documents say: for codings a tool's word first, and the earliest
    date."""
    if len(said) == 1:
        return dict(next(iter(said.values())))
    tool_last = type_ in (Type.CODED_AS, Type.CONTRADICTS, Type.SUPPORTS)
    merged: Properties = {}
    for document in sorted(said, reverse=not tool_last):
        merged.update(said[document])
    dates = [claim["at"] for claim in said.values() if "at" in claim]
    if dates:
        merged["at"] = min(dates)
    return merged


_RANK = {word: rank for rank, word in enumerate(("exact", "normalised", "relocated", "unchecked", "unlocated"))}


def _best_verified(claims: Iterable[Properties]) -> Properties:
    return dict(min(claims, key=lambda claim: (_RANK[claim["verification"]], json.dumps(claim, sort_keys=True))))


def together(end: str, one: Properties, other: Properties) -> Properties:
    """What one document says of a relationship to the node `end` where it says it twice: the first keeps its
    properties and the second fills gaps; the earliest date counts, and every note is kept."""
    said = {**other, **one, **_named(end, one, other)}
    both = one.keys() & other.keys()
    said.update((name, min(one[name], other[name])) for name in ("at", "position") if name in both)
    if "note" in both:
        said["note"] = "\n".join(dict.fromkeys((*one["note"].split("\n"), *other["note"].split("\n"))))
    return said


def _named(key: str, one: Properties, other: Properties) -> Properties:
    """The names that a node goes by in a document that calls it by several, its identity among them; they stand in
    `named` unless the identity is the only one."""
    names = [each.get("named", [local(key)]) for each in (one, other)]
    return {} if names[0] == names[1] else {"named": sorted({*names[0], *names[1]})}


def _present(properties: Mapping[str, Any]) -> Properties:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in properties.items()
        if value is not None and value != ()
    }
