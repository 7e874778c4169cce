"""The participants with their attributes, and the interviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graphmodel.export.rows import Row
from graphmodel.export.tables.content import BETWEEN, Content
from graphmodel.export.tables.table import NARROW, SENTENCE, Cell, Cells, Column, Table
from graphmodel.graph.attributes import attribute
from graphmodel.names import fold
from graphmodel.schema import local

_PARTICIPANT = (
    Column("Participant", "the pseudonym", NARROW),
    Column("Consent", "to take part: active or withdrawn", NARROW),
    Column("Consent to quote", "none, paraphrase or verbatim; only `verbatim` lets words be printed", NARROW),
    Column("Interviews", "the interviews that the participant gave"),
    Column("Excerpts", "different coded passages of these interviews", NARROW),
    Column("Codings", "how often something was coded in them", NARROW),
    Column("Codes", "different codes, categories and themes put to them", NARROW),
    Column(
        "Alike",
        "participants with the same attributes, this one among them; at 1, the attributes beside a quote point to "
        "one person",
        NARROW,
    ),
)
_INTERVIEW = (
    Column("Interview", "its name", NARROW),
    Column("Participant", "who gave it", NARROW),
    Column("Sequence", "its place in the order of interviews", NARROW),
    Column("Date", "when", NARROW),
    Column("Mode", "how it was held"),
    Column("Minutes", "how long it took", NARROW),
    Column("Interviewer", "who asked"),
    Column("Sampled for", "the concepts that it was to develop"),
    Column("Rationale", "why", SENTENCE),
    Column("Characters", "the length of the transcript, in characters; empty where none is loaded", NARROW),
    Column("Excerpts", "different coded passages", NARROW),
    Column("Codings", "how often something was coded; two coders of one passage count twice", NARROW),
    Column("Codes", "different codes, categories and themes put to it", NARROW),
    Column("Coders", "different people who coded it", NARROW),
)


def participants(content: Content) -> Table:
    """The participants, by pseudonym, with a column for each attribute."""
    headers = [header.rsplit(": ", 1)[0] for header in content.rows.facts["attributes"]]
    taken = {fold(column.header) for column in _PARTICIPANT}
    shown = (
        Column(f"{header} (attribute)" if fold(header) in taken else header, "an attribute, as the study has it")
        for header in headers
    )
    return Table(
        "participants", "A participant", "participants", (*_PARTICIPANT, *shown), _participants(content, headers)
    )


def _participants(content: Content, headers: list[str]) -> Iterator[Cells]:
    counts = content.counts("participant_counts", withdrawn=content.chosen.withdrawn)
    alike = Counter(_attributes(row, headers) for row in content.rows.participants)
    for row in sorted(content.rows.participants, key=lambda row: local(row["key"])):
        held, counted = row["properties"], counts[row["key"]]
        yield (
            content.called(row["key"]),
            held.get("consent"),
            held.get("quoteConsent"),
            content.all_called(row["interviews"]),
            counted["excerpts"],
            counted["codings"],
            counted["codes"],
            alike[_attributes(row, headers)] if headers else None,
            *_attributes(row, headers),
        )


def _attributes(row: Row, headers: list[str]) -> Cells:
    return tuple(_shortest(row["properties"].get(attribute(header))) for header in headers)


def _shortest(value: Cell) -> Cell:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def interviews(content: Content) -> Table:
    """The interviews, in their order."""
    return Table("interviews", "An interview", "interviews", _INTERVIEW, _interviews(content))


def _interviews(content: Content) -> Iterator[Cells]:
    counts = content.counts("interview_counts", withdrawn=content.chosen.withdrawn)
    for row in content.interviews():
        counted = counts[row["key"]]
        content.exported.lacks("whole transcripts", counted["transcribed"])
        yield (
            row["name"],
            content.all_called(content.gave.get(row["key"], ())),
            row["sequence"],
            row["date"],
            row["mode"],
            _shortest(row["durationMin"]),
            BETWEEN.join(row["interviewers"]) or None,
            content.all_called(each["target"] for each in row["sampledFor"]),
            content.rows.clean(_reasons(row)),
            counted["characters"],
            counted["excerpts"],
            counted["codings"],
            counted["codes"],
            counted["coders"],
        )


def _reasons(row: Row) -> str | None:
    reasons = (row["rationale"], *(each["rationale"] for each in row["sampledFor"]))
    return BETWEEN.join(dict.fromkeys(reason for reason in reasons if reason)) or None
