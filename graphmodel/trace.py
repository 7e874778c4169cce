"""From a theme down to the words of participants: the tree below a concept, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeAlias

from graphmodel.database import Database
from graphmodel.lookup import CONCEPT, read_names
from graphmodel.statements import statement
from graphmodel.study_facts import read_facts

Row: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CodedBy:
    """Who coded an excerpt, when (ISO date, as precise as known), and what was noted beside it."""

    coder: str
    at: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class TracedExcerpt:
    """A coded span: its words, whose they are, where they stand.

    `start` and `end` are code points in the transcript, 0-based, half-open, None where the words are not placed;
    `turn` is the number of the speaker's turn that it begins in, from 0, `start_ms` where that turn begins in the
    recording, in milliseconds. `quote` holds the source's own words where they differ. `quotable` says whether consent
    lets the words be printed elsewhere than on the researcher's screen.
    """

    key: str
    text: str
    quote: str | None
    start: int | None
    end: int | None
    verification: str
    occurrence: int | None
    occurrences: int | None
    interview: str
    date: str | None
    participants: tuple[str, ...]
    quotable: bool
    codings: tuple[CodedBy, ...]
    turn: int | None = None
    start_ms: int | None = None


@dataclass(frozen=True, slots=True)
class TracedMemo:
    """A memo about a concept."""

    key: str
    name: str
    title: str | None
    kind: str | None
    at: str | None
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TracedReference:
    """What a reference does for a concept; `memo` is the title of the memo that says why."""

    key: str
    name: str
    caption: str | None
    title: str | None
    stance: str | None
    memo: str | None
    at: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class TracedProposition:
    """A statement that a concept takes part in, with how many excerpts support and contradict it."""

    key: str
    name: str
    statement: str | None
    relation: str | None
    subject: str | None
    object: str | None
    supporting: int
    contradicting: int


@dataclass(frozen=True, slots=True)
class TracedConcept:
    """A concept with what grounds it. A concept with two parents stands under both.

    `excerpt_count`, `interview_count` and `participant_count` cover it and all below; `own_count` is how many excerpts
    are coded to it alone, of which `excerpts` may be the first few. `hidden` counts concepts below that the chosen
    depth leaves out.
    """

    key: str
    name: str
    level: str
    definition: str | None
    properties: tuple[str, ...]
    origin: str | None
    stage: str | None
    status: str
    core: bool
    negative_case_sought_at: str | None
    negative_case_sought_by: str | None
    excerpt_count: int
    interview_count: int
    participant_count: int
    own_count: int
    excerpts: tuple[TracedExcerpt, ...]
    negative_cases: tuple[TracedExcerpt, ...]
    memos: tuple[TracedMemo, ...]
    literature: tuple[TracedReference, ...]
    propositions: tuple[TracedProposition, ...]
    children: tuple[TracedConcept, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Trace:
    """How one concept of a study is grounded. `paths` are the ways down to it from outermost concepts, as names;
    `notice` is the study's own; `notes` say who was left out."""

    study: str
    paths: tuple[tuple[str, ...], ...]
    concept: TracedConcept
    notice: str | None
    notes: tuple[str, ...]

    def as_data(self, *, all_words: bool = False) -> dict[str, Any]:
        """The trace as dictionaries and lists; words that consent keeps from print are left out unless `all_words`."""
        data = asdict(self)
        if not all_words:
            _withhold(data["concept"])
        return data

    def concepts(self) -> Iterator[TracedConcept]:
        """The concept and every one shown below it, each once, from the top."""
        seen: set[str] = set()
        waiting = [self.concept]
        while waiting:
            concept = waiting.pop(0)
            if concept.key not in seen:
                seen.add(concept.key)
                yield concept
                waiting.extend(concept.children)


def trace(
    database: Database,
    study: str,
    name: str,
    depth: int | None = None,
    quotes: int | None = None,
    withdrawn: bool = False,
) -> Trace:
    """How a concept is grounded, down to the words.

    `name` is the concept's name in any case, its path `A > B`, or its key. `depth` is how many levels below it are
    shown (0: the concept alone), `quotes` how many excerpts of each concept. Participants who withdrew are left out
    unless `withdrawn`. Raises GraphmodelError where no concept or more than one has the name.
    """
    names = read_names(database, study)
    key = names.find(name, CONCEPT).key
    sent = {"study": study, "concept": key, "withdrawn": withdrawn}
    rows = {row["key"]: row for row in database.read(statement("read/trace_concepts"), sent)}
    tree = _Tree(rows, _depths(rows, key), depth)
    excerpts, negative_cases = _words(database, study, tree.shown(), quotes, withdrawn)
    facts = read_facts(database, study)
    return Trace(
        study,
        tuple(names.paths(key)),
        tree.build(key, excerpts, negative_cases),
        facts.notice,
        tuple(facts.withdrawal_note(counted=withdrawn)),
    )


def _words(
    database: Database, study: str, concepts: Sequence[str], quotes: int | None, withdrawn: bool
) -> tuple[dict[str, list[TracedExcerpt]], dict[str, list[TracedExcerpt]]]:
    who = {"study": study, "withdrawn": withdrawn}
    interviews = {row["key"]: row for row in database.read(statement("read/interviews"), who)}
    sent = {"concepts": concepts, "withdrawn": withdrawn}
    coded = database.read(statement("read/trace_excerpts"), {**sent, "quotes": quotes})
    against = database.read(statement("read/trace_negative_cases"), sent)
    return _by_concept(coded, interviews), _by_concept(against, interviews)


def _by_concept(rows: Iterable[Row], interviews: Mapping[str, Row]) -> dict[str, list[TracedExcerpt]]:
    found: dict[str, list[TracedExcerpt]] = {}
    for row in rows:
        found.setdefault(row["concept"], []).append(_excerpt(row, interviews[row["interview"]]))
    return found


def _excerpt(row: Row, interview: Row) -> TracedExcerpt:
    return TracedExcerpt(
        key=row["key"],
        text=row["text"],
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        verification=row["verification"],
        occurrence=row["occurrence"],
        occurrences=row["occurrences"],
        interview=interview["name"],
        date=interview["date"],
        participants=tuple(interview["participants"]),
        quotable=row["quotable"],
        codings=tuple(CodedBy(*coding) for coding in row["codings"]),
        turn=row["turn"][0] if row["turn"] else None,
        start_ms=row["turn"][1] if row["turn"] else None,
    )


def _depths(rows: Mapping[str, Row], top: str) -> dict[str, int]:
    """How many levels below the top each concept stands, by its shortest way."""
    depths, waiting = {top: 0}, [top]
    children = _children(rows)
    while waiting:
        parent = waiting.pop(0)
        for child in children.get(parent, ()):
            if child not in depths:
                depths[child] = depths[parent] + 1
                waiting.append(child)
    return depths


def _children(rows: Mapping[str, Row]) -> dict[str, list[str]]:
    children: dict[str, list[str]] = {}
    for row in rows.values():
        for parent in row["parents"]:
            children.setdefault(parent, []).append(row["key"])
    return children


class _Tree:
    """The rows of a branch put together from the bottom up, each concept once."""

    def __init__(self, rows: Mapping[str, Row], depths: Mapping[str, int], depth: int | None) -> None:
        self._rows = rows
        self._children = _children(rows)
        self._depths = depths
        self._depth = depth

    def shown(self) -> list[str]:
        """The keys of the concepts that the chosen depth shows."""
        return [key for key in self._depths if self._depth is None or self._depths[key] <= self._depth]

    def build(
        self,
        top: str,
        excerpts: Mapping[str, Sequence[TracedExcerpt]],
        negative_cases: Mapping[str, Sequence[TracedExcerpt]],
    ) -> TracedConcept:
        """The concept with this key, with all that is shown below it."""
        shown = set(self.shown())
        built: dict[str, TracedConcept] = {}

        def of(key: str, above: frozenset[str]) -> TracedConcept:
            if key not in built:
                below = [child for child in self._children.get(key, ()) if child not in above]
                children = tuple(of(child, above | {key}) for child in below if child in shown)
                hidden = len(self._below(child for child in below if child not in shown) - shown)
                concept = _concept(self._rows[key], excerpts.get(key, ()), negative_cases.get(key, ()))
                built[key] = replace(concept, children=children, hidden=hidden)
            return built[key]

        return of(top, frozenset())

    def _below(self, keys: Iterable[str]) -> set[str]:
        """The concepts with these keys and all below them."""
        found: set[str] = set()
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting.extend(self._children.get(key, ()))
        return found


def _concept(row: Row, excerpts: Sequence[TracedExcerpt], negative_cases: Sequence[TracedExcerpt]) -> TracedConcept:
    return TracedConcept(
        key=row["key"],
        name=row["name"],
        level=row["level"],
        definition=row["definition"],
        properties=tuple(row["properties"]),
        origin=row["origin"],
        stage=row["stage"],
        status=row["status"],
        core=row["core"],
        negative_case_sought_at=row["soughtAt"],
        negative_case_sought_by=row["soughtBy"],
        excerpt_count=row["excerpts"],
        interview_count=row["interviews"],
        participant_count=row["participants"],
        own_count=row["own"],
        excerpts=tuple(excerpts),
        negative_cases=tuple(negative_cases),
        memos=tuple(TracedMemo(**{**memo, "by": tuple(memo["by"])}) for memo in row["memos"]),
        literature=tuple(TracedReference(**reference) for reference in row["literature"]),
        propositions=tuple(TracedProposition(**proposition) for proposition in row["propositions"]),
        children=(),
        hidden=0,
    )


def _withhold(concept: dict[str, Any]) -> None:
    for excerpt in (*concept["excerpts"], *concept["negative_cases"]):
        if not excerpt["quotable"]:
            excerpt.update(text=None, quote=None, withheld="consent")
    for child in concept["children"]:
        _withhold(child)
