"""One document's records become its claims: which function speaks for which kind."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import cast

from graphmodel.documents.codebook import Codebook, say_codebook
from graphmodel.documents.context import Context
from graphmodel.documents.excerpts import PassageOf, say_codings, say_theory, say_unnamed, unnamed_interview
from graphmodel.documents.people import say_interviews, say_participants, say_study
from graphmodel.documents.writing import say_bibliography, say_links, say_memo, say_revisions
from graphmodel.names import fold_interview
from graphmodel.records import (
    Coding,
    Interview,
    Kind,
    Link,
    Memo,
    Participant,
    Record,
    Reference,
    Researcher,
    Revision,
    Study,
    Theory,
    Transcript,
)
from graphmodel.schema import Label


def say(
    kind: Kind, records: Sequence[Record], context: Context, codebook: Codebook | None, passage_of: PassageOf
) -> None:
    """Put into `context.claims` what a document of this kind says, and its problems into `context.problems`."""
    match kind:
        case Kind.STUDY:
            say_study(cast(Sequence[Study | Researcher], records), context)
        case Kind.PARTICIPANTS:
            say_participants(cast(Sequence[Participant], records), context)
        case Kind.INTERVIEWS:
            say_interviews(cast(Sequence[Interview], records), context)
        case Kind.CODEBOOK:
            if codebook:
                say_codebook(codebook, context)
        case Kind.BIBLIOGRAPHY:
            say_bibliography(cast(Sequence[Reference], records), context)
        case Kind.TRANSCRIPT:
            say_transcript(cast(Transcript, records[0]), context)
        case Kind.CODINGS:
            _say_codings(cast(Sequence[Coding], records), context, passage_of)
        case Kind.MEMO:
            say_memo(cast(Memo, records[0]), context)
        case Kind.THEORY:
            say_theory(cast(Theory, records[0]), passage_of, context)
        case Kind.LINKS:
            say_links(cast(Sequence[Link], records), context)
        case Kind.REVISIONS:
            say_revisions(cast(Sequence[Revision], records), context)


def say_transcript(transcript: Transcript, context: Context) -> None:
    """That the interview is there, and which words it has."""
    context.claims.node(
        context.key(Label.INTERVIEW, fold_interview(transcript.interview)),
        name=transcript.interview,
        characters=len(transcript.text),
        sha256=text_hash(transcript),
    )


def text_hash(transcript: Transcript) -> str:
    """The SHA-256 of a transcript's text, in hex."""
    return sha256(transcript.text.encode("utf-8", "surrogatepass")).hexdigest()


def _say_codings(rows: Sequence[Coding], context: Context, passage_of: PassageOf) -> None:
    named = rows[0].interview
    name = named or unnamed_interview(context.path)
    context.interview(name)
    if named is None:
        say_unnamed(len(rows), name, rows[0].place, context)
    folded = fold_interview(name)
    say_codings(rows, folded, passage_of(folded), context)
