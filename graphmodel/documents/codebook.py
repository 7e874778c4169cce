"""What a codebook says: concepts, what each is subsumed by, and those that were merged away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphmodel.catalogue import PATH_SEPARATOR, AmbiguousName, Entry, fold_path
from graphmodel.claims import Edge
from graphmodel.documents.context import Context
from graphmodel.errors import NOWHERE, Problem, Severity
from graphmodel.levels import label_of_word
from graphmodel.names import fold
from graphmodel.records import Concept
from graphmodel.schema import Label, Type, key


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
    codebook = Codebook([], merged, list(_doubly_renamed(living)))
    seen: dict[str, Concept] = {}
    for row in living:
        unique = shared[fold(row.name)] == 1
        identity = fold(row.id) if row.id else fold(row.name) if unique else _folded(paths.of(row))
        entry = Entry(
            key(study, Label.CONCEPT, identity),
            row.name,
            frozenset({document}),
            row.parents,
            row.level,
            former_names=row.was,
            guids=row.guids,
        )
        if identity in seen:
            codebook.problems.append(_twice(row, seen[identity]))
            continue
        seen[identity] = row
        codebook.living.append((row, entry))
    return codebook


def _doubly_renamed(rows: Sequence[Concept]) -> Iterator[Problem]:
    """A former name that two rows give: its codings could go to either."""
    first: dict[str, Concept] = {}
    for row in rows:
        for name in dict.fromkeys(map(fold_path, row.was)):
            other = first.setdefault(name, row)
            if other is not row:
                message = f"`{row.name}` and `{other.name}` both were `{name}`; the other one at {other.place}"
                yield Problem(
                    Severity.ERROR, message, row.place, "Take the name out of the column `was` of one of them"
                )


def aliases(row: Concept) -> tuple[str, ...]:
    """The names beside its own that a merged row had."""
    return (*row.was, *row.guids, *((row.id,) if row.id else ()))


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
            context.claims.edge(Edge(Type.SUBSUMED_BY, entry.key, target), position=position, **named)
    for row in codebook.merged:
        _check_merge(row, str(row.merged_into), context)
        context.claims.node(
            context.key(Label.RETIRED_CONCEPT, fold(row.name)),
            name=row.name,
            definition=row.definition,
            mergedInto=row.merged_into,
            formerNames=row.was,
            guids=aliases(row)[len(row.was) :],
        )


def unknown_levels(rows: Sequence[Concept], levels: Sequence[str]) -> Iterator[Problem]:
    """The words for a level that stand for none, each once; `levels` are the study's."""
    first: dict[str, Concept] = {}
    for row in rows:
        if row.level and label_of_word(row.level, levels) is None and first.setdefault(fold(row.level), row) is row:
            yield Problem(
                Severity.FLAG,
                f"`{row.level}` is no level that is known; its concepts go by their place in the tree",
                row.place,
                "List the names of your levels under `levels` in study.yaml, outermost first",
            )


def _check_merge(row: Concept, into: str, context: Context) -> None:
    try:
        target = context.catalogue.defined_concept(into)
    except AmbiguousName as ambiguous:
        message = f"`{row.name}` was merged into `{into}`, the name of {len(ambiguous.paths)} concepts"
        context.error(message, row.place, "Write one of: " + "; ".join(ambiguous.paths))
        return
    if target is None and context.catalogue.is_merged(into):
        message = f"`{row.name}` was merged into `{into}`, which leads back to itself"
        context.error(message, row.place, "Name the living concept that it went into")
    elif target is None or not context.catalogue.knows(target):
        message = f"`{row.name}` was merged into `{into}`, which is not in the codebook"
        context.flag(message, row.place, "Add it to the codebook, or mend the spelling")


def cyclic(names: Mapping[str, str], rows: Mapping[str, Concept]) -> Problem:
    """The problem that a cycle of concepts (their names by key, in order) is, at the first one's row that is known."""
    circle = list(names.values())
    place = next((rows[concept].place for concept in names if concept in rows), NOWHERE)
    if len(circle) == 1:
        return Problem(Severity.ERROR, f"`{circle[0]}` is its own parent", place, "Name another parent, or none")
    return Problem(
        Severity.ERROR,
        "the code tree runs in a circle: " + " > ".join((*circle, circle[0])),
        place,
        "Take one of these parents away",
    )
