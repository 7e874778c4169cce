"""NVivo's report Coding Summary by Code (by Node, in older versions) as a workbook or text: code after code, source
after source, each reference with its coder and date and its words below.

The report is laid out for print. A line that is a path (`Codes\\\\Disclosure\\Telling`, `Files\\\\Interview 1`) says of
what the lines below it are; one with a number and a date begins a reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Researcher
from loaders import cells
from loaders.dates import NotADateError
from loaders.export_codes import CodePaths
from loaders.export_codes import Path as CodePath
from loaders.export_dates import Dates
from loaders.export_rows import Tally
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.tables import fold_header, top_of

VERSION = 1
_HEADERS = {"reference_number", "coded_by_initials"}
_PATH = re.compile(r"(\w+)\\\\(.+)", re.DOTALL)
_OF_CODES = {"codes", "nodes"}
_OF_SOURCES = {"files", "internals", "externals", "sources", "data"}
_KINDS = {
    "code", "node", "theme node", "case", "document", "pdf", "audio", "video", "picture", "dataset", "memo", "survey",
    "external", "externals", "web page",
}  # fmt: skip
_YES_OR_NO = {"yes", "no"}
_FOOT = re.compile(r"reports\\\\.*|page \d+ of \d+", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class _Reference:
    """A reference: its row, its code and its source, who coded it and when as written, the lines of its words."""

    row: int
    code: CodePath
    source: str
    coder: str
    date: str
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Count:
    """How many references the report announces for a source, and how many were found."""

    row: int
    source: str
    announced: int
    found: int = 0


def matches(file: Unrecognised) -> bool:
    """Tell whether the columns of such a report stand among the first rows."""
    return any({fold_header(cell) for cell in row} >= _HEADERS for row in file.found(top_of))


def read(source: Source) -> Read:
    """The Researchers by their initials, the Concepts, and the Codings, one a reference."""
    problems: list[Problem] = []
    report = _Report(source.path)
    for number, row in cells.rows_of(source.path, None, problems):
        if filled := [cell.strip() for cell in row if cell.strip()]:
            report.take(number, filled)
    yield from problems
    yield from map(Researcher, dict.fromkeys(each.coder for each in report.references if each.coder))
    yield from report.paths.concepts()
    yield from report.codings()
    yield from report.tally.problems()


class _Report:
    """The report, row after row."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.paths = CodePaths()
        self.tally = Tally(path)
        self.references: list[_Reference] = []
        self._counts: list[_Count] = []
        self._code: CodePath | None = None
        self._source = ""
        self._open: _Reference | None = None

    def take(self, number: int, row: Sequence[str]) -> None:
        """Take in the filled cells of a row."""
        path = _PATH.fullmatch(row[0])
        if _FOOT.fullmatch(row[0]) or {fold_header(cell) for cell in row} >= _HEADERS:
            return
        if path and fold(path[1]) in _OF_CODES:
            self._open, self._source = None, ""
            self._code = self.paths.add(path[2].split("\\"), Place(self.path, row=number))
        elif path and fold(path[1]) in _OF_SOURCES:
            self._open, self._source = None, path[2].rpartition("\\")[2].strip()
        elif path and (self._open is None or self._open.words):
            self._open, self._code, self._source = None, None, ""
            self.tally.count("references of what is no code (a case, a relationship), left out", number)
        elif self._code and self._source and fold(row[0]) in _YES_OR_NO and row[-1].isdecimal():
            self._open = None
            self._counts.append(_Count(number, self._source, int(row[-1][:9])))
        elif self._code and self._source and len(row) > 1 and row[0].isdecimal():
            self._begin(number, row, self._code)
        elif self._open and not (len(row) == 1 and self._open.words and fold(row[0]) in _KINDS):
            self._open.words.append(" ".join(row))

    def _begin(self, number: int, row: Sequence[str], code: CodePath) -> None:
        coder, date = (row[1], row[2]) if len(row) > 2 else ("", row[1])
        self._open = _Reference(number, code, self._source, coder, date)
        self.references.append(self._open)
        if self._counts and self._counts[-1].source == self._source:
            self._counts[-1].found += 1

    def codings(self) -> Iterator[Coding | Problem]:
        """The references with words, in the order of the report, and the sources of which some are missing."""
        dates = Dates(reference.date for reference in self.references)
        for each in self.references:
            if not each.words:
                self.tally.count("no words (a picture, a sound) and is left out", each.row)
                continue
            place = Place(self.path, row=each.row)
            selector = QuoteSelector("\n".join(each.words))
            date = self._date(dates, each)
            yield Coding(
                interview=each.source,
                selector=selector,
                codes=(self.paths.called(each.code),),
                coder=each.coder or None,
                date=date,
                place=place,
            )
        for count in self._counts:
            if count.found != count.announced:
                message = f"{count.source} should have {count.announced} references; {count.found} were found"
                yield Problem(Severity.FLAG, message, Place(self.path, row=count.row), "See that the file is whole")

    def _date(self, dates: Dates, reference: _Reference) -> str | None:
        try:
            return dates.iso(reference.date)
        except NotADateError as error:
            self.tally.count("a date that is left out", reference.row, str(error))
            return None
