"""Values of the graph as text for a cell and as plain data for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

from neo4j.graph import Node, Relationship
from neo4j.graph import Path as GraphPath

from graphmodel.terminal.streams import clean

NAMING = ("caption", "name", "title", "key")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: object) -> str:
    """A value as a person reads it in a table."""
    if isinstance(value, Node):
        return _node(value)
    if isinstance(value, Relationship):
        return f"[:{value.type}]"
    if isinstance(value, GraphPath):
        return _path(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {cell(item)}" for key, item in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(cell(item) for item in value)
    return _scalar(value)


def csv_cell(value: object) -> object:
    """A value for a spreadsheet: text that a spreadsheet would run as a formula gets a leading apostrophe."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    text = cell(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def plain(value: object) -> object:
    """A value as what JSON can hold."""
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": plain(dict(value))}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": plain(dict(value))}
    if isinstance(value, GraphPath):
        return {"nodes": plain(value.nodes), "relationships": plain(value.relationships)}
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    holds = isinstance(value, (str, int, float, bool, type(None))) and not isinstance(value, Enum)
    return value if holds else str(value)


def _scalar(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return _number(value)
    return clean(value.as_posix() if isinstance(value, Path) else str(value))


def _number(value: float) -> str:
    """A share with three digits; what is greater, as an attribute may be, as it is."""
    if value.is_integer():
        return f"{value:.0f}"
    return f"{value:.3g}" if abs(value) < 1 else f"{value:.10g}"


def _node(node: Node) -> str:
    name = next((node[key] for key in NAMING if node.get(key)), "")
    labels = sorted(node.labels - {"Concept"}) or sorted(node.labels)
    return clean(f"({':'.join(labels)} {name})")


def _path(path: GraphPath) -> str:
    text = _node(path.nodes[0])
    for before, step, after in zip(path.nodes, path.relationships, path.nodes[1:], strict=False):
        forward = step.start_node == before
        text += f" {'-' if forward else '<-'}[:{step.type}]{'->' if forward else '-'} {_node(after)}"
    return text
