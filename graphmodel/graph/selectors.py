"""The quotes of a document: every record that says where one is, in one fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import structs

from graphmodel.graph.document import Document
from graphmodel.graph.excerpts import interview_name
from graphmodel.graph.kinds.theory import evidence
from graphmodel.names import fold_interview
from graphmodel.records import Coding, Evidence, Kind, Record, Theory

Quoted: TypeAlias = Coding | Evidence
QUOTING = frozenset({Kind.CODINGS, Kind.THEORY})
"""The kinds of document that quote."""


def quotes_of(document: Document) -> Iterator[tuple[str, Quoted]]:
    """Each quote of a document with the folded name of its interview."""
    for record in document.records if document.kind in QUOTING else ():
        if isinstance(record, Coding):
            yield document.interview or "", record
        elif isinstance(record, Theory):
            for each in evidence(record):
                yield fold_interview(interview_name(each.interview, document)), each


def with_quotes(document: Document, changed: Callable[[str, Quoted], Quoted]) -> list[Record]:
    """The records of a document with each quote as `changed` gives it; it is told the folded name of the interview."""
    records: list[Record] = []
    for record in document.records:
        if isinstance(record, Coding):
            records.append(changed(document.interview or "", record))  # type: ignore[arg-type]
        elif isinstance(record, Theory):
            records.append(_changed_theory(record, document, changed))
        else:
            records.append(record)
    return records


def _changed_theory(theory: Theory, document: Document, changed: Callable[[str, Quoted], Quoted]) -> Theory:
    def each(found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(changed(fold_interview(interview_name(one.interview, document)), one) for one in found)  # type: ignore[misc]

    return structs.replace(
        theory,
        propositions=tuple(
            structs.replace(one, supports=each(one.supports), contradicts=each(one.contradicts))
            for one in theory.propositions
        ),
        negative_cases=tuple(structs.replace(one, found=each(one.found)) for one in theory.negative_cases),
    )
