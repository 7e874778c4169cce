"""The relationship types of the theory."""

from __future__ import annotations

from graphmodel.schema import Label, Type
from graphmodel.vocabulary import values
from graphmodel.vocabulary.terms import Holds, Property, RelationshipKind, always, known

SOURCES = always("sources", Holds.TEXTS, "the paths of the documents that say it, or that it follows from")
CODING = (
    always("coder", Holds.TEXT, "the name of the researcher, `unnamed` where that is not known"),
    known("at", Holds.TEXT, "the date, as precise as it is known; of several the earliest"),
    known("note", Holds.TEXT, "the coder's note; of several each on a line"),
    known("quote", Holds.TEXT, "the words in the source's row, where they differ from the transcript's"),
    SOURCES,
)


def _kind(
    start: Label | tuple[Label, ...],
    type_: Type,
    end: Label | tuple[Label, ...],
    means: str,
    *,
    properties: tuple[Property, ...] = (SOURCES,),
) -> RelationshipKind:
    starts, ends = (each if isinstance(each, tuple) else (each,) for each in (start, end))
    return RelationshipKind(type=type_, starts=starts, ends=ends, means=means, properties=properties)


THINGS = (Label.CONCEPT, Label.INTERVIEW, Label.REFERENCE, Label.MEMO, Label.PROPOSITION, Label.PARTICIPANT)
"""The labels of what a memo may be about."""

RELATIONSHIPS = (
    _kind(Label.DOCUMENT, Type.OF, Label.STUDY, "was loaded for the study", properties=()),
    _kind(
        Label.PARTICIPANT,
        Type.GAVE,
        Label.INTERVIEW,
        "gave it; several people may have given one together",
        properties=(
            always("derived", Holds.TRUTH, "whether it was told by the interview's name alone: `P01-1` is P01's"),
            SOURCES,
        ),
    ),
    _kind(Label.RESEARCHER, Type.CONDUCTED, Label.INTERVIEW, "held it"),
    _kind(
        Label.INTERVIEW,
        Type.SAMPLED_FOR,
        Label.CONCEPT,
        "was sought for the sake of the concept",
        properties=(known("rationale", Holds.TEXT, "why"), SOURCES),
    ),
    _kind(Label.INTERVIEW, Type.READS, Label.TRANSCRIPT, "has these words", properties=()),
    _kind(Label.TURN, Type.PART_OF, Label.INTERVIEW, "is a turn of it", properties=()),
    _kind((Label.PARTICIPANT, Label.RESEARCHER), Type.SPOKE, Label.TURN, "spoke it, where it is known who did"),
    _kind(Label.EXCERPT, Type.FROM, Label.INTERVIEW, "was taken from it", properties=()),
    _kind(Label.EXCERPT, Type.SPANS, Label.TURN, "lies in the turn, or in several", properties=()),
    _kind(
        Label.PARTICIPANT,
        Type.SAID,
        Label.EXCERPT,
        "spoke at least one of its turns; where it is not known who did, the only person who gave the interview",
    ),
    _kind(
        Label.EXCERPT,
        Type.CODED_AS,
        Label.CONCEPT,
        "was coded so: it grounds the concept. One relationship a coder",
        properties=CODING,
    ),
    _kind(
        Label.EXCERPT,
        Type.CONTRADICTS,
        (Label.CONCEPT, Label.PROPOSITION),
        "speaks against it: a negative case, which never grounds what it speaks against",
        properties=CODING,
    ),
    _kind(Label.EXCERPT, Type.SUPPORTS, Label.PROPOSITION, "is evidence for it", properties=CODING),
    _kind(
        Label.CONCEPT,
        Type.SUBSUMED_BY,
        Label.CONCEPT,
        "belongs to it. A concept may belong to several; there is no circle",
        properties=(always("position", Holds.WHOLE, "0 for the parent that is named first"), SOURCES),
    ),
    _kind(
        Label.CONCEPT,
        Type.SPLIT_FROM,
        (Label.CONCEPT, Label.RETIRED_CONCEPT),
        "came from it when that was split",
    ),
    _kind(
        Label.RETIRED_CONCEPT,
        Type.MERGED_INTO,
        Label.CONCEPT,
        "went into it; where merges follow one another, into the one at their end",
    ),
    _kind(Label.PROPOSITION, Type.SUBJECT, Label.CONCEPT, "is about it, as the first of the two"),
    _kind(Label.PROPOSITION, Type.OBJECT, Label.CONCEPT, "is about it, as the second"),
    _kind(Label.MEMO, Type.ABOUT, THINGS, "is about it"),
    _kind(Label.MEMO, Type.CITES, Label.REFERENCE, "cites it"),
    _kind(Label.MEMO, Type.DEVELOPS_INTO, Label.MEMO, "led to it"),
    _kind(
        Label.REFERENCE,
        Type.BEARS_ON,
        (Label.CONCEPT, Label.PROPOSITION),
        "does something for it. One relationship a stance and memo",
        properties=(
            known("stance", Holds.TEXT, "what it does", values=values.STANCE),
            known("memo", Holds.TEXT, "the key of the memo that says why"),
            known("at", Holds.TEXT, "the date, as precise as it is known"),
            known("note", Holds.TEXT, "a note"),
            SOURCES,
        ),
    ),
    _kind(Label.RESEARCHER, Type.WROTE, Label.MEMO, "wrote it"),
    _kind(Label.RESEARCHER, Type.MADE, Label.REVISION, "made the change"),
    _kind(Label.REVISION, Type.USED, (Label.CONCEPT, Label.RETIRED_CONCEPT), "began with it"),
    _kind(Label.REVISION, Type.GENERATED, (Label.CONCEPT, Label.RETIRED_CONCEPT), "made it"),
    _kind(Label.REVISION, Type.JUSTIFIED_BY, Label.MEMO, "has its reason there"),
)
