"""What codings and theory.yaml say of excerpts: where they stand, what they are coded as, what they stand against."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from graphmodel.captions import cut
from graphmodel.claims import Edge, Properties
from graphmodel.documents.context import Context
from graphmodel.errors import Place
from graphmodel.names import fold, fold_interview, fold_person
from graphmodel.quotes.locate import TranscriptIndex, fingerprint, unchecked
from graphmodel.quotes.selector import QuoteLocation, QuoteSelector, Verification
from graphmodel.records import Coding, Evidence, NegativeCase, Stance, Theory
from graphmodel.schema import Label, Type

FINGERPRINT_DIGITS = 24


class HasSpan(Protocol):
    """A turn, by the span of its words."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


@dataclass(slots=True)
class Passage:
    """The words of one interview, ready to be asked, with its turns' spans."""

    words: TranscriptIndex
    starts: list[int]
    ends: list[int]
    sha256: str

    @classmethod
    def of(cls, text: str, turns: Sequence[HasSpan], sha256: str) -> Passage:
        """Index a transcript once; what lies between two turns (labels, times) may be missing from a quote."""
        starts = [turn.start for turn in turns]
        ends = [turn.end for turn in turns]
        return cls(TranscriptIndex(text, _labels(text, starts, ends)), starts, ends, sha256)

    def turns(self, start: int, end: int) -> list[int]:
        """The positions of the turns that a span (code points, half-open) touches."""
        return list(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))

    def turns_of(self, location: QuoteLocation) -> list[int]:
        """The positions of the turns that a placed excerpt touches; none for one without a place."""
        if location.start is None or location.end is None:
            return []
        return self.turns(location.start, location.end)


def _labels(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
    """The spans between turns without the white space around them."""
    spans = []
    for before, after in zip((0, *ends), starts, strict=False):
        between = text[before:after]
        label = between.strip()
        if label:
            begin = before + between.index(label)
            spans.append((begin, begin + len(label)))
    return spans


PassageOf = Callable[[str], Passage | None]
"""Gives the words of an interview by its folded name, or None where no transcript is loaded."""


def locate(anchor: QuoteSelector, passage: Passage | None) -> QuoteLocation:
    """Where an excerpt stands, or what is known of it while no transcript is there."""
    return passage.words.locate(anchor) if passage else unchecked(anchor)


def excerpt_identity(interview: str, anchor: QuoteSelector, location: QuoteLocation) -> str:
    """The identity of an excerpt: interview, hash of its words, occurrence; its offsets where it has no words."""
    words = location.fingerprint if location.text else fingerprint(f"{anchor.start}-{anchor.end}")
    return f"{interview}/{words[:FINGERPRINT_DIGITS]}/{location.occurrence}"


def excerpt_properties(anchor: QuoteSelector, location: QuoteLocation) -> Properties:
    """What a document says of an excerpt: its words and place, and the anchor that led there."""
    said: dict[str, Any] = {
        "text": location.text,
        "verification": location.verification.value,
        "occurrence": location.occurrence,
        "start": location.start,
        "end": location.end,
        "quote": location.quote,
        "occurrences": location.occurrences if location.occurrences > 1 else None,
        "givenStart": anchor.start,
        "givenEnd": anchor.end,
        "givenOccurrence": anchor.occurrence,
    }
    return {name: value for name, value in said.items() if value is not None}


def say_codings(rows: Iterable[Coding], interview: str, passage: Passage | None, context: Context) -> None:
    """The excerpts of one interview with the concepts that each row puts to them. `interview` is its folded name."""
    for row in rows:
        excerpt, location = _say_excerpt(interview, row.anchor, passage, context)
        report(row.anchor, location, row.place, context)
        if not row.codes:
            continue
        quote = location.quote
        coder = _coder(row.coder, context)
        type_ = Type.CODED_AS if row.stance is Stance.SUPPORTS else Type.CONTRADICTS
        for code in row.codes:
            target, named = context.concept(code, row.place)
            said = {"coder": coder, "at": row.date, "note": row.note, "quote": quote, **named}
            context.claims.edge(Edge(type_, excerpt, target, coder), **said)


def _say_excerpt(
    interview: str, anchor: QuoteSelector, passage: Passage | None, context: Context
) -> tuple[str, QuoteLocation]:
    location = locate(anchor, passage)
    key = context.key(Label.EXCERPT, excerpt_identity(interview, anchor, location))
    context.claims.nodes.setdefault(key, excerpt_properties(anchor, location))
    return key, location


def _coder(name: str | None, context: Context) -> str:
    coder = fold_person(name) if name else context.default_coder
    context.researcher(coder)
    return coder


def report(anchor: QuoteSelector, location: QuoteLocation, place: Any, context: Context) -> None:
    """Flag an excerpt that is not simply where its row says: not found, found elsewhere, found more than once."""
    words = cut(location.text)
    if location.verification is Verification.UNLOCATED:
        context.flag(
            f"the words “{words}” are not in the transcript",
            place,
            "Copy the quote from the transcript, or correct the transcript; the excerpt is kept, without a position",
        )
    elif location.verification is Verification.RELOCATED:
        context.flag(f"the words “{words}” stand at {location.start}, not at {anchor.start}", place)
    elif location.occurrences > 1 and anchor.start is None and anchor.occurrence is None:
        context.flag(
            f"the words “{words}” occur {location.occurrences} times; the first is taken",
            place,
            "Say which in a column `occurrence`, or quote a few words more",
        )


def say_theory(theory: Theory, passage_of: PassageOf, context: Context) -> None:
    """Propositions with their evidence, the searches for negative cases, and the core category."""
    for proposition in theory.propositions:
        key = context.claims.node(
            context.key(Label.PROPOSITION, fold(proposition.id)),
            name=proposition.id,
            statement=proposition.statement,
            relation=proposition.relation,
        )
        for type_, name in ((Type.SUBJECT, proposition.subject), (Type.OBJECT, proposition.object)):
            target, named = context.concept(name, proposition.place)
            context.claims.edge(Edge(type_, key, target), **named)
        _say_evidence(Type.SUPPORTS, proposition.supports, key, {}, passage_of, context)
        _say_evidence(Type.CONTRADICTS, proposition.contradicts, key, {}, passage_of, context)
    latest: dict[str, NegativeCase] = {}
    for case in theory.negative_cases:
        target, named = context.concept(case.concept, case.place)
        if (case.sought or "") >= (latest.setdefault(target, case).sought or ""):
            latest[target] = case
        context.claims.node(target, **named)
        _say_evidence(Type.CONTRADICTS, case.found, target, named, passage_of, context)
    for target, case in latest.items():
        context.claims.node(
            target,
            **context.concept(case.concept, case.place)[1],
            negativeCaseSoughtAt=case.sought or "undated",
            negativeCaseSoughtBy=fold_person(case.by) if case.by else None,
            negativeCaseMemo=context.mention(Label.MEMO, case.memo, case.place) if case.memo else None,
        )
    if theory.core:
        target, named = context.concept(theory.core, theory.place)
        context.claims.node(target, isCore=True, **named)


def _say_evidence(
    type_: Type,
    found: Iterable[Evidence],
    target: str,
    named: Properties,
    passage_of: PassageOf,
    context: Context,
) -> None:
    for evidence in found:
        name = evidence.interview or unnamed_interview(context.path)
        interview = fold_interview(name)
        context.interview(name)
        if evidence.interview is None:
            say_unnamed(1, name, evidence.place, context)
        excerpt, location = _say_excerpt(interview, evidence.anchor, passage_of(interview), context)
        report(evidence.anchor, location, evidence.place, context)
        coder = _coder(evidence.coder, context)
        said = {"coder": coder, "at": evidence.date, "note": evidence.note, "quote": location.quote, **named}
        context.claims.edge(Edge(type_, excerpt, target, coder), **said)


def say_unnamed(quotes: int, name: str, place: Place, context: Context) -> None:
    """The interview that quotes belong to which name none, and a flag that says so."""
    context.claims.node(context.interview(name), name=name, unnamed=True)
    context.flag(
        f"{quotes} quotes name no interview" if quotes > 1 else "1 quote names no interview",
        place,
        "It is kept in an interview of its own without a participant; name the interview to place it"
        if quotes == 1
        else "They are kept in an interview of their own without a participant; name the interview to place them",
    )


def unnamed_interview(path: str) -> str:
    """The name of the interview that the quotes of one file belong to when they name none."""
    return f"no transcript named in {path}"
