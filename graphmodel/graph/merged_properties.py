"""The properties of a node or relationship that is said more than once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphmodel.graph.elements import Properties, united
from graphmodel.quotes.selector import Verification
from graphmodel.schema import Label

LISTS = frozenset({"attributes", "formerNames", "guids"})
"""Lists of names, which are united; of any other property one value counts."""
_NEVER_CONFLICT = LISTS | {"row"}
"""A revision may stand in several tables, in each at a row of its own."""
_BEST = {
    word.value: rank
    for rank, word in enumerate(
        (
            Verification.EXACT,
            Verification.NORMALISED,
            Verification.RELOCATED,
            Verification.UNCHECKED,
            Verification.UNLOCATED,
        )
    )
}


def said_again(said: Sequence[Properties]) -> Properties:
    """One relationship said several times: the first keeps its properties and the others fill gaps; the earliest date
    and the first position count, and every note is kept."""
    merged = _first_counts(said)
    for name in ("at", "position"):
        values = [each[name] for each in said if name in each]
        if values:
            merged[name] = min(values)
    notes = [each["note"].split("\n") for each in said if "note" in each]
    if notes:
        merged["note"] = "\n".join(united(notes))
    return merged


def merged_node(label: Label, said: Sequence[Properties]) -> Properties:
    """One node said by several documents, the first by rank first: of an excerpt the best verified counts, of anything
    else the first document that gives a property."""
    if label is Label.EXCERPT:
        return min(said, key=lambda each: (_BEST[each["verification"]], repr(sorted(each.items()))))
    merged = _first_counts(said)
    for name in LISTS & merged.keys():
        merged[name] = united(each.get(name, ()) for each in said)
    if label is Label.REVISION:
        merged["row"] = min(each["row"] for each in said)
    return merged


def differing(said: Sequence[Mapping[str, Any]]) -> list[str]:
    """The properties to which several documents give different values; lists of names, and where a revision stands, are
    not among them."""
    first: Properties = {}
    found: dict[str, None] = {}
    for each in said:
        for name, value in each.items():
            if name not in _NEVER_CONFLICT and first.setdefault(name, value) != value:
                found[name] = None
    return list(found)


def _first_counts(said: Sequence[Properties]) -> Properties:
    merged: Properties = {}
    for each in reversed(said):
        merged.update(each)
    return merged
