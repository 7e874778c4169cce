"""A study as plain Python values, and the questions that Cypher easily gets wrong answered a second time over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

Row = tuple[Any, ...]
GIVEN_UP, MADE_LATER = "given up by then", "made later"


@dataclass(frozen=True)
class Person:
    name: str
    withdrawn: bool


@dataclass(frozen=True)
class Talk:
    """An interview; `people` are positions in the study's list of participants."""

    name: str
    date: str | None
    sequence: int | None
    unnamed: bool
    people: tuple[int, ...]


@dataclass(frozen=True)
class Unit:
    """A concept; `parents` are positions of earlier concepts. A retired one has no level and no parents."""

    name: str
    level: str
    parents: tuple[int, ...]
    retired: bool


@dataclass(frozen=True)
class Span:
    """An excerpt of the interview at a position; `start` None: not placed. `said` are positions of the participants who
    are known to have said it; `known` tells whether its speakers are known: if not, it may be anybody's who gave the
    interview."""

    key: str
    talk: int
    start: int | None
    end: int | None
    said: tuple[int, ...]
    known: bool


@dataclass(frozen=True)
class Coding:
    span: int
    unit: int
    coder: str
    at: str | None


@dataclass(frozen=True)
class Change:
    """A revision, by positions of what it used and made."""

    kind: str
    at: str | None
    used: tuple[int, ...]
    made: tuple[int, ...]


@dataclass(frozen=True)
class Statement:
    name: str
    supports: tuple[int, ...]
    contradicts: tuple[int, ...]


@dataclass(frozen=True)
class Theory:
    """A whole study."""

    people: tuple[Person, ...]
    talks: tuple[Talk, ...]
    units: tuple[Unit, ...]
    spans: tuple[Span, ...]
    codings: tuple[Coding, ...]
    against: tuple[tuple[int, int], ...]
    changes: tuple[Change, ...]
    statements: tuple[Statement, ...]
    memos: tuple[tuple[int, str | None], ...]

    def gone(self, withdrawn: bool) -> set[int]:
        """The participants who do not count: those who withdrew, unless they are asked for."""
        return set() if withdrawn else {at for at, person in enumerate(self.people) if person.withdrawn}

    def voices(self, span: int) -> tuple[int, ...]:
        """Whose words an excerpt is, as far as is known."""
        held = self.spans[span]
        return held.said if held.said or held.known else self.talks[held.talk].people

    def loses_talk(self, talk: int, gone: set[int]) -> bool:
        """Whether an interview goes where some people do: all who gave it are among them."""
        people = set(self.talks[talk].people)
        return bool(people) and people <= gone

    def loses(self, span: int, gone: set[int]) -> bool:
        """Whether an excerpt goes where some people do: its interview does, or anybody whose words it is."""
        return self.loses_talk(self.spans[span].talk, gone) or bool(gone & set(self.voices(span)))

    def keeps_talk(self, talk: int, withdrawn: bool) -> bool:
        return not self.loses_talk(talk, self.gone(withdrawn))

    def keeps(self, span: int, withdrawn: bool) -> bool:
        return not self.loses(span, self.gone(withdrawn))

    def below(self, unit: int) -> set[int]:
        """A concept and all that it subsumes."""
        found = {unit}
        while more := {at for at, each in enumerate(self.units) if found & set(each.parents)} - found:
            found |= more
        return found

    def themes(self) -> list[int]:
        """The concepts that count as themes."""
        living = [at for at, unit in enumerate(self.units) if not unit.retired]
        labelled = [at for at in living if self.units[at].level == "Theme"]
        return labelled or [at for at in living if not self.units[at].parents]

    def coded(self, units: Iterable[int]) -> set[int]:
        """The excerpts that are coded to any of these concepts."""
        wanted = set(units)
        return {each.span for each in self.codings if each.unit in wanted}

    def spans_of(self, units: Iterable[int], withdrawn: bool) -> set[int]:
        """The excerpts that ground any of these concepts."""
        return {span for span in self.coded(units) if self.keeps(span, withdrawn)}

    def people_of(self, spans: Iterable[int], withdrawn: bool) -> set[int]:
        """Who gave the interviews of excerpts and counts."""
        given = {person for span in spans for person in self.talks[self.spans[span].talk].people}
        return given - self.gone(withdrawn)

    def names_of(self, spans: Iterable[int], withdrawn: bool) -> list[str]:
        return sorted(self.people[person].name for person in self.people_of(spans, withdrawn))

    def talks_of(self, spans: Iterable[int]) -> set[int]:
        return {self.spans[span].talk for span in spans}


def certainly_before(one: str | None, other: str | None) -> bool:
    """Whether a date that may lack its day or month certainly comes before another."""
    if one is None or other is None:
        return False
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def held_before(one: Talk, other: Talk) -> bool | None:
    """Whether an interview was held before another; None where nothing tells."""
    if certainly_before(one.date, other.date):
        return True
    if certainly_before(other.date, one.date):
        return False
    if one.sequence is None or other.sequence is None or one.sequence == other.sequence:
        return None
    return one.sequence < other.sequence


def narrow_themes(study: Theory, minimum: int, withdrawn: bool) -> Iterator[Row]:
    """Question 2: theme, participants, names, interviews, excerpts."""
    for theme in study.themes():
        spans = study.spans_of(study.below(theme), withdrawn)
        people = study.people_of(spans, withdrawn)
        if len(people) < minimum:
            named = [talk for talk in study.talks_of(spans) if not study.talks[talk].unnamed]
            yield study.units[theme].name, len(people), study.names_of(spans, withdrawn), len(named), len(spans)


def absent_participants(study: Theory, theme: int, withdrawn: bool) -> Iterator[Row]:
    """Question 4: participant, interviews, excerpts, negativeCases."""
    branch = study.below(theme)
    contributing = study.people_of(study.spans_of(branch, withdrawn), withdrawn)
    for at, person in enumerate(study.people):
        if at in contributing or (person.withdrawn and not withdrawn):
            continue
        talks = [talk for talk, each in enumerate(study.talks) if at in each.people]
        kept = {at for at, span in enumerate(study.spans) if span.talk in talks and study.keeps(at, withdrawn)}
        coded = {each.span for each in study.codings if each.span in kept}
        against = {span for span, unit in study.against if unit in branch and span in kept}
        yield person.name, len(talks), len(coded), len(against)


def single_voices(study: Theory, withdrawn: bool) -> Iterator[Row]:
    """Question 8: proposition, participant, excerpts, unattributed, contradictedBy."""
    for statement in study.statements:
        kept = [span for span in statement.supports if study.keeps(span, withdrawn)]
        against = [span for span in statement.contradicts if study.keeps(span, withdrawn)]
        if len(study.people_of(kept, withdrawn)) == 1:
            voiced = [span for span in kept if study.people_of([span], withdrawn)]
            (name,) = study.names_of(kept, withdrawn)
            yield statement.name, name, len(voiced), len(kept) - len(voiced), study.names_of(against, withdrawn)


def _used_codes(study: Theory, withdrawn: bool) -> dict[int, list[Coding]]:
    """The codings of each concept in interviews that have a place in the order."""
    found: dict[int, list[Coding]] = {}
    for coding in study.codings:
        talk = study.spans[coding.span].talk
        if study.keeps(coding.span, withdrawn) and not study.talks[talk].unnamed:
            found.setdefault(coding.unit, []).append(coding)
    return found


def _ordered_talks(study: Theory, withdrawn: bool) -> list[int]:
    return [at for at, talk in enumerate(study.talks) if not talk.unnamed and study.keeps_talk(at, withdrawn)]


def untested_codes(study: Theory, withdrawn: bool) -> Iterator[Row]:
    """Question 13: code, takenBack, arose, earlier, how many things were missing."""
    talks = _ordered_talks(study, withdrawn)
    for unit, codings in _used_codes(study, withdrawn).items():
        name = study.units[unit].name
        held = {study.spans[each.span].talk for each in codings}
        first = [each for each in codings if not any(certainly_before(other.at, each.at) for other in codings)]
        origins = {study.spans[each.span].talk for each in first}
        undated = any(each.at is None for each in codings)
        if len(held) > 1 and (undated or len(origins) > 1):
            yield name, "unknown", None, None, 1
            continue
        (origin,) = held if len(held) == 1 else origins
        order = {talk: held_before(study.talks[talk], study.talks[origin]) for talk in talks if talk != origin}
        earlier = [talk for talk, before in order.items() if before]
        unplaced = [talk for talk, before in order.items() if before is None]
        if held & set(earlier):
            continue
        if unplaced:
            yield name, "unknown", study.talks[origin].name, len(earlier), len(unplaced)
        elif earlier:
            yield name, "no", study.talks[origin].name, len(earlier), 0


def new_codes(study: Theory, withdrawn: bool) -> Iterator[Row]:
    """Question 14: interview, codes, names of the certainly new, maybeNew, missing."""
    talks = _ordered_talks(study, withdrawn)
    held = {
        unit: {study.spans[each.span].talk for each in codings}
        for unit, codings in _used_codes(study, withdrawn).items()
    }
    for talk in talks:
        certain, maybe = [], 0
        for unit, places in held.items():
            if talk not in places:
                continue
            order = [held_before(study.talks[other], study.talks[talk]) for other in places - {talk}]
            if all(before is False for before in order):
                certain.append(study.units[unit].name)
            elif True not in order:
                maybe += 1
        unplaced = [
            study.talks[other].name
            for other in talks
            if other != talk and held_before(study.talks[other], study.talks[talk]) is None
        ]
        codes = sum(talk in places for places in held.values())
        yield study.talks[talk].name, codes, sorted(certain), maybe, sorted(unplaced)


def losses(study: Theory, leaver: int, withdrawn: bool) -> Iterator[Row]:
    """Question 19: kind, name, lost, left, participantsLeft, consequence."""
    others = study.gone(withdrawn) - {leaver}
    for at, unit in enumerate(study.units):
        if not unit.retired:
            yield from _loss(study, leaver, others, unit.level, unit.name, study.coded(study.below(at)))
            against = {span for span, contradicted in study.against if contradicted == at}
            yield from _loss(study, leaver, others, "Negative case", unit.name, against)
    for statement in study.statements:
        for kind, spans in (("Proposition", statement.supports), ("Negative case", statement.contradicts)):
            yield from _loss(study, leaver, others, kind, statement.name, set(spans))


def _loss(study: Theory, leaver: int, others: set[int], kind: str, name: str, spans: set[int]) -> Iterator[Row]:
    there = {span for span in spans if not study.loses(span, others)}
    going = {span for span in there if study.loses(span, others | {leaver})}
    staying = there - going
    voices = {person for span in staying for person in study.talks[study.spans[span].talk].people} - others - {leaver}
    if going:
        consequence = {0: "no named voice", 1: "one voice"}.get(len(voices), "thinner") if staying else "empty"
        yield kind, name, len(going), len(staying), len(voices), consequence


def critical_participants(study: Theory, theme: int, withdrawn: bool) -> Iterator[Row]:
    """Question 20: size, participants, contributing, exact, unattributed. Tries every set of participants."""
    spans = study.spans_of(study.below(theme), withdrawn)
    if not spans:
        return
    contributing = sorted(study.people_of(spans, withdrawn))
    nobodys = [span for span in spans if not study.people_of([span], withdrawn)]
    if nobodys:
        yield None, None, len(contributing), True, len(nobodys)
        return
    for size in range(len(contributing) + 1):
        sets = [
            chosen
            for chosen in combinations(contributing, size)
            if all(set(chosen) & set(study.talks[talk].people) for talk in study.talks_of(spans))
        ]
        for chosen in sets:
            yield size, sorted(study.people[each].name for each in chosen), len(contributing), True, 0
        if sets:
            return


def dominance(study: Theory, theme: int, withdrawn: bool) -> Iterator[Row]:
    """Question 21: participant, excerpts, total, interviews, concepts."""
    branch = study.below(theme)
    spans = study.spans_of(branch, withdrawn)
    voices: list[int | None] = [*sorted(study.people_of(spans, withdrawn)), None]
    for voice in voices:
        theirs = {
            span
            for span in spans
            if (voice in study.talks[study.spans[span].talk].people)
            or (voice is None and not study.people_of([span], withdrawn))
        }
        if theirs:
            concepts = {each.unit for each in study.codings if each.span in theirs and each.unit in branch}
            name = None if voice is None else study.people[voice].name
            yield name, len(theirs), len(spans), len(study.talks_of(theirs)), len(concepts)


def disagreements(study: Theory, withdrawn: bool) -> Iterator[Row]:
    """Question 24: concept, excerpt, coder, other, instead."""
    kept = [each for each in study.codings if study.keeps(each.span, withdrawn)]
    for coding in kept:
        talk = study.spans[coding.span].talk
        here = [each for each in kept if study.spans[each.span].talk == talk]
        for other in {each.coder for each in here} - {coding.coder}:
            theirs = [each for each in here if each.coder == other]
            if any(each.unit == coding.unit and _meet(study, each.span, coding.span) for each in theirs):
                continue
            instead = sorted(study.units[each.unit].name for each in theirs if each.span == coding.span)
            yield study.units[coding.unit].name, study.spans[coding.span].key, coding.coder, other, instead


def _meet(study: Theory, one: int, other: int) -> bool:
    if one == other:
        return True
    a, b = study.spans[one], study.spans[other]
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    return bool(set(range(a.start, a.end)) & set(range(b.start, b.end)))


def state_on(study: Theory, date: str, withdrawn: bool) -> Iterator[Row]:
    """Question 33: concept, held, because, excerpts."""
    for at, unit in enumerate(study.units):
        changes = [each for each in study.changes if at in (*each.used, *each.made)]
        made = [each for each in changes if at in each.made and at not in each.used]
        ended = [
            each
            for each in changes
            if at in each.used and at not in each.made and (unit.retired or each.kind == "retire")
        ]
        coded = {
            each.span
            for each in study.codings
            if each.unit == at and _by_then(each.at, date) and study.keeps(each.span, withdrawn)
        }
        written = any(target == at and _by_then(when, date) for target, when in study.memos)
        held, because = _verdict(unit, changes, made, ended, bool(coded), written, date)
        yield unit.name, held, because, len(coded)


def _verdict(
    unit: Unit, changes: list[Change], made: list[Change], ended: list[Change], coded: bool, written: bool, date: str
) -> tuple[str, str]:
    if any(_by_then(each.at, date) for each in ended):
        return "no", GIVEN_UP
    if made and all(_later(each.at, date) for each in made):
        return "no", MADE_LATER
    if any(not _later(each.at, date) for each in ended) or (unit.retired and not ended):
        return "unknown", "given up, nobody knows when"
    if any(_by_then(each.at, date) for each in changes):
        return "yes", "a change by then"
    if coded:
        return "yes", "a coding by then"
    if written:
        return "yes", "a memo by then"
    if not made and any(_later(each.at, date) for each in changes):
        return "unknown", "changed later, nobody knows when it was made"
    return "unknown", "nothing dated by then"


def _by_then(at: str | None, date: str) -> bool:
    """Whether something happened by the end of a day, month or year: also where it is known more exactly than that."""
    return at is not None and (certainly_before(at, date) or at.startswith(date))


def _later(at: str | None, date: str) -> bool:
    return at is not None and certainly_before(date, at)


def cooccurrences(study: Theory, minimum: int, withdrawn: bool) -> Iterator[Row]:
    """Question 35: the pair, together, coefficient."""
    of = {at: study.spans_of([at], withdrawn) for at, unit in enumerate(study.units) if not unit.retired}
    for one, other in combinations(of, 2):
        together = len(of[one] & of[other])
        if together >= max(minimum, 1):
            coefficient = together / (len(of[one]) + len(of[other]) - together)
            pair = frozenset((study.units[one].name, study.units[other].name))
            yield pair, together, round(coefficient + 1e-12, 3)
