"""The account that a write keeps of itself, as steps: the round, the versions that it brings and ends, documents'
properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graphmodel.graph.difference import Difference
from graphmodel.graph.elements import Properties
from graphmodel.schema import Label
from graphmodel.statements import statement
from graphmodel.store.rounds import WRITTEN, Round, round_key
from graphmodel.store.steps import Step, batches, changed_nodes

MESSAGE = 8 * 2**20
"""Bytes of versions a statement: one message to the server, which holds it whole."""


@dataclass(slots=True, kw_only=True)
class RoundWrite:
    """All that one load writes. `documents` holds properties to set on Document nodes that then stand, by key, and
    `study_properties` those to set on the Study (None takes a property away; a document's None sets nothing);
    `versions` all properties of new versions; `ended` the keys of versions that stand no longer; `refreshed` what to
    set on versions by their keys. Without a `round` nothing new is kept: a load that changed no record."""

    study: str
    difference: Difference = field(default_factory=Difference)
    documents: dict[str, Properties | None] = field(default_factory=dict)
    study_properties: Properties = field(default_factory=dict)
    round: Round | None = None
    versions: list[Properties] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    refreshed: dict[str, Properties] = field(default_factory=dict)
    problems: bytes | None = None

    @property
    def version_bytes(self) -> int:
        """The bytes in the new versions."""
        return sum(weight(each) for each in self.versions)


def weight(properties: Properties) -> int:
    """The bytes among these properties."""
    return sum(len(value) for value in properties.values() if isinstance(value, bytes))


def document_steps(write: RoundWrite) -> Iterator[Step]:
    """Set the properties of documents; their nodes stand already."""
    rows = [[key, properties] for key, properties in write.documents.items() if properties]
    yield from changed_nodes(Label.DOCUMENT, rows)


def version_steps(write: RoundWrite) -> Iterator[Step]:
    """Set the study's own properties, end and refresh versions, and keep the new ones."""
    if write.study_properties:
        yield from changed_nodes(Label.STUDY, [[write.study, write.study_properties]])
    if write.ended:
        number = {"number": write.round.number if write.round else None}
        yield Step(statement("store/end_versions"), write.ended, "versions that end", number)
    for each in batches(write.refreshed.items(), 1_000):
        yield Step(statement("store/refresh_versions"), [list(pair) for pair in each], "versions to refresh")
    for rows in _messages(write.versions):
        yield Step(statement("store/create_versions"), rows, "Study nodes of versions")


def round_steps(write: RoundWrite, seen: int | None, status: str = WRITTEN) -> Iterator[Step]:
    """Keep the round, or what is outstanding with the last one (`seen`)."""
    last = None if seen is None else round_key(write.study, seen)
    if write.round:
        rows = [replace(write.round, status=status).properties()]
        parameters = {"last": last, "problems": write.problems}
        yield Step(statement("store/create_round"), rows, "Study nodes of rounds", parameters)
    elif write.problems is not None:
        yield Step(statement("store/keep_problems"), [[last, write.problems]], "rounds to keep problems with")


def mark_steps(study: str, number: int | None) -> Iterator[Step]:
    """Mark a study as being written in parts by a round."""
    yield from changed_nodes(Label.STUDY, [[study, {"writing": number or 0}]])


def close_steps(study: str, number: int | None) -> Iterator[Step]:
    """Take that mark away."""
    last = None if number is None else round_key(study, number)
    yield Step(statement("store/close_study"), [[study, last]], "Study nodes that were being written")


def _messages(versions: Iterable[Properties]) -> Iterator[list[Properties]]:
    """The versions in lists of about `MESSAGE` bytes."""
    rows: list[Properties] = []
    size = 0
    for each in versions:
        rows.append(each)
        size += weight(each)
        if size >= MESSAGE:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows
