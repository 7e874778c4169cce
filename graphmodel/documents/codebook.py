"""What a codebook says: concepts, what each is subsumed by, and those that were merged away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graphmodel.catalogue import PATH_SEPARATOR, Entry, fold_path
from graphmodel.claims import Edge
from graphmodel.documents.context import Context
from graphmodel.errors import Problem, Severity
from graphmodel.names import fold
from graphmodel.records import Concept
from graphmodel.schema import Label, Type, key, local


@dataclass(slots=True)
class Codebook:
    """A codebook's living rows with their identities, its merged-away rows, and what is wrong with it."""

    living: list[tuple[Concept, Entry]]
    merged: list[Concept]
    problems: list[Problem]


def identify(rows: Sequence[Concept], study: str, document: int) -> Codebook:
    """Give each row of a codebook its identity: its id, else its folded name where that is unique, else its folded
    path."""
    living = [row for row in rows if not row.merged_into]
    merged = [row for row in rows if row.merged_into]
    paths = _Paths(living)
    shared = Counter(fold(row.name) for row in living)
    codebook = Codebook([], merged, [])
    seen: dict[str, Concept] = {}
    for row in living:
        path = paths.of(row)
        identity = fold(row.id) if row.id else fold(row.name) if shared[fold(row.name)] == 1 else _folded(path)
        entry = Entry(
            key(study, Label.CONCEPT, identity),
            row.name,
            frozenset({document}),
            level=row.level,
            name_path=path,
            former_names=row.was,
            guids=row.guids,
        )
        if identity in seen:
            codebook.problems.append(_twice(row, seen[identity]))
            continue
        seen[identity] = row
        codebook.living.append((row, entry))
    return codebook


def _folded(path: Sequence[str]) -> str:
    return fold_path(PATH_SEPARATOR.join(path))


def _twice(row: Concept, first: Concept) -> Problem:
    return Problem(
        Severity.ERROR,
        f"`{row.name}` is defined twice; first at {first.place}",
        row.place,
        "Remove one of the rows, or give them different parents or ids",
    )


class _Paths:
    """The names from the outermost first-named ancestor down to each row."""

    def __init__(self, rows: Sequence[Concept]) -> None:
        self._by_name: dict[str, list[Concept]] = {}
        for row in rows:
            self._by_name.setdefault(fold(row.name), []).append(row)
            if row.id:
                self._by_name.setdefault(fold(row.id), []).append(row)
        self._done: dict[int, tuple[str, ...]] = {}

    def of(self, row: Concept) -> tuple[str, ...]:
        chain, current = [row], row
        while id(current) not in self._done and (above := self._first_parent(current)) and above not in chain:
            chain.append(above)
            current = above
        path = self._done.get(id(current)) or (*self._written_parents(current), current.name)
        for each in reversed(chain):
            if id(each) not in self._done:
                path = path if each is current else (*path, each.name)
                self._done[id(each)] = path
        return self._done[id(row)]

    def _first_parent(self, row: Concept) -> Concept | None:
        if not row.parents:
            return None
        found = self._by_name.get(fold(row.parents[0].split(PATH_SEPARATOR)[-1]), [])
        return found[0] if len(found) == 1 else None

    def _written_parents(self, row: Concept) -> tuple[str, ...]:
        return tuple(part.strip() for part in row.parents[0].split(PATH_SEPARATOR)) if row.parents else ()


def say_codebook(codebook: Codebook, context: Context) -> None:
    """The concepts with what subsumes each, and the retired ones that were merged into others."""
    for row, entry in codebook.living:
        context.claims.node(
            entry.key,
            name=row.name,
            definition=row.definition,
            properties=row.properties,
            origin=row.origin,
            stage=row.stage,
            level=row.level,
            formerNames=row.was,
            splitFrom=row.split_from,
            guids=row.guids,
        )
        for position, parent in enumerate(row.parents):
            target, named = context.concept(parent, row.place)
            if target == entry.key:
                context.error(f"`{row.name}` is its own parent", row.place, "Name another parent, or none")
            context.claims.edge(Edge(Type.SUBSUMED_BY, entry.key, target), position=position, **named)
    for row in codebook.merged:
        context.claims.node(
            context.key(Label.RETIRED_CONCEPT, fold(row.name)),
            name=row.name,
            definition=row.definition,
            mergedInto=row.merged_into,
        )


def cyclic(concepts: Sequence[str], rows: Sequence[Concept]) -> Problem:
    """The problem that a cycle of concepts (their keys, in order) is, at the row of the first one in this codebook."""
    names = [local(concept) for concept in (*concepts, concepts[0])]
    place = next((row.place for row in rows if fold(row.name) in names), rows[0].place)
    return Problem(
        Severity.ERROR,
        "the code tree runs in a circle: " + " > ".join(names),
        place,
        "Take one of these parents away",
    )
