"""Reads what a map needs from the graph, and puts each row where the map looks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from graphmodel.database import Database
from graphmodel.report.guard import read_guarded
from graphmodel.statements import statement

Row: TypeAlias = Mapping[str, Any]
Words: TypeAlias = Mapping[tuple[str, str], Sequence[Row]]

ALL_QUOTES = 1_000_000_000


@dataclass(frozen=True, slots=True)
class MapRows:
    """The rows of one study: `words` by key of what they are about and by relationship, `interviews` by key."""

    concepts: Mapping[str, Row]
    propositions: Mapping[str, Row]
    memos: Sequence[Row]
    literature: Sequence[Row]
    interviews: Mapping[str, Row]
    words: Words
    guarded: Sequence[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Scope:
    """Which concepts a map is about (None: all), and those that their propositions reach besides."""

    branch: frozenset[str]
    outside: frozenset[str]
    propositions: frozenset[str]


def read_rows(database: Database, study: str, top: str | None, quotes: int | None) -> tuple[MapRows, Scope]:
    """The rows for a map of a study, or of the branch below the concept with the key `top`, and what they cover.

    Of each concept and proposition come at most `quotes` excerpts for it and as many against it, all where None.
    """
    sent = {"study": study}
    concepts = _by_key(database.read(statement("report/map_concepts"), sent))
    propositions = _by_key(database.read(statement("report/map_propositions"), sent))
    scope = _scope(concepts, propositions, top)
    limit = {"quotes": ALL_QUOTES if quotes is None else quotes}
    words = [
        *database.read(statement("report/map_concept_words"), {"concepts": sorted(scope.branch), **limit}),
        *database.read(
            statement("report/map_proposition_words"), {"propositions": sorted(scope.propositions), **limit}
        ),
    ]
    rows = MapRows(
        concepts,
        propositions,
        database.read(statement("report/map_memos"), sent),
        database.read(statement("report/map_literature"), sent),
        _by_key(database.read(statement("read/interviews"), {**sent, "withdrawn": False})),
        _by_subject(words),
        read_guarded(database, study),
    )
    return rows, scope


def _by_key(rows: Iterable[Row]) -> dict[str, Row]:
    return {row["key"]: row for row in rows}


def _by_subject(rows: Iterable[Row]) -> Words:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row["about"], row["relation"]), []).append(row)
    return found


def _scope(concepts: Mapping[str, Row], propositions: Mapping[str, Row], top: str | None) -> Scope:
    branch = frozenset(concepts) if top is None else _branch(concepts, top)
    ends = {key: {row["subject"], row["object"]} - {None} for key, row in propositions.items()}
    chosen = frozenset(key for key, reached in ends.items() if top is None or reached & branch)
    outside = frozenset(end for key in chosen for end in ends[key]) - branch
    return Scope(branch, outside, chosen)


def _branch(concepts: Mapping[str, Row], top: str) -> frozenset[str]:
    children: dict[str, list[str]] = {}
    for key, row in concepts.items():
        for parent in row["parents"]:
            children.setdefault(parent, []).append(key)
    found: set[str] = set()
    waiting = [top]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(children.get(key, ()))
    return frozenset(found)
