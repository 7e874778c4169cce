"""What a study holds, as rows for an export, with the words and people left out that consent leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from graphmodel.consent import WITHDRAWN, may_quote_all
from graphmodel.database import Database
from graphmodel.export.written import Chosen, Exported
from graphmodel.report.guard import Guard, read_guarded
from graphmodel.schema import local
from graphmodel.statements import statement

Row = Mapping[str, Any]
DOWN = " > "
UNDEFINED = "undefined"
_TEXTS = ("definition", "text", "title", "statement")


@dataclass(slots=True)
class StudyRows:
    """The rows of a study. `open` are the keys of the interviews whose words may all go out, `left_out` of those that
    are left out because everybody who gave them withdrew, `withdrawn` of the participants who are left out; `guard`
    blanks what repeats words that may not go out."""

    database: Database
    study: str
    facts: Row
    chosen: Chosen = field(default_factory=Chosen)
    researchers: list[Row] = field(default_factory=list)
    concepts: list[Row] = field(default_factory=list)
    retired: list[Row] = field(default_factory=list)
    participants: list[Row] = field(default_factory=list)
    interviews: list[Row] = field(default_factory=list)
    memos: list[Row] = field(default_factory=list)
    propositions: list[Row] = field(default_factory=list)
    references: list[Row] = field(default_factory=list)
    open: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    guard: Guard = field(default_factory=lambda: Guard((), ()))

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
            self.chosen.progress("Writing interviews", number, len(interviews))
            yield row
        self.chosen.progress("Writing interviews", len(interviews), len(interviews))

    def account(self, exported: Exported) -> None:
        """Say in an export, once all is written, who and what was kept out of it, and which names of concepts stay
        although they repeat words that may not go out, as those may that are coded in vivo."""
        exported.left_out, exported.blanked = len(self.withdrawn), self.guard.blanked
        exported.repeating = sorted({row["name"] for row in self.concepts if self.guard.repeats(row["name"])})

    def words(self, interview: str) -> str | None:
        """The words of an interview, by its key; None where no transcript is loaded."""
        rows = self.database.read(statement("export/transcript"), {"interview": interview})
        return str(rows[0]["text"]) if rows else None

    def coded_in(self, name: str, interview: str) -> list[Row]:
        """The rows of a statement that asks for what is coded in an interview, by its key."""
        sent = {"interview": interview, "withdrawn": self.chosen.withdrawn}
        return list(self.database.read(statement(f"export/{name}"), sent))

    def may_go_out(self, interview: str, excerpt: Row) -> bool:
        """Tell whether the words of an excerpt of an interview, by its key, may go out."""
        return self.chosen.all_words or interview in self.open or excerpt["quotable"] is True


def read_rows(database: Database, study: str, chosen: Chosen) -> StudyRows:
    """Everything of a study but the words and what is coded in them, which are read one interview at a time."""
    facts = database.read(statement("export/study"), {"study": study})[0]
    rows = StudyRows(database, study, facts, chosen)
    rows.researchers = rows.read("researchers")
    rows.concepts = rows.read("concepts")
    rows.retired = rows.read("retired_concepts")
    rows.memos = rows.read("memos")
    rows.propositions = rows.read("propositions")
    rows.references = rows.read("references")
    _people(rows)
    rows.guard = _guard(rows)
    return rows


def _people(rows: StudyRows) -> None:
    people, interviews = rows.read("participants"), rows.read("interviews")
    if not rows.chosen.withdrawn:
        rows.left_out = frozenset(row["key"] for row in interviews if row["withdrawn"])
        rows.withdrawn = frozenset(row["key"] for row in people if row["properties"].get("consent") == WITHDRAWN)
    rows.participants = [row for row in people if row["key"] not in rows.withdrawn]
    rows.interviews = [row for row in interviews if row["key"] not in rows.left_out]
    rows.open = frozenset(row["key"] for row in interviews if _is_open(row, rows.chosen))


def _is_open(interview: Row, chosen: Chosen) -> bool:
    """Tell whether all words of an interview may go out: those of somebody who withdrew do only where they are asked
    for."""
    consents = [tuple(each) for each in interview["consents"]]
    if not chosen.all_words:
        return may_quote_all(consents)
    return chosen.withdrawn or all(consent != WITHDRAWN for consent, _ in consents)


def _guard(rows: StudyRows) -> Guard:
    if rows.chosen.all_words:
        return Guard((), ())
    return Guard(read_guarded(rows.database, rows.study), _texts(rows))


def _texts(rows: StudyRows) -> Iterator[str]:
    for row in (*rows.concepts, *rows.memos, *rows.propositions):
        yield from (row[name] for name in _TEXTS if row.get(name))
    for row in rows.concepts:
        yield from (row["name"], *(row["properties"] or ()))
    yield from (row["note"] for row in rows.read("notes"))


def path_to(key: str, parents: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The keys from the outermost concept down to one, by the parents that were named first; `parents` are theirs by
    key."""
    path = [key]
    while (above := next(iter(parents[path[-1]]), None)) is not None and above not in path:
        path.append(above)
    return tuple(reversed(path))


def defined(rows: Iterable[Row]) -> list[Row]:
    """The rows of what some document defines."""
    return [row for row in rows if row["status"] != UNDEFINED]


def attribute_text(value: str | int | float | None) -> str:
    """A participant's attribute as a table says it, so that it is read as the same text or number."""
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return "" if value is None else str(value)
