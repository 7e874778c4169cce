"""The rows of an export on their way into records.

Codes become concepts, parents before children; whoever coded becomes a researcher. What has no place in a study is
named once for the whole file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold, fold_interview
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Researcher
from loaders import cells
from loaders.dates import NotADateError
from loaders.export_codes import Applied, CodePaths, parted, separator_of
from loaders.export_codes import Path as CodePath
from loaders.export_dates import Dates
from loaders.export_groups import group_memos
from loaders.export_places import Placed, find_places
from loaders.format import Read
from loaders.safety import UnreadableError
from loaders.tables import fold_header, several

if TYPE_CHECKING:
    from loaders.exports import Export

_ALWAYS = ("document", "quote", "codes")
_TOLD = (*_ALWAYS, "group", "coder", "date", "note", "label", "weight", "start", "end", "count", "identity")
_EACH_CODE = "code:"


@dataclass(slots=True)
class Row:
    """A row with its number as Excel shows it, its cells trimmed, and the codes found in it with their weights."""

    number: int
    cells: list[str]
    codes: list[tuple[CodePath, str]] = field(default_factory=list)


class Reading:
    """One file that is read as an export."""

    def __init__(self, export: Export, path: Path) -> None:
        self.export, self.path = export, path
        self.problems: list[Problem] = []
        self.paths = CodePaths()
        self.tally = Tally(path)

    def run(self) -> Read:
        """The records and problems of the file, what is said of all of it first."""
        grid = self._opened()
        if grid is None:
            yield from self.problems
            return
        rows = [row for row in self._rows(grid) if self._has_words(row)]
        self._find_codes(rows)
        self.dates = Dates((self.cell(row, "date") for row in rows), self.export.month_first)
        self.names = self._interviews(rows)
        self.spans = self._spans(rows)
        self.occurrences = self._occurrences(rows)
        yield from self.problems
        yield from self._without_place()
        yield from map(Researcher, dict.fromkeys(coder for row in rows if (coder := self.cell(row, "coder"))))
        yield from self.paths.concepts()
        yield from map(self._coding, rows)
        yield from group_memos(
            (self.cell(row, "group"), self.interview(row), Place(self.path, row=row.number)) for row in rows
        )
        yield from self.tally.problems()

    def cell(self, row: Row, what: str) -> str:
        """The cell of a row in the column of a thing that exports tell, trimmed; empty where there is none."""
        at = self.columns.get(what)
        return row.cells[at] if at is not None else ""

    def interview(self, row: Row) -> str:
        """What the document of a row is called in the records."""
        return self.names[self.cell(row, "document"), self.cell(row, "group")]

    def _opened(self) -> cells.Rows | None:
        """The rows below the headers; None where what every export has is not there."""
        grid = cells.rows_of(self.path, None, self.problems)
        self.header_row, headers = next((pair for pair in grid if any(map(str.strip, pair[1]))), (1, []))
        self.headers = [header.strip() for header in headers]
        self.columns = self._columns()
        missing = [getattr(self.export, what)[0] for what in _ALWAYS if what not in self.columns]
        for header in missing:
            message = f"the table has no column {header.replace('_', ' ')}"
            hint = f"Found: {', '.join(filter(None, self.headers))}. Export it again with all columns"
            self.problems.append(Problem(Severity.ERROR, message, Place(self.path, row=self.header_row), hint))
        return None if missing else grid

    def _rows(self, grid: cells.Rows) -> Iterator[Row]:
        for number, row in grid:
            if number * len(self.headers) > cells.MAX_CELLS:
                message = f"the table stretches over more than {cells.MAX_CELLS // 1_000_000} million cells"
                hint = "Delete the empty columns, or split it into several files"
                raise UnreadableError(Problem(Severity.ERROR, message, Place(self.path, row=number), hint))
            if any(row):
                yield Row(number, [*map(str.strip, row), *[""] * (len(self.headers) - len(row))])

    def _columns(self) -> dict[str, int]:
        """Where each thing stands. Of headers that repeat the first counts: a variable may have a column's name."""
        places: dict[str, int] = {}
        for at, header in enumerate(self.headers):
            places.setdefault(fold_header(header), at)
        found = {what: [places[name] for name in getattr(self.export, what) if name in places] for what in _TOLD}
        return {what: positions[0] for what, positions in found.items() if positions}

    def _has_words(self, row: Row) -> bool:
        if not self.cell(row, "quote"):
            self.tally.count("no words (a picture, a sound) and is left out", row.number)
        return bool(self.cell(row, "quote"))

    def _find_codes(self, rows: Sequence[Row]) -> None:
        """Read the codes of each row and put them into the tree."""
        read = (self.export.each_code and self.export.each_code(self.headers)) or self._in_one_cell(rows)
        applied = [(row, read(row.cells)) for row in rows]
        parts = self.export.parts(code for _, codes in applied for code, _ in codes)
        for row, codes in applied:
            if not codes:
                self.tally.count("no code; its excerpt is kept without one", row.number)
            place = Place(self.path, row=row.number)
            row.codes += [(self.paths.add(parts[code], place), weight) for code, weight in codes]

    def _in_one_cell(self, rows: Sequence[Row]) -> Callable[[Sequence[str]], list[Applied]]:
        counted = [(self.cell(row, "codes"), _whole(self.cell(row, "count"))) for row in rows]
        separator = separator_of(counted, self.export.split) if self.export.split else None
        at, weight_at = self.columns["codes"], self.columns.get("weight")

        def read(row: Sequence[str]) -> list[Applied]:
            weight = row[weight_at].strip() if weight_at is not None else ""
            return [(code, weight) for code in parted(row[at], separator)]

        return read

    def _interviews(self, rows: Sequence[Row]) -> Mapping[tuple[str, str], str]:
        """What each document is called: with its group, where documents of several groups share a name."""
        found: dict[tuple[str, str], int] = {}
        for row in rows:
            found.setdefault((self.cell(row, "document"), self.cell(row, "group")), row.number)
        shared = Counter(fold_interview(document) for document, _ in found)
        names = {}
        for (document, group), number in found.items():
            names[document, group] = document
            if document and group and shared[fold_interview(document)] > 1:
                named = f"{document} ({', '.join(several(group, None))})"
                names[document, group] = named
                self._note(f"the document `{document}` of the group `{group}` is read as `{named}`", number)
        return names

    def _spans(self, rows: Sequence[Row]) -> Mapping[int, tuple[int, int]]:
        """The positions by the numbers of the rows, where most of them are as far apart as their words are long."""
        spans = {row.number: span for row in rows if (span := self._span(row))} if "start" in self.columns else {}
        if not spans:
            return {}
        lengths = {row.number: len(self.cell(row, "quote")) for row in rows}
        right = sum(end - start == lengths[number] for number, (start, end) in spans.items())
        used = right * 2 > len(spans)
        message = f"{right} of {len(spans)} positions are as far apart as their words are long"
        self._note(
            f"{message}; {'they are used' if used else 'the words are looked for without them'}", self.header_row
        )
        return {number: span for number, span in spans.items() if span[0] <= span[1]} if used else {}

    def _span(self, row: Row) -> tuple[int, int] | None:
        start, end = _whole(self.cell(row, "start")), _whole(self.cell(row, "end"))
        if start is None or end is None or start < self.export.first:
            return None
        return start - self.export.first, end - self.export.first + self.export.inclusive

    def _occurrences(self, rows: Sequence[Row]) -> Mapping[int, int]:
        """Which place of its document a row without a span means, where other rows mean others of the same words."""
        at = self._place_columns()
        places = find_places(
            Placed(
                row.number,
                fold_interview(self.interview(row)),
                self.cell(row, "quote"),
                " ".join(filter(None, (row.cells[column] for column in at))),
                self.cell(row, "identity"),
            )
            for row in rows
            if row.number not in self.spans
        )
        for number in places.occurrences:
            self.tally.count("words that stand at several places; their order says which is meant", number)
        for number in places.one_with_another:
            what = "the words of another excerpt of its document, and is one with it"
            self.tally.count(what, number, hint=self.export.hint)
        return places.occurrences

    def _place_columns(self) -> list[int]:
        folded = [fold_header(header) for header in self.headers]
        found = [next((folded.index(name) for name in names if name in folded), None) for names in self.export.place]
        return [at for at in found if at is not None]

    def _coding(self, row: Row) -> Coding:
        start, end = self.spans.get(row.number, (None, None))
        selector = QuoteSelector(
            quote=self.cell(row, "quote"), start=start, end=end, occurrence=self.occurrences.get(row.number)
        )
        return Coding(
            interview=self.interview(row) or None,
            selector=selector,
            codes=tuple(dict.fromkeys(self.paths.called(code) for code, _ in row.codes)),
            coder=self.cell(row, "coder") or None,
            date=self._date(row),
            note=self._remark(row),
            place=Place(self.path, row=row.number),
        )

    def _date(self, row: Row) -> str | None:
        try:
            return self.dates.iso(self.cell(row, "date"))
        except NotADateError as error:
            self.tally.count("a date that is left out", row.number, str(error))
            return None

    def _remark(self, row: Row) -> str | None:
        """The comment on the coding, the excerpt's title where it is more than its first words, the weights."""
        label = self.cell(row, "label")
        if label and fold(self.cell(row, "quote")).startswith(fold(label).rstrip(".… ")):
            label = ""
        weights = {self.paths.called(code): weight for code, weight in row.codes if weight not in ("", "0")}
        weighed = [f"weight of {code}: {weight}" for code, weight in weights.items()]
        if len(row.codes) == 1:
            weighed = [f"weight: {weight}" for weight in weights.values()]
        return "\n".join(line for line in (self.cell(row, "note"), label, *weighed) if line) or None

    def _without_place(self) -> Iterator[Problem]:
        known = {*self.columns.values(), *self._place_columns()}
        left = [header for at, header in enumerate(self.headers) if header and at not in known]
        left = [header for header in left if fold_header(header) not in self.export.numbering]
        if self.export.each_code:
            left = [header for header in left if not header.casefold().startswith(_EACH_CODE)]
        if left:
            message = f"columns that have no place in a study are not read: {', '.join(dict.fromkeys(left))}"
            yield Problem(Severity.NOTE, message, Place(self.path, row=self.header_row), self.export.hint)

    def _note(self, message: str, row: int) -> None:
        self.problems.append(Problem(Severity.NOTE, message, Place(self.path, row=row)))


class Tally:
    """Counts what is the matter with rows, so that each thing is said once, at the first of them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._found: dict[str, list[int]] = {}
        self._details: dict[str, str] = {}
        self._hints: dict[str, str | None] = {}

    def count(self, what: str, row: int, detail: str = "", hint: str | None = None) -> None:
        """Count a row that has something; `detail` and `hint` are said for the first."""
        self._found.setdefault(what, []).append(row)
        self._details.setdefault(what, detail)
        self._hints.setdefault(what, hint)

    def problems(self) -> Iterator[Problem]:
        """A flag for each thing that was counted."""
        for what, rows in self._found.items():
            detail = f": {self._details[what]}" if self._details[what] else ""
            more = f"; so have {len(rows) - 1} rows after it" if len(rows) > 1 else ""
            place = Place(self._path, row=rows[0])
            yield Problem(Severity.FLAG, f"the row has {what}{detail}{more}", place, self._hints[what])


def _whole(cell: str) -> int | None:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 10 else None
