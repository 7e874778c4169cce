"""Derive the level of every concept: a code, a category or a theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphmodel.errors import Problem, Severity
from graphmodel.graph.merge import Merged
from graphmodel.levels import cycle, labels
from graphmodel.schema import Label, Type


def derive_levels(merged: Merged, levels: Sequence[str]) -> None:
    """Give every concept its level; `levels` are the study's, outermost first. Undefined concepts are codes. The
    parents of a tree that runs in a circle are left aside, and the circle is told."""
    nodes = merged.graph.nodes
    parents = _tree(merged)
    while circle := cycle(parents):
        merged.problems.append(_circular(circle, merged))
        parents |= {each: [] for each in circle}
    words = {concept: nodes[concept].get("level") for concept in parents}
    found = labels(parents, words, levels)
    merged.graph.levels = {node: found.get(node, Label.CODE) for node in merged.of(Label.CONCEPT)}


def _tree(merged: Merged) -> dict[str, list[str]]:
    """The defined concepts with the defined ones that each is directly subsumed by, the first-named first."""
    nodes = merged.graph.nodes
    defined = [node for node in merged.of(Label.CONCEPT) if nodes[node]["status"] != "undefined"]
    parents: dict[str, list[str]] = {node: [] for node in defined}
    for each in merged.graph.relationships:
        if each.type is Type.SUBSUMED_BY and each.start in parents and each.end in parents:
            parents[each.start].append(each.end)
    return parents


def _circular(circle: Sequence[str], merged: Merged) -> Problem:
    nodes: Mapping[str, Mapping[str, object]] = merged.graph.nodes
    names = [str(nodes[concept]["name"]) for concept in circle]
    place = merged.place(circle[0])
    if len(names) == 1:
        return Problem(Severity.ERROR, f"`{names[0]}` is its own parent", place, "Name another parent, or none")
    message = "the code tree runs in a circle: " + " > ".join((*names, names[0]))
    return Problem(Severity.ERROR, message, place, "Take one of these parents away")
