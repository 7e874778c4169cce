"""Nodes and relationships as values, and a graph made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graphmodel.schema import Label, Type, label_of

Properties = dict[str, Any]


class Relationship(NamedTuple):
    """The identity of a relationship: its type, the keys of the nodes it joins, and `apart`, which tells it from others
    of its type between them: the coder; for BEARS_ON the stance and the memo's key with a `|` between."""

    type: Type
    start: str
    end: str
    apart: str = ""


@dataclass(slots=True)
class Graph:
    """Nodes by key with their properties, the level of each concept, and relationships with their properties."""

    nodes: dict[str, Properties] = field(default_factory=dict)
    levels: dict[str, Label] = field(default_factory=dict)
    relationships: dict[Relationship, Properties] = field(default_factory=dict)

    def labels(self, key: str) -> tuple[Label, ...]:
        """The labels of a node: one, and for a concept its level."""
        label = label_of(key)
        return (label, self.levels[key]) if key in self.levels else (label,)


def apart(type_: Type, properties: Mapping[str, Any]) -> str:
    """The mark that tells a relationship with these properties from others of its type between the same nodes."""
    if type_ is Type.BEARS_ON:
        return f"{properties.get('stance') or ''}|{properties.get('memo') or ''}"
    return str(properties.get("coder") or "")


def present(properties: Mapping[str, Any]) -> Properties:
    """The properties that have a value, tuples as the lists that Neo4j keeps."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in properties.items()
        if value is not None and value != ()
    }


def united(lists: Iterable[Iterable[str]]) -> list[str]:
    """The items of all lists in order, each once."""
    return list(dict.fromkeys(item for items in lists for item in items))
