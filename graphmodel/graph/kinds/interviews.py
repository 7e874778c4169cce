"""The interviews table: when, how and by whom each interview was held, who gave it, what it was sampled for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.kind import DocumentKind
from graphmodel.graph.name_index import NameIndex
from graphmodel.names import fold_interview
from graphmodel.records import Interview, Kind
from graphmodel.schema import Label, Type


def define(document: Document, names: NameIndex) -> None:
    """Define the interviews."""
    for row in cast(Iterable[Interview], document.records):
        names.define(Label.INTERVIEW, fold_interview(row.name), row.name)


def contribute(document: Document, to: Contribution) -> None:
    """Add the interviews with who gave, who conducted, and the concepts that each was sampled for."""
    for row in cast(Iterable[Interview], document.records):
        interview = to.add(
            to.key(Label.INTERVIEW, fold_interview(row.name)),
            row.place,
            name=row.name,
            date=row.date,
            sequence=row.sequence,
            mode=row.mode,
            durationMin=row.duration_min,
            rationale=None if row.sampled_for else row.rationale,
        )
        for participant in row.participants:
            to.relate(to.thing(Label.PARTICIPANT, participant, row.place), Type.GAVE, interview, derived=False)
        for interviewer in row.interviewers:
            to.relate(to.researcher(interviewer), Type.CONDUCTED, interview)
        for concept in row.sampled_for:
            to.relate(interview, Type.SAMPLED_FOR, to.concept(concept, row.place), rationale=row.rationale)


KIND = DocumentKind(
    kind=Kind.INTERVIEWS,
    define=define,
    contribute=contribute,
    labels=(Label.INTERVIEW,),
    relationships=(Type.GAVE, Type.CONDUCTED, Type.SAMPLED_FOR),
)
