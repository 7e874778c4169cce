"""RQDA projects (.rqda): an SQLite file in which only rows with status 1 are alive."""

from __future__ import annotations

import re
from collections import defaultdict

from graphmodel.errors import Place
from graphmodel.records import MemoLink
from loaders import formats
from loaders.cases import Cases
from loaders.code_tree import CodeTree, made_guid
from loaders.dates import iso_date
from loaders.format import Read, Unrecognised
from loaders.project import Project
from loaders.rqda_files import MARK, Files, alive
from loaders.source import Source
from loaders.sqlite import Database, holds
from loaders.sqlite_row import Row

VERSION = 2
_DATE = re.compile(r"\w+ (\w+) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})")


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is an RQDA database."""
    return holds(file, formats.RQDA_PROJECT.suffixes, "source", "freecode", "coding")


def read(source: Source) -> Read:
    """The records of the project."""
    with Database(source.path) as database:
        database.require("RQDA", "source", "freecode", "coding")
        yield from _Reader(database, source).records()
        yield from database.problems()


class _Reader:
    def __init__(self, database: Database, source: Source) -> None:
        self.database = database
        self.project = Project(source.path, _date)
        self.codes = CodeTree()
        self.made: dict[tuple[str, int | None], Row] = {}
        self.cases = Cases(Place(source.path), source.mapping.attributes if source.mapping else ())
        self.files = Files(database, self.project, self.codes)

    def records(self) -> Read:
        for row in self.database.rows("project", "memo"):
            yield from self.project.memo_of("Project memo", row, ())
        yield from self._codebook()
        yield from self.files.read()
        yield from self._cases()
        yield from self.files.transcripts()
        yield from self.files.codings()
        yield from self.files.annotations()
        for row in alive(self.database, self.project, "journal", "name", "journal", "owner", "date", "status"):
            title = row.text("name") or f"Journal {row.number}"
            yield from self.project.memo_of(title, row, (), row.text("journal"), title)
        yield from self._file_categories()
        for key, row in self.made.items():
            yield from self.project.creation(self.codes.name(key), row)
        yield from self.project.ending()

    def _file_categories(self) -> Read:
        """A memo for each category of files, which lists them."""
        members: defaultdict[int | None, list[MemoLink]] = defaultdict(list)
        for row in alive(self.database, self.project, "treefile", "fid", "catid", "status"):
            if text := self.files.texts.get(row.whole("fid")):
                members[row.whole("catid")].append(MemoLink(text.name, "interview", row.place))
        for row in alive(self.database, self.project, "filecat", "catid", "name", *MARK):
            about = members[row.whole("catid")]
            listed = "\n".join(f"- {link.name}" for link in about)
            words = "\n\n".join(part for part in (row.text("memo"), listed) if part)
            yield from self.project.memo_of(f"Set {row.text('name')}", row, about, words, row.text("name"))

    def _codebook(self) -> Read:
        categories: defaultdict[int | None, list[tuple[str, int | None]]] = defaultdict(list)
        for row in alive(self.database, self.project, "treecode", "cid", "catid", "status"):
            categories[row.whole("cid")].append(("category", row.whole("catid")))
        for row in alive(self.database, self.project, "freecode", "id", "name", *MARK):
            self._add_code(row, ("code", row.whole("id")), categories[row.whole("id")])
        for row in alive(self.database, self.project, "codecat", "catid", "name", *MARK):
            self._add_code(row, ("category", row.whole("catid")), [])
        yield from self.codes.records()

    def _add_code(self, row: Row, key: tuple[str, int | None], parents: list[tuple[str, int | None]]) -> None:
        """Owner and date of a code stay when it is renamed."""
        guids = (made_guid("rqda", *key, row.text("owner"), row.text("date")),) if row.text("date") else ()
        self.made[key] = row
        self.codes.add(key, row.text("name"), list(dict.fromkeys(parents)), row.place, row.text("memo"), guids)

    def _cases(self) -> Read:
        for row in alive(self.database, self.project, "cases", "id", "name", *MARK):
            name = self.cases.add(row.whole("id"), row.text("name"), row.place)
            yield from self.project.memo_of(f"Memo on {name}", row, [MemoLink(name, "participant", row.place)])
        for row in alive(self.database, self.project, "caselinkage", "caseid", "fid", *MARK):
            text, case = self.files.texts.get(row.whole("fid")), row.whole("caseid")
            if text and case in self.cases:
                self.cases.link(case, text.name, text.place)
                name = self.cases.name(case)
                about = [MemoLink(name, "participant", row.place), MemoLink(text.name, "interview", row.place)]
                yield from self.project.memo_of(f"Memo on {name} in {text.name}", row, about)
        for row in alive(self.database, self.project, "attributes", "name", *MARK):
            yield from self.project.memo_of(f"Memo on the attribute {row.text('name')}", row, ())
        for row in alive(self.database, self.project, "caseAttr", "variable", "value", "caseID", "status"):
            variable, value = row.text("variable"), _value(row)
            if variable and value and row.whole("caseID") in self.cases:
                self.cases.set(row.whole("caseID"), variable, value)
        for row in alive(self.database, self.project, "fileAttr", "variable", "value", "fileID", "status"):
            variable, value, text = row.text("variable"), _value(row), self.files.texts.get(row.whole("fileID"))
            if variable and value and text:
                self.cases.set_of_source(text.name, variable, value, text.place)
        for text in self.files.texts.values():
            if not text.stored.text.strip():
                self.cases.add_source(text.name, text.place)
        yield from self.cases.records()


def _value(row: Row) -> str | None:
    value = row.text("value")
    return None if value == "NA" else value


def _date(written: str) -> str | None:
    """`Fri Aug 05 11:16:43 2016` in ISO form."""
    found = _DATE.fullmatch(written)
    return f"{iso_date(f'{found[2]} {found[1]} {found[4]}')}T{found[3]}" if found else iso_date(written)
