"""What a study holds, as rows for an export, with the words and people left out that consent leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphmodel.consent import WITHDRAWN, may_quote_all
from graphmodel.database import Database
from graphmodel.export.written import Chosen, Exported
from graphmodel.report.guard import Guard
from graphmodel.schema import local
from graphmodel.server.progress import Progress, silent
from graphmodel.statements import statement

Row = Mapping[str, Any]
_TEXTS = ("definition", "text", "title", "statement")


@dataclass(slots=True)
class StudyRows:
    """The rows of a study. `quotable` are the keys of the interviews whose words may go out, `left_out` of those that
    somebody gave who withdrew, `withdrawn` of the participants who are left out; `guard` blanks what repeats words that
    may not go out."""

    database: Database
    study: str
    facts: Row
    researchers: list[Row] = field(default_factory=list)
    concepts: list[Row] = field(default_factory=list)
    participants: list[Row] = field(default_factory=list)
    interviews: list[Row] = field(default_factory=list)
    memos: list[Row] = field(default_factory=list)
    propositions: list[Row] = field(default_factory=list)
    references: list[Row] = field(default_factory=list)
    quotable: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    guard: Guard = field(default_factory=lambda: Guard((), ()))
    progress: Progress = silent

    @property
    def without(self) -> frozenset[str]:
        """The keys of the interviews and participants that are left out."""
        return self.left_out | self.withdrawn

    def read(self, name: str, **more: object) -> list[Row]:
        """The rows of a statement of the export that asks of the study."""
        return list(self.database.read(statement(f"export/{name}"), {"study": self.study, **more}))

    def clean(self, text: str | None) -> str | None:
        """A text without words that may not go out."""
        return self.guard.clean(text)

    def interviews_in_order(self) -> Iterator[Row]:
        """The interviews by their identity, as `one_by_one` gives them."""
        return self.one_by_one(sorted(self.interviews, key=lambda row: local(row["key"])))

    def one_by_one(self, interviews: Sequence[Row]) -> Iterator[Row]:
        """The interviews; whoever waits for the export is told how many were taken."""
        for number, row in enumerate(interviews):
            self.progress("Writing interviews", number, len(interviews))
            yield row
        self.progress("Writing interviews", len(interviews), len(interviews))

    def account(self, exported: Exported) -> None:
        """Say in an export, once all is written, who and what was kept out of it, and which names of concepts stay
        although they repeat words that may not go out, as those may that are coded in vivo."""
        exported.left_out, exported.blanked = len(self.withdrawn), self.guard.blanked
        exported.repeating = sorted({row["name"] for row in self.concepts if self.guard.repeats(row["name"])})

    def words(self, interview: str) -> str | None:
        """The words of an interview, by its key; None where no transcript is loaded."""
        rows = self.database.read(statement("sync/read_transcript"), {"interview": interview})
        return str(rows[0]["text"]) if rows else None

    def codings(self, interview: str) -> list[Row]:
        """What the excerpts of an interview, by its key, are put to."""
        return list(self.database.read(statement("export/codings"), {"interview": interview}))

    def excerpts(self, interview: str) -> list[Row]:
        """The excerpts of an interview, by its key, each with all that it is put to."""
        return list(self.database.read(statement("export/excerpts"), {"interview": interview}))


def read_rows(database: Database, study: str, chosen: Chosen) -> StudyRows:
    """Everything of a study but the words and what is coded in them, which are read one interview at a time."""
    facts = database.read(statement("export/study"), {"study": study})[0]
    rows = StudyRows(database, study, facts, progress=chosen.progress)
    rows.researchers = rows.read("researchers")
    rows.concepts = rows.read("concepts")
    rows.memos = rows.read("memos")
    rows.propositions = rows.read("propositions")
    rows.references = rows.read("references")
    _people(rows, chosen)
    rows.guard = _guard(rows, chosen)
    return rows


def _people(rows: StudyRows, chosen: Chosen) -> None:
    people, interviews = rows.read("participants"), rows.read("interviews")
    gone = {row["key"] for row in interviews if any(consent == WITHDRAWN for consent, _ in row["consents"])}
    rows.left_out = frozenset() if chosen.withdrawn else frozenset(gone)
    withdrawn = {row["key"] for row in people if row["properties"].get("consent") == WITHDRAWN}
    rows.withdrawn = frozenset() if chosen.withdrawn else frozenset(withdrawn)
    rows.participants = [row for row in people if row["key"] not in rows.withdrawn]
    rows.interviews = [row for row in interviews if row["key"] not in rows.left_out]
    free = (row["key"] for row in interviews if chosen.all_words or may_quote_all(map(tuple, row["consents"])))
    rows.quotable = frozenset(free)


def _guard(rows: StudyRows, chosen: Chosen) -> Guard:
    if chosen.all_words:
        return Guard((), ())
    of = {"study": rows.study, "quotable": sorted(rows.quotable)}
    guarded = rows.database.read(statement("report/map_guarded_words"), of)
    return Guard(((row["text"], row["coded"]) for row in guarded), _texts(rows))


def _texts(rows: StudyRows) -> Iterator[str]:
    for row in (*rows.concepts, *rows.memos, *rows.propositions):
        yield from (row[name] for name in _TEXTS if row.get(name))
    for row in rows.concepts:
        yield from (row["name"], *(row["properties"] or ()))
    yield from (row["note"] for row in rows.read("notes"))
