"""Records: what a file says, as a loader yields it and as the versions of documents keep it.

Names (of codes, interviews, people, memos, references) are as written, white space trimmed; what they
mean is decided later, against the whole study. Dates are ISO strings as precise as the file knows them
('2016', '2016-03', '2016-03-01'). Every record carries the place that it was read from; a place is no part of what
a version keeps.

Records are stored for good: a field is never renamed, given another type or removed without an upgrade of what is
stored, and `RECORDS_VERSION` is raised with it. A default is always one object of its kind (None, True, an empty
tuple, an enum's member), since a stored record leaves out what is its default.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from graphmodel.errors import NOWHERE, Place
from graphmodel.quotes.selector import QuoteSelector

RECORDS_VERSION = 1
"""The version of the stored records; a program refuses those of a newer one."""


class Kind(StrEnum):
    """The kinds of document: what a researcher changes and loads again as one thing. A project is no document but a
    tool's file that holds many, of other kinds."""

    STUDY = "study"
    PARTICIPANTS = "participants"
    INTERVIEWS = "interviews"
    CODEBOOK = "codebook"
    BIBLIOGRAPHY = "bibliography"
    TRANSCRIPT = "transcript"
    CODINGS = "codings"
    MEMO = "memo"
    THEORY = "theory"
    LINKS = "links"
    REVISIONS = "revisions"
    PROJECT = "project"


class Role(StrEnum):
    """The part that a speaker has in an interview."""

    INTERVIEWER = "interviewer"
    PARTICIPANT = "participant"
    OTHER = "other"


class Consent(StrEnum):
    """Tell whether somebody takes part in the study."""

    ACTIVE = "active"
    WITHDRAWN = "withdrawn"


class QuoteConsent(StrEnum):
    """The use that may be made of somebody's words where they are printed."""

    NONE = "none"
    PARAPHRASE = "paraphrase"
    VERBATIM = "verbatim"


class Stance(StrEnum):
    """The side that an excerpt takes to the concept it is put to: grounds it, or stands against it."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


class Part(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A part of a record, told by its place in it."""


class Record(msgspec.Struct, frozen=True, omit_defaults=True, gc=False, tag_field="record"):
    """A thing as a file tells it."""


class Researcher(Record, frozen=True, tag="Researcher"):
    """Somebody who codes, interviews or writes memos."""

    name: str
    role: str | None = None


class Study(Record, frozen=True, tag="Study"):
    """study.yaml. `levels` names the levels of the code tree, outermost first; `notice` is printed with every
    output made from the study (a synthetic study says there that it is one)."""

    id: str
    title: str
    approach: str | None = None
    question: str | None = None
    notice: str | None = None
    levels: tuple[str, ...] = ()
    researchers: tuple[Researcher, ...] = ()
    remote_allowed: bool = False
    place: Place = NOWHERE


class Participant(Record, frozen=True, tag="Participant"):
    """A row of the participants table; `attributes` keeps the headers as written, in column order, empty cells left
    out."""

    name: str
    consent: Consent = Consent.ACTIVE
    quote_consent: QuoteConsent = QuoteConsent.NONE
    attributes: tuple[tuple[str, str], ...] = ()
    place: Place = NOWHERE


class Interview(Record, frozen=True, tag="Interview"):
    """A row of the interviews table. Several people may have given an interview together, and several conducted it."""

    name: str
    participants: tuple[str, ...] = ()
    date: str | None = None
    sequence: int | None = None
    mode: str | None = None
    duration_min: float | None = None
    interviewers: tuple[str, ...] = ()
    sampled_for: tuple[str, ...] = ()
    rationale: str | None = None
    file: str | None = None
    place: Place = NOWHERE


class Turn(Part, frozen=True):
    """A speaker's turn: `start` and `end` are code points in the transcript's text, 0-based, half-open, and leave
    out the speaker's label and any timestamp; `label_start` is where the label (or timestamp) begins.
    `start_ms` is the time in the recording, in milliseconds."""

    index: int
    speaker: str | None
    role: Role
    start: int
    end: int
    label_start: int
    start_ms: int | None = None


class Transcript(Record, frozen=True, tag="Transcript"):
    """The words of one interview. `turns` are there where the format tells who speaks; else they are looked for in the
    text, and `times` are those of its lines in milliseconds, where the format knows them. `each_line`: a line without a
    speaker's label is a paragraph. `interview` is what the file is named for; the interviews table may say otherwise.
    """

    interview: str
    text: str
    turns: tuple[Turn, ...] | None = None
    times: tuple[int | None, ...] = ()
    each_line: bool = False
    place: Place = NOWHERE


class Coding(Record, frozen=True, tag="Coding"):
    """One row of a codings table: an excerpt and the codes put to it. `interview` None: the row names no transcript."""

    interview: str | None
    selector: QuoteSelector
    codes: tuple[str, ...]
    coder: str | None = None
    date: str | None = None
    note: str | None = None
    stance: Stance = Stance.SUPPORTS
    place: Place = NOWHERE


class Concept(Record, frozen=True, tag="Concept"):
    """A row of the codebook. `parents` are names, ids or paths ("A > B"), the first-named first. `level` is the
    researcher's own word for it. `was` holds former names; `merged_into` makes the row a retired concept."""

    name: str
    parents: tuple[str, ...] = ()
    level: str | None = None
    definition: str | None = None
    properties: tuple[str, ...] = ()
    origin: str | None = None
    stage: str | None = None
    id: str | None = None
    was: tuple[str, ...] = ()
    merged_into: str | None = None
    split_from: str | None = None
    guids: tuple[str, ...] = ()
    place: Place = NOWHERE


class Revision(Record, frozen=True, tag="Revision"):
    """A change of the theory that the researcher kept a note of. `before` and `after` are names of concepts."""

    kind: str
    date: str | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    by: str | None = None
    memo: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Evidence(Part, frozen=True):
    """An excerpt that theory.yaml names in support of something or against it."""

    interview: str | None
    selector: QuoteSelector
    coder: str | None = None
    date: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Proposition(Part, frozen=True):
    """A statement that relates two concepts, with its evidence for and against."""

    id: str
    subject: str
    relation: str
    object: str
    statement: str | None = None
    supports: tuple[Evidence, ...] = ()
    contradicts: tuple[Evidence, ...] = ()
    place: Place = NOWHERE


class NegativeCase(Part, frozen=True):
    """A search for excerpts that stand against a concept; `found` empty says: sought, none found."""

    concept: str
    sought: str | None = None
    by: str | None = None
    memo: str | None = None
    found: tuple[Evidence, ...] = ()
    place: Place = NOWHERE


class Theory(Record, frozen=True, tag="Theory"):
    """theory.yaml: propositions, searches for negative cases, the core category."""

    propositions: tuple[Proposition, ...] = ()
    negative_cases: tuple[NegativeCase, ...] = ()
    core: str | None = None
    place: Place = NOWHERE


class MemoLink(Part, frozen=True):
    """A target that a memo names. `to` is 'concept', 'interview', 'reference', 'memo', 'proposition' or 'participant'
    where the link says which it means (`[[memo:x]]`), else None."""

    name: str
    to: str | None = None
    place: Place = NOWHERE


class Memo(Record, frozen=True, tag="Memo"):
    """A memo file. `about` is what the front matter lists followed by the links in the text, each once."""

    name: str
    kind: str | None = None
    title: str | None = None
    date: str | None = None
    author: str | None = None
    text: str = ""
    about: tuple[MemoLink, ...] = ()
    cites: tuple[str, ...] = ()
    develops_into: tuple[str, ...] = ()
    place: Place = NOWHERE


class Reference(Record, frozen=True, tag="Reference"):
    """A piece of literature in CSL's terms; `authors` are 'Family, Given'."""

    key: str
    type: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    year: str | None = None
    container: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None
    place: Place = NOWHERE


class Link(Record, frozen=True, tag="Link"):
    """A row of the links table: what a reference does for a concept or a proposition."""

    reference: str
    concept: str | None = None
    proposition: str | None = None
    stance: str | None = None
    memo: str | None = None
    date: str | None = None
    note: str | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class TableMapping:
    """The way to read a table with other headers: ours on the left, the file's on the right.

    `parents` are the headers of a codebook that holds one column a level, outermost first; `split` separates
    several values in one cell.
    """

    columns: tuple[tuple[str, str], ...] = ()
    parents: tuple[str, ...] = ()
    split: str | None = None
    sheet: str | None = None
    attributes: tuple[str, ...] = field(default=())
