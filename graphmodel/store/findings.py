"""Every difference between what stands of a study and what should stand, one by one, for whoever has to be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from graphmodel.graph.elements import Properties, Relationship
from graphmodel.store.standing import Relabelled, Standing

MOST = 60
"""Code points of a value that a sentence shows."""


class Finding(NamedTuple):
    """One difference: the node or relationship it is about, and what is wrong with it, both for people. `property` and
    the two values are given where one property differs; None stands for a property that is not there."""

    where: str
    message: str
    property: str | None = None
    found: Any = None
    wanted: Any = None

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def findings(standing: Standing) -> Iterator[Finding]:
    """All differences, nodes first. Those of a node or relationship that should not be there are told as one."""
    yield from _nodes(standing)
    yield from _relationships(standing)
    for node in standing.misplaced:
        name = node.caption or node.key or node.id
        message = "has a label of the project and the study's name, and no key of its own"
        yield Finding(f"{':'.join(node.labels)} “{name}”", message)
    for loose in standing.loose:
        message = "a relationship of the project's types, and one of its ends is no node of the study"
        yield Finding(f"{loose.start} {loose.type} {loose.end}", message)


def _nodes(standing: Standing) -> Iterator[Finding]:
    change = standing.difference
    yield from (Finding(key, "the node is missing") for key in change.created)
    yield from (Finding(key, "the node should not be there") for key in change.deleted)
    yield from (Finding(key, "its key was taken away") for key in standing.keyless.values())
    for relabelled in standing.relabelled:
        yield from _labels(relabelled)
    for key, node in change.changed.items():
        yield from _labels(Relabelled("", key, node.gained, node.lost))
        yield from _properties(key, standing.graph.nodes[key], node.properties)


def _labels(of: Relabelled) -> Iterator[Finding]:
    yield from (Finding(of.key, f"it lacks the label {label}") for label in of.gained)
    yield from (Finding(of.key, f"it should not have the label {label}") for label in of.lost)


def _relationships(standing: Standing) -> Iterator[Finding]:
    change = standing.difference
    yield from (Finding(described(each), "the relationship is missing") for each in change.related)
    yield from (Finding(described(each), "the relationship should not be there") for each in change.unrelated)
    yield from (Finding(described(each.relationship), "it is there once too often") for each in standing.surplus)
    for each, changed in change.altered.items():
        yield from _properties(described(each), standing.graph.relationships[each], changed)


def _properties(where: str, found: Mapping[str, Any], changed: Properties) -> Iterator[Finding]:
    for name, wanted in changed.items():
        if name not in found:
            message = f"`{name}` is missing, it should be {_shown(wanted)}"
        elif wanted is None:
            message = f"`{name}` is {_shown(found[name])}, it should not be there"
        else:
            message = f"`{name}` is {_shown(found[name])}, it should be {_shown(wanted)}"
        yield Finding(where, message, name, found.get(name), wanted)


def described(relationship: Relationship) -> str:
    """A relationship by its ends, and what tells it from others between them."""
    apart = f" ({relationship.apart})" if relationship.apart.strip("|") else ""
    return f"{relationship.start} {relationship.type} {relationship.end}{apart}"


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"
