"""The difference between what the graph holds and what a document says now, as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from graphmodel.claims import Held, Properties, Said

K = TypeVar("K", bound=Hashable)


@dataclass(slots=True)
class Changes(Generic[K]):
    """What has to be written: new, with other claims than before, or said by nobody any more."""

    created: dict[K, Said] = field(default_factory=dict)
    changed: dict[K, tuple[Held, Said]] = field(default_factory=dict)
    removed: dict[K, Held] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.created or self.changed or self.removed)


@dataclass(slots=True)
class Tally(Generic[K]):
    """What a document adds to, changes in and takes back from what it said before, whoever else says the same."""

    added: list[K] = field(default_factory=list)
    changed: list[tuple[K, Properties, Properties]] = field(default_factory=list)
    removed: list[K] = field(default_factory=list)


def lay(document: int, claims: Mapping[K, Properties], held: Mapping[K, Held]) -> dict[K, Said]:
    """Everything held and everything claimed, with this document's earlier claims replaced by its present ones."""
    desired: dict[K, Said] = {}
    for key, there in held.items():
        if document in there.said and key not in claims:
            desired[key] = {number: said for number, said in there.said.items() if number != document}
    for key, properties in claims.items():
        others = held[key].said if key in held else {}
        desired[key] = {**others, document: properties}
    return desired


def compare(desired: Mapping[K, Said], held: Mapping[K, Held]) -> Changes[K]:
    """What has to be written so that the graph holds `desired`; what `desired` does not name stays as it is."""
    changes: Changes[K] = Changes()
    for key, said in desired.items():
        there = held.get(key)
        if there is None:
            if said:
                changes.created[key] = said
        elif not said:
            if there.said:
                changes.removed[key] = there
        elif said != there.said:
            changes.changed[key] = (there, said)
    return changes


def tally(document: int, claims: Mapping[K, Properties], held: Mapping[K, Held]) -> Tally[K]:
    """The difference as the document's own: what it says anew, otherwise, and no longer."""
    result: Tally[K] = Tally()
    for key, properties in claims.items():
        before = held[key].said.get(document) if key in held else None
        if before is None:
            result.added.append(key)
        elif before != properties:
            result.changed.append((key, before, properties))
    result.removed = [key for key, there in held.items() if document in there.said and key not in claims]
    return result


def count(words: list[str]) -> dict[str, int]:
    """How many of each word, most first."""
    return dict(Counter(words).most_common())
