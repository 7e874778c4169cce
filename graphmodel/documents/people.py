"""What study.yaml, the participants table and the interviews table say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graphmodel.claims import Edge
from graphmodel.documents.context import Context
from graphmodel.names import fold, fold_interview, fold_person
from graphmodel.records import Interview, Participant, Researcher, Study
from graphmodel.schema import Label, Type


def say_study(records: Sequence[Study | Researcher], context: Context) -> None:
    """The Study, where the document says it, and its researchers."""
    studies = [record for record in records if isinstance(record, Study)]
    if studies:
        context.claims.node(context.study, **_together(studies))
    people = [record for record in records if isinstance(record, Researcher)]
    for researcher in [*(each for study in studies for each in study.researchers), *people]:
        context.claims.node(
            context.key(Label.RESEARCHER, fold_person(researcher.name)), name=researcher.name, role=researcher.role
        )


def _together(studies: Iterable[Study]) -> dict[str, Any]:
    """What one document says of its study: a project that founds one by its name may say itself what it is called."""
    said: dict[str, Any] = {}
    for study in studies:
        facts = {
            "title": study.title,
            "approach": study.approach,
            "question": study.question,
            "notice": study.notice,
            "levels": study.levels,
            "remoteAllowed": study.remote_allowed or None,
        }
        said |= {name: value for name, value in facts.items() if value}
    return said


def say_participants(rows: Sequence[Participant], context: Context) -> None:
    """The participants with their consent and attributes; the study lists which attributes there are."""
    for row in rows:
        context.claims.node(
            context.key(Label.PARTICIPANT, fold(row.name)),
            name=row.name,
            consent=row.consent,
            quoteConsent=row.quote_consent,
            **{attribute(header): value for header, value in row.attributes},
        )
    headers = dict.fromkeys(header for row in rows for header, _ in row.attributes)
    if headers:
        context.claims.node(context.study, attributes=[f"{header}: {_type(rows, header)}" for header in headers])


def attribute(header: str) -> str:
    """The property that holds a participant's attribute: `attr_` and the folded header."""
    return "attr_" + "_".join(fold(header).split())


def _type(rows: Iterable[Participant], header: str) -> str:
    values = [value for row in rows for name, value in row.attributes if name == header]
    return "number" if all(_is_number(value) for value in values) else "text"


def _is_number(value: str) -> bool:
    return value.replace(",", ".", 1).replace(".", "", 1).removeprefix("-").isdigit()


def say_interviews(rows: Iterable[Interview], context: Context) -> None:
    """When, how and by whom each interview was held, who gave it, and what it was sampled for."""
    for row in rows:
        interview = context.key(Label.INTERVIEW, fold_interview(row.name))
        context.claims.node(
            interview,
            name=row.name,
            date=row.date,
            sequence=row.sequence,
            mode=row.mode,
            durationMin=row.duration_min,
            rationale=None if row.sampled_for else row.rationale,
        )
        for participant in row.participants:
            giver = context.mention(Label.PARTICIPANT, participant, row.place)
            context.claims.edge(Edge(Type.GAVE, giver, interview))
        for interviewer in row.interviewers:
            context.claims.edge(Edge(Type.CONDUCTED, context.researcher(interviewer), interview))
        for concept in row.sampled_for:
            target, named = context.concept(concept, row.place)
            context.claims.edge(Edge(Type.SAMPLED_FOR, interview, target), rationale=row.rationale, **named)
