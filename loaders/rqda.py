"""RQDA projects (.rqda): an SQLite file in which only rows with status 1 are alive."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from graphmodel.errors import Place, Problem
from graphmodel.records import Coding, Kind, MemoLink, Role, Transcript
from graphmodel.verify import Anchor
from loaders.cases import Cases
from loaders.code_tree import CodeTree, made_guid
from loaders.dates import iso_date
from loaders.format import Format, Read
from loaders.marked import MarkedText, settle
from loaders.offset_readings import StoredText
from loaders.offsets import Span
from loaders.project import Project
from loaders.rqda_positions import line_at, off_by_one
from loaders.source import Source
from loaders.sqlite import Database, Row, holds
from loaders.turns import turns_of

FORMAT = Format(
    "RQDA project",
    Kind.PROJECT,
    (".rqda",),
    "Files, codes and their categories, codings, cases with attributes, journal, memos, annotations",
)
VERSION = 1
_ALIVE = 1
_MARK = ("owner", "date", "memo", "status")
_DATE = re.compile(r"\w+ (\w+) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})")
_LONG_QUOTE = "codings keep one character more than their span, as RQDA leaves it after an edit; the span is taken"
_BESIDE = "codings stand one character beside the words that they keep; the words are taken"


def matches(path: Path, head: bytes) -> bool:
    """Whether the file is an RQDA database."""
    return holds(path, head, FORMAT.suffixes, "source", "freecode", "coding")


def read(source: Source) -> Read:
    """The records of the project."""
    with Database(source.path) as database:
        database.require("RQDA", "source", "freecode", "coding")
        yield from _Reader(database, source).records()
        yield from database.problems()


class _Reader:
    def __init__(self, database: Database, source: Source) -> None:
        self.database, self.people = database, source.people
        self.project = Project(source.path, _date)
        self.codes = CodeTree()
        self.cases = Cases(Place(source.path), source.mapping.attributes if source.mapping else ())
        self.texts: dict[int | None, MarkedText] = {}
        self.codings: defaultdict[int | None, list[Row]] = defaultdict(list)

    def records(self) -> Read:
        for row in self.database.rows("project", "memo"):
            yield from self.project.memo_of("Project memo", row, ())
        yield from self._codebook()
        yield from self._files()
        yield from self._cases()
        yield from self._transcripts()
        for number, text in self.texts.items():
            yield from self._codings(text, self.codings[number])
        yield from self._annotations()
        for row in self._alive("journal", "name", "journal", "owner", "date", "status"):
            title = row.text("name") or f"Journal {row.number}"
            yield from self.project.memo_of(title, row, (), row.text("journal"), title)
        categories = sum(1 for _ in self._alive("filecat", "status"))
        self.project.note("categories of files have no place in the records", categories)
        yield from self.project.ending()

    def _alive(self, table: str, *columns: str) -> Iterator[Row]:
        """The rows that were not deleted; tables of old versions have no status."""
        for row in self.database.rows(table, *columns):
            if "status" not in row.cells or row.whole("status") == _ALIVE:
                yield row
            else:
                self.project.note("rows were deleted in RQDA and are left out")

    def _codebook(self) -> Read:
        categories: defaultdict[int | None, list[tuple[str, int | None]]] = defaultdict(list)
        for row in self._alive("treecode", "cid", "catid", "status"):
            categories[row.whole("cid")].append(("category", row.whole("catid")))
        for row in self._alive("freecode", "id", "name", *_MARK):
            self._add_code(row, ("code", row.whole("id")), categories[row.whole("id")])
        for row in self._alive("codecat", "catid", "name", *_MARK):
            self._add_code(row, ("category", row.whole("catid")), [])
        yield from self.codes.records()

    def _add_code(self, row: Row, key: tuple[str, int | None], parents: list[tuple[str, int | None]]) -> None:
        """Owner and date of a code stay when it is renamed."""
        guids = (made_guid("rqda", *key, row.text("owner"), row.text("date")),) if row.text("date") else ()
        self.codes.add(key, row.text("name"), list(dict.fromkeys(parents)), row.place, row.text("memo"), guids)

    def _files(self) -> Read:
        for row in self._alive("source", "id", "name", "file", *_MARK):
            *problems, name = self.project.source(row.text("name"), row.place)
            yield from (problem for problem in problems if isinstance(problem, Problem))
            text = self.texts[row.whole("id")] = MarkedText(str(name), StoredText(row.raw("file")), row.place)
            yield from self.project.memo_of(f"Memo on {name}", row, [_interview(text)])
        for table in ("coding", "coding2"):
            for row in self._alive(table, "cid", "fid", "seltext", "selfirst", "selend", *_MARK):
                self._mark(row)
        yield from settle(list(self.texts.values()))

    def _mark(self, row: Row) -> None:
        text, start, end = self.texts.get(row.whole("fid")), row.whole("selfirst"), row.whole("selend")
        if text is None:
            self.project.flag("codings name a file that the project does not hold or that was deleted")
            return
        self.codings[row.whole("fid")].append(row)
        if start is not None and end is not None:
            text.spans.append(Span(start, end, row.raw("seltext") or None))

    def _cases(self) -> Read:
        for row in self._alive("cases", "id", "name", *_MARK):
            name = self.cases.add(row.whole("id"), row.text("name"), row.place)
            yield from self.project.memo_of(f"Memo on {name}", row, [MemoLink(name, "participant", row.place)])
        for row in self._alive("caselinkage", "caseid", "fid", "status"):
            text, case = self.texts.get(row.whole("fid")), row.whole("caseid")
            if text and case in self.cases:
                self.cases.link(case, text.name, text.place)
        for row in self._alive("caseAttr", "variable", "value", "caseID", "status"):
            variable, value = row.text("variable"), _value(row)
            if variable and value and row.whole("caseID") in self.cases:
                self.cases.set(row.whole("caseID"), variable, value)
        for row in self._alive("fileAttr", "variable", "value", "fileID", "status"):
            variable, value, text = row.text("variable"), _value(row), self.texts.get(row.whole("fileID"))
            if variable and value and text:
                self.cases.set_of_source(text.name, variable, value, text.place)
        for text in self.texts.values():
            if not text.stored.text.strip():
                self.cases.add_source(text.name, text.place)
        yield from self.cases.records()

    def _transcripts(self) -> Iterator[Transcript]:
        people = (*self.people, *((name, Role.PARTICIPANT) for name in self.cases.names()))
        for text in self.texts.values():
            words = text.stored.text
            if words.strip():
                yield Transcript(text.name, words, turns_of(words, people), text.place)
            else:
                self.project.flag("files have no words")

    def _codings(self, text: MarkedText, rows: list[Row]) -> Iterator[Coding]:
        for row in rows:
            code = ("code", row.whole("cid"))
            if code not in self.codes:
                self.project.flag("codings name a code that the project does not hold or that was deleted")
                continue
            coder, date = self.project.person(row.text("owner")), self.project.date(row.text("date"))
            codes = (self.codes.name(code),)
            yield Coding(text.name, self._anchor(text, row), codes, coder, date, row.text("memo"), place=row.place)

    def _anchor(self, text: MarkedText, row: Row) -> Anchor:
        start, end, quote = row.whole("selfirst"), row.whole("selend"), row.raw("seltext")
        place = text.span(start, end)
        settled = off_by_one(text.stored.text, *place, quote) if place and quote.strip() else None
        if settled is None:
            return text.anchor(start, end, quote)
        self.project.note(_LONG_QUOTE if settled == place else _BESIDE)
        return Anchor(text.stored.text[slice(*settled)], *settled)

    def _annotations(self) -> Read:
        """What was written at a position, as memos that begin with the line that stands there."""
        for row in self._alive("annotation", "fid", "position", "annotation", "owner", "date", "status"):
            text, words = self.texts.get(row.whole("fid")), row.text("annotation")
            if text is None or words is None:
                self.project.flag("annotations have no text or no file")
                continue
            line = line_at(text.stored.text, row.whole("position") or 0)
            name = f"Annotation {row.number} on {text.name}"
            yield from self.project.memo_of(name, row, [_interview(text)], f"> {line}\n\n{words}" if line else words)


def _interview(text: MarkedText) -> MemoLink:
    return MemoLink(text.name, "interview", text.place)


def _value(row: Row) -> str | None:
    value = row.text("value")
    return None if value == "NA" else value


def _date(written: str) -> str | None:
    """`Fri Aug 05 11:16:43 2016` in ISO form."""
    found = _DATE.fullmatch(written)
    return f"{iso_date(f'{found[2]} {found[1]} {found[4]}')}T{found[3]}" if found else iso_date(written)
