"""The codebook: concepts, what subsumes each, and those that were merged away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from graphmodel.errors import Problem, Severity
from graphmodel.graph.codebook_identities import identify
from graphmodel.graph.concept_paths import fold_path
from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.kind import DocumentKind
from graphmodel.graph.name_index import AmbiguousName, ConceptEntry, NameIndex
from graphmodel.levels import label_of_word
from graphmodel.names import fold
from graphmodel.records import Concept, Kind
from graphmodel.schema import Label, Type, key


def define(document: Document, names: NameIndex) -> None:
    """Define the concepts, and the names that lead from merged ones to others."""
    for identity, row in identify(_living(document)):
        names.define_concept(
            ConceptEntry(
                key=key(document.study, Label.CONCEPT, identity),
                name=row.name,
                parent_names=row.parents,
                level=row.level,
                former_names=row.was,
                guids=row.guids,
            )
        )
    for row in _merged(document):
        names.define(Label.RETIRED_CONCEPT, fold(row.name), row.name)
        names.merge(row.name, str(row.merged_into), aliases(row))


def contribute(document: Document, to: Contribution) -> None:
    """Add the concepts with what subsumes each, and the retired ones with what they were merged into."""
    living = _living(document)
    to.problems += _doubly_renamed(living)
    to.problems += _unknown_levels(living, to.names.levels)
    for identity, row in _once(identify(living), "or give them different parents or ids", to):
        _add_concept(to.key(Label.CONCEPT, identity), row, to)
    for _, row in _once(((fold(row.name), row) for row in _merged(document)), "or rename it", to):
        _add_retired(row, to)


def _once(rows: Iterable[tuple[str, Concept]], otherwise: str, to: Contribution) -> Iterator[tuple[str, Concept]]:
    """The first row of each identity; the others are errors."""
    seen: dict[str, Concept] = {}
    for identity, row in rows:
        if seen.setdefault(identity, row) is row:
            yield identity, row
        else:
            hint = f"Remove one of the rows, {otherwise}"
            to.error(f"`{row.name}` is defined twice; first at {seen[identity].place}", row.place, hint)


def _add_concept(concept: str, row: Concept, to: Contribution) -> None:
    to.add(
        concept,
        row.place,
        name=row.name,
        definition=row.definition,
        properties=row.properties,
        origin=row.origin,
        stage=row.stage,
        level=row.level,
        formerNames=row.was,
        guids=row.guids,
    )
    for position, parent in enumerate(row.parents):
        to.relate(concept, Type.SUBSUMED_BY, to.concept(parent, row.place), position=position)
    if row.split_from:
        to.relate(concept, Type.SPLIT_FROM, to.name(_split_from(row, to), row.split_from))


def _split_from(row: Concept, to: Contribution) -> str:
    """The key of the concept that one was split from: it may be retired since, or be known by its name alone."""
    name = str(row.split_from)
    try:
        return to.names.revised(name)
    except AmbiguousName as ambiguous:
        hint = "Write one of: " + "; ".join(ambiguous.paths)
        message = f"`{row.name}` was split from `{name}`, the name of {len(ambiguous.paths)} concepts"
        to.error(message, row.place, hint)
        return to.key(Label.RETIRED_CONCEPT, fold(name))


def _add_retired(row: Concept, to: Contribution) -> None:
    retired = to.add(
        to.key(Label.RETIRED_CONCEPT, fold(row.name)),
        row.place,
        name=row.name,
        definition=row.definition,
        formerNames=row.was,
        guids=aliases(row)[len(row.was) :],
    )
    target = _merged_into(row, to)
    if target:
        to.relate(retired, Type.MERGED_INTO, to.name(target, str(row.merged_into)))


def _merged_into(row: Concept, to: Contribution) -> str | None:
    """The living concept that a row leads to; None where it leads nowhere, which is an error."""
    into, names = str(row.merged_into), to.names
    try:
        target = names.defined_concept(into)
    except AmbiguousName as ambiguous:
        message = f"`{row.name}` was merged into `{into}`, the name of {len(ambiguous.paths)} concepts"
        to.error(message, row.place, "Write one of: " + "; ".join(ambiguous.paths))
        return None
    if target is None and names.is_merged(into):
        message = f"`{row.name}` was merged into `{into}`, which leads back to itself"
        to.error(message, row.place, "Name the living concept that it went into")
        return None
    if target is None or not names.knows(target):
        message = f"`{row.name}` was merged into `{into}`, which is not in the codebook"
        to.flag(message, row.place, "Add it to the codebook, or correct the spelling")
    return target or names.undefined(into)


def aliases(row: Concept) -> tuple[str, ...]:
    """The names beside its own that a merged row had."""
    return (*row.was, *row.guids, *((row.id,) if row.id else ()))


def _living(document: Document) -> list[Concept]:
    return [row for row in cast(Iterable[Concept], document.records) if not row.merged_into]


def _merged(document: Document) -> Iterator[Concept]:
    return (row for row in cast(Iterable[Concept], document.records) if row.merged_into)


def _doubly_renamed(rows: Sequence[Concept]) -> Iterator[Problem]:
    """A former name that two rows give: its codings could go to either."""
    first: dict[str, Concept] = {}
    for row in rows:
        for name in dict.fromkeys(map(fold_path, row.was)):
            other = first.setdefault(name, row)
            if other is not row:
                message = f"`{row.name}` and `{other.name}` both were `{name}`; the other one at {other.place}"
                hint = "Take the name out of the column `was` of one of them"
                yield Problem(Severity.ERROR, message, row.place, hint)


def _unknown_levels(rows: Iterable[Concept], levels: Sequence[str]) -> Iterator[Problem]:
    """The words for a level that stand for none, each once; `levels` are the study's."""
    first: dict[str, Concept] = {}
    for row in rows:
        if row.level and label_of_word(row.level, levels) is None and first.setdefault(fold(row.level), row) is row:
            message = f"`{row.level}` is no level that is known; its concepts go by their place in the tree"
            hint = "List the names of your levels under `levels` in study.yaml, outermost first"
            yield Problem(Severity.FLAG, message, row.place, hint)


KIND = DocumentKind(
    kind=Kind.CODEBOOK,
    define=define,
    contribute=contribute,
    labels=(Label.CONCEPT, Label.RETIRED_CONCEPT),
    relationships=(Type.SUBSUMED_BY, Type.MERGED_INTO, Type.SPLIT_FROM),
)
