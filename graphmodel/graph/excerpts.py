"""Excerpts, as codings and theory.yaml add them: their words, their place, and what is not simply as a row says."""

from __future__ import annotations

from typing import Protocol

from graphmodel.captions import caption, cut
from graphmodel.errors import Place
from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document, PlacedQuote
from graphmodel.graph.elements import Relationship, present
from graphmodel.quotes.selector import QuoteSelector, Verification
from graphmodel.schema import Label, Type


class Quoted(Protocol):
    """A record with a quote."""

    @property
    def selector(self) -> QuoteSelector: ...  # noqa: D102
    @property
    def place(self) -> Place: ...  # noqa: D102


def unnamed_interview(path: str) -> str:
    """The name of the interview that the quotes of one file belong to when they name none."""
    return f"no transcript named in {path}"


def interview_name(name: str | None, document: Document) -> str:
    """The name of the interview of a row that names it so, or not at all."""
    return name or unnamed_interview(document.path)


def add_excerpt(interview: str, record: Quoted, placed: PlacedQuote, to: Contribution) -> str:
    """Add the excerpt of a record, with its interview and turns; flag what is not simply as the record says.

    `interview` is the folded name. Returns the excerpt's key.
    """
    key = to.key(Label.EXCERPT, placed.identity)
    if key not in to.nodes:
        to.add_finished(key, _properties(record.selector, placed))
        to.places[key] = record.place
        to.relationships[Relationship(Type.FROM, key, to.key(Label.INTERVIEW, interview))] = {}
        for turn in placed.turns:
            to.relationships[Relationship(Type.SPANS, key, to.key(Label.TURN, f"{interview}/{turn}"))] = {}
    _report(record, placed, to)
    return key


def _properties(selector: QuoteSelector, placed: PlacedQuote) -> dict[str, object]:
    properties = present(
        {
            "text": placed.text,
            "verification": placed.verification.value,
            "occurrence": placed.occurrence,
            "start": placed.start,
            "end": placed.end,
            "quote": placed.quote,
            "occurrences": placed.occurrences if placed.occurrences > 1 else None,
            "givenStart": None if placed.by_words else selector.start,
            "givenEnd": None if placed.by_words else selector.end,
            "givenOccurrence": None if placed.by_words else selector.occurrence,
        }
    )
    properties["caption"] = caption(Label.EXCERPT, properties)
    return properties


def _report(record: Quoted, placed: PlacedQuote, to: Contribution) -> None:
    selector = record.selector
    if placed.verification is Verification.UNLOCATED:
        hint = "Copy the quote from the transcript, or correct the transcript; the excerpt is kept, without a position"
        to.flag(f"the words “{cut(placed.text)}” are not in the transcript", record.place, hint)
    elif placed.verification is Verification.RELOCATED:
        words = f"the words “{cut(placed.text)}” stand at {placed.start}"
        hint = "The excerpt goes with its words; correct the position, or leave it out"
        to.flag(f"{words}, not at {selector.start} as the row says", record.place, hint)
    elif placed.occurrences > 1 and selector.start is None and selector.occurrence is None:
        words = f"the words “{cut(placed.text)}” occur {placed.occurrences} times; the first is taken"
        to.flag(words, record.place, "Say which in a column `occurrence`, or quote a few words more")


def report_unnamed(quotes: int, document: Document, place: Place, to: Contribution) -> None:
    """Add the interview that quotes belong to which name none, and flag that they do."""
    name = unnamed_interview(document.path)
    to.add(to.interview(name), name=name, unnamed=True)
    if quotes == 1:
        hint = "It is kept in an interview of its own without a participant; name the interview to place it"
        to.flag("1 quote names no interview", place, hint)
    else:
        hint = "They are kept in an interview of their own without a participant; name the interview to place them"
        to.flag(f"{quotes} quotes name no interview", place, hint)
