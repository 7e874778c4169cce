"""A difference as steps: statements over batches of rows, in the order in which they must be run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, LiteralString, TypeVar

from neo4j import ManagedTransaction

from graphmodel.graph.difference import Difference
from graphmodel.graph.elements import Relationship
from graphmodel.schema import Label, Type, label_of
from graphmodel.statements import statement_for
from graphmodel.store.conflicts import ChangedByHand

T = TypeVar("T")
BATCH = 10_000
"""Rows a statement: some megabytes a message. Measured on 84,000 elements: 50,000 rows gain nothing."""
TRANSCRIPTS = 100
"""A transcript has some 60 kB of words: this many make a message of some megabytes."""


@dataclass(frozen=True, slots=True)
class Step:
    """One statement over a batch of rows. `what` names the rows where some of them meet nothing in the graph;
    `elements` is how many nodes and relationships of a difference it writes."""

    text: LiteralString
    rows: list[Any]
    what: str
    parameters: dict[str, Any] = field(default_factory=dict)
    elements: int = 0

    def run(self, tx: ManagedTransaction) -> list[dict[str, Any]]:
        """Run it, and return the strangers' relationships that were on deleted nodes.

        Raises ChangedByHand where the graph does not have what each row is about.
        """
        record = tx.run(self.text, self.parameters, rows=self.rows).single(strict=True)
        missing = len(self.rows) - record["done"]
        if missing:
            raise ChangedByHand(
                f"the graph is not as the last load left it: of {len(self.rows)} {self.what}, {missing} are not there"
            )
        return [each for left in record.get("left") or () for each in left]


def steps(difference: Difference, batch: int = BATCH) -> Iterator[Step]:
    """The steps that write a difference, each of at most `batch` rows: what goes first, new relationships last."""
    for part in (_unrelated, _deleted, _rekeyed, _changed, _created, _altered, _related):
        for step in part(difference, batch):
            yield replace(step, elements=len(step.rows))


def batches(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    """The rows, `size` at a time."""
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch


def _unrelated(difference: Difference, batch: int) -> Iterator[Step]:
    for (type_, start, end), found in _by_ends(difference.unrelated).items():
        text = statement_for("store/delete_relationships", Excerpt=start, CODED_AS=type_, Concept=end)
        for each in batches(found, batch):
            yield Step(text, [[it.start, it.end, it.apart] for it in each], f"relationships {type_} that go")


def _deleted(difference: Difference, batch: int) -> Iterator[Step]:
    for label, keys in _by_label(difference.deleted).items():
        text = statement_for("store/delete_nodes", Concept=label)
        for each in batches(keys, batch):
            yield Step(text, each, f"{label} nodes that go")


def _rekeyed(difference: Difference, batch: int) -> Iterator[Step]:
    """New keys. Where one is another node's old key, all go by way of keys that nothing has: two nodes never share a
    key, not even for a moment."""
    rekeyed = difference.rekeyed
    moves = [list(rekeyed.items())]
    if rekeyed.keys() & set(rekeyed.values()):
        moves = [[(old, f"{new}\n") for old, new in rekeyed.items()], [(f"{new}\n", new) for new in rekeyed.values()]]
    for move in moves:
        by_old = dict(move)
        for label, keys in _by_label(by_old).items():
            text = statement_for("store/rekey_nodes", Concept=label)
            for each in batches(keys, batch):
                yield Step(text, [[old, by_old[old]] for old in each], f"{label} nodes that get another key")


def _changed(difference: Difference, batch: int) -> Iterator[Step]:
    changed = difference.changed
    lost = ((key, label) for key, change in changed.items() for label in change.lost)
    gained = ((key, label) for key, change in changed.items() for label in change.gained)
    yield from _relabelled("store/remove_label", lost, batch)
    yield from _relabelled("store/add_label", gained, batch)
    for label, keys in _by_label(key for key, change in changed.items() if change.properties).items():
        yield from changed_nodes(label, [[key, changed[key].properties] for key in keys], batch)


def changed_nodes(label: Label, rows: Iterable[list[Any]], batch: int = BATCH) -> Iterator[Step]:
    """The steps that set properties of nodes, given as lists of key and properties."""
    text = statement_for("store/change_nodes", Concept=label)
    for each in batches(rows, batch):
        yield Step(text, each, f"{label} nodes that change")


def _relabelled(name: str, pairs: Iterable[tuple[str, Label]], batch: int) -> Iterator[Step]:
    groups: dict[tuple[Label, Label], list[str]] = defaultdict(list)
    for key, label in pairs:
        groups[label_of(key), label].append(key)
    for (main, label), keys in groups.items():
        text = statement_for(name, Concept=main, Code=label)
        for each in batches(keys, batch):
            yield Step(text, each, f"{main} nodes that change their label")


def _created(difference: Difference, batch: int) -> Iterator[Step]:
    groups: dict[tuple[Label, ...], list[str]] = defaultdict(list)
    for key in difference.created:
        groups[difference.labels[key]].append(key)
    for labels, keys in groups.items():
        text = statement_for("store/create_nodes", Concept=labels)
        for each in batches(keys, min(batch, TRANSCRIPTS) if Label.TRANSCRIPT in labels else batch):
            yield Step(text, [difference.created[key] for key in each], f"{labels[0]} nodes that are new")


def _altered(difference: Difference, batch: int) -> Iterator[Step]:
    for (type_, start, end), found in _by_ends(difference.altered).items():
        text = statement_for("store/change_relationships", Excerpt=start, CODED_AS=type_, Concept=end)
        for each in batches(found, batch):
            rows = [[it.start, it.end, it.apart, difference.altered[it]] for it in each]
            yield Step(text, rows, f"relationships {type_} that change")


def _related(difference: Difference, batch: int) -> Iterator[Step]:
    related = difference.related
    for (type_, start, end), found in _by_ends(related).items():
        bare = not any(related[each] for each in found)
        name = "store/create_bare_relationships" if bare else "store/create_relationships"
        text = statement_for(name, Excerpt=start, CODED_AS=type_, Concept=end)
        for each in batches(found, batch):
            rows = [[it.start, it.end] if bare else [it.start, it.end, related[it]] for it in each]
            yield Step(text, rows, f"ends of relationships {type_} that are new")


def _by_label(keys: Iterable[str]) -> dict[Label, list[str]]:
    groups: dict[Label, list[str]] = defaultdict(list)
    for key in keys:
        groups[label_of(key)].append(key)
    return groups


def _by_ends(relationships: Iterable[Relationship]) -> dict[tuple[Type, Label, Label], Sequence[Relationship]]:
    groups: dict[tuple[Type, Label, Label], list[Relationship]] = defaultdict(list)
    for each in relationships:
        groups[each.type, label_of(each.start), label_of(each.end)].append(each)
    return dict(groups)
