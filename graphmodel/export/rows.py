"""What a study holds, as rows for an export, with the words and people left out that consent leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

    def interviews_in_order(self) -> Iterator[Row]:
        """The interviews by their identity; whoever asks for the next one is told how many were taken."""
        total = len(self.interviews)
        for number, row in enumerate(sorted(self.interviews, key=lambda row: local(row["key"]))):
            self.progress("Writing interviews", number, total)
            yield row
        self.progress("Writing interviews", total, total)

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
    of = {"study": study}
    rows = StudyRows(database, study, database.read(statement("export/study"), of)[0], progress=chosen.progress)
    rows.researchers = list(database.read(statement("export/researchers"), of))
    rows.concepts = list(database.read(statement("export/concepts"), of))
    rows.memos = list(database.read(statement("export/memos"), of))
    rows.propositions = list(database.read(statement("export/propositions"), of))
    rows.references = list(database.read(statement("export/references"), of))
    _people(rows, chosen)
    rows.guard = _guard(rows, chosen)
    return rows


def _people(rows: StudyRows, chosen: Chosen) -> None:
    of = {"study": rows.study}
    people = list(rows.database.read(statement("export/participants"), of))
    interviews = list(rows.database.read(statement("export/interviews"), of))
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
    for row in rows.database.read(statement("export/notes"), {"study": rows.study}):
        yield row["note"]
