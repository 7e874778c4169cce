"""theory.yaml: propositions with their evidence, searches for negative cases, the core category."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document, PlacedQuote
from graphmodel.graph.excerpts import add_excerpt, interview_name, report_unnamed
from graphmodel.graph.kind import DocumentKind
from graphmodel.graph.name_index import NameIndex
from graphmodel.names import fold, fold_interview, fold_person
from graphmodel.records import Evidence, Kind, NegativeCase, Proposition, Theory
from graphmodel.schema import Label, Type


def evidence(theory: Theory) -> Iterator[Evidence]:
    """All evidence of a theory, in one fixed order."""
    for proposition in theory.propositions:
        yield from proposition.supports
        yield from proposition.contradicts
    for case in theory.negative_cases:
        yield from case.found


def define(document: Document, names: NameIndex) -> None:
    """Define the propositions."""
    for theory in cast(Iterable[Theory], document.records):
        for proposition in theory.propositions:
            names.define(Label.PROPOSITION, fold(proposition.id), proposition.id)


def contribute(document: Document, to: Contribution) -> None:
    """Add propositions, negative cases and the mark of the core category."""
    placed = iter(document.placed)
    for theory in cast(Iterable[Theory], document.records):
        for proposition in theory.propositions:
            _add_proposition(proposition, placed, to)
        _add_negative_cases(theory.negative_cases, placed, to)
        if theory.core:
            to.add(to.concept(theory.core, theory.place), theory.place, isCore=True)


def _add_proposition(proposition: Proposition, placed: Iterator[PlacedQuote], to: Contribution) -> None:
    key = to.add(
        to.key(Label.PROPOSITION, fold(proposition.id)),
        proposition.place,
        name=proposition.id,
        statement=proposition.statement,
        relation=proposition.relation,
    )
    to.relate(key, Type.SUBJECT, to.concept(proposition.subject, proposition.place))
    to.relate(key, Type.OBJECT, to.concept(proposition.object, proposition.place))
    _add_evidence(Type.SUPPORTS, proposition.supports, key, placed, to)
    _add_evidence(Type.CONTRADICTS, proposition.contradicts, key, placed, to)


def _add_negative_cases(cases: Iterable[NegativeCase], placed: Iterator[PlacedQuote], to: Contribution) -> None:
    """Of several searches for one concept the latest counts; what all of them found stays."""
    latest: dict[str, NegativeCase] = {}
    for case in cases:
        target = to.concept(case.concept, case.place)
        if (case.sought or "") >= (latest.setdefault(target, case).sought or ""):
            latest[target] = case
        _add_evidence(Type.CONTRADICTS, case.found, target, placed, to)
    for target, case in latest.items():
        to.add(
            target,
            case.place,
            negativeCaseSoughtAt=case.sought or "undated",
            negativeCaseSoughtBy=fold_person(case.by) if case.by else None,
            negativeCaseMemo=to.thing(Label.MEMO, case.memo, case.place) if case.memo else None,
        )


def _add_evidence(
    type_: Type, found: Iterable[Evidence], target: str, placed: Iterator[PlacedQuote], to: Contribution
) -> None:
    for each in found:
        name = interview_name(each.interview, to.document)
        to.interview(name)
        if each.interview is None:
            report_unnamed(1, to.document, each.place, to)
        quote = next(placed)
        excerpt = add_excerpt(fold_interview(name), each, quote, to)
        coder = to.coder(each.coder)
        to.relate(excerpt, type_, target, coder, coder=coder, at=each.date, note=each.note, quote=quote.quote)


KIND = DocumentKind(
    kind=Kind.THEORY,
    define=define,
    contribute=contribute,
    labels=(Label.PROPOSITION, Label.EXCERPT),
    relationships=(Type.SUBJECT, Type.OBJECT, Type.SUPPORTS, Type.CONTRADICTS, Type.FROM, Type.SPANS),
)
