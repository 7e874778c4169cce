"""The difference between two graphs: what has to be written so that the one becomes the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphmodel.graph.elements import Graph, Properties, Relationship
from graphmodel.schema import Label


@dataclass(frozen=True, slots=True)
class NodeChange:
    """The change of a node that stays: the properties that get another value (None takes one away), and the labels
    that it gets and loses."""

    properties: Properties
    gained: tuple[Label, ...] = ()
    lost: tuple[Label, ...] = ()


@dataclass(slots=True)
class Difference:
    """All that is new, changed and gone. `rekeyed` holds the new key of each node that stays under another key, by its
    old one. What goes (`deleted`, `unrelated`) is named by the keys before, everything else by those after. `labels`
    are those of the created nodes; `deleted` holds those that a node had. A property that is taken away is None."""

    rekeyed: dict[str, str] = field(default_factory=dict)
    created: dict[str, Properties] = field(default_factory=dict)
    labels: dict[str, tuple[Label, ...]] = field(default_factory=dict)
    changed: dict[str, NodeChange] = field(default_factory=dict)
    deleted: dict[str, tuple[Label, ...]] = field(default_factory=dict)
    related: dict[Relationship, Properties] = field(default_factory=dict)
    altered: dict[Relationship, Properties] = field(default_factory=dict)
    unrelated: list[Relationship] = field(default_factory=list)

    def __bool__(self) -> bool:
        return self.size > 0

    @property
    def size(self) -> int:
        """The number of nodes and relationships that are written."""
        nodes = len(self.created) + len(self.changed) + len(self.deleted) + len(self.rekeyed)
        return nodes + len(self.related) + len(self.altered) + len(self.unrelated)


def difference(before: Graph, after: Graph, rekeyed: Mapping[str, str] | None = None) -> Difference:
    """Return what makes `before` into `after`. `rekeyed` are the new keys, by the old ones, of nodes that stay the same
    node under another key; they must be in `before` under the old and in `after` under the new one.

    A relationship whose end is rekeyed stays the same relationship.
    """
    new_keys = dict(rekeyed or {})
    result = Difference(rekeyed=new_keys)
    renamed = {new: old for old, new in new_keys.items()}
    for key, properties in after.nodes.items():
        old = renamed.get(key, key)
        if old not in before.nodes or (key not in renamed and key in new_keys):
            result.created[key] = properties
            result.labels[key] = after.labels(key)
        elif change := _node_change(before, old, after, key):
            result.changed[key] = change
    for key in before.nodes:
        if key not in new_keys and (key not in after.nodes or key in renamed):
            result.deleted[key] = before.labels(key)
    _compare_relationships(result, before, after, new_keys)
    return result


def _node_change(before: Graph, old: str, after: Graph, new: str) -> NodeChange | None:
    earlier, later = before.nodes[old], after.nodes[new]
    levels = before.levels.get(old), after.levels.get(new)
    if earlier is later and levels[0] is levels[1]:
        return None
    changed = changes(earlier, later)
    if not changed and levels[0] is levels[1]:
        return None
    gained, lost = ((levels[1],) if levels[1] else ()), ((levels[0],) if levels[0] else ())
    return NodeChange(changed, gained, lost) if levels[0] is not levels[1] else NodeChange(changed)


def changes(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> Properties:
    """The properties that have another value later, None for those that are gone.

    A number and the same number of another type (1 and 1.0, 1 and True) are two values.
    """
    changed = {
        name: value
        for name, value in later.items()
        if name not in earlier or earlier[name] != value or type(earlier[name]) is not type(value)
    }
    return changed | {name: None for name in earlier if name not in later}


def _compare_relationships(result: Difference, before: Graph, after: Graph, new_keys: Mapping[str, str]) -> None:
    """Relationships of a node whose key is taken by a rekeyed one go with it, and are made anew where they stay."""
    displaced = {new for new in new_keys.values() if new in before.nodes}
    for each, found in before.relationships.items():
        moved = each
        if new_keys and (each.start in new_keys or each.end in new_keys):
            moved = each._replace(start=new_keys.get(each.start, each.start), end=new_keys.get(each.end, each.end))
        properties = after.relationships.get(moved)
        if properties is None or each.start in displaced or each.end in displaced:
            result.unrelated.append(each)
        elif found is not properties and (changed := changes(found, properties)):
            result.altered[moved] = changed
    stay = before.relationships
    if new_keys:
        gone = set(result.unrelated)
        stay = {
            each._replace(start=new_keys.get(each.start, each.start), end=new_keys.get(each.end, each.end)): found
            for each, found in before.relationships.items()
            if each not in gone
        }
    result.related = {each: found for each, found in after.relationships.items() if each not in stay}
