"""Tables that are declared by their columns: headers are matched, mappings applied, rows handed on in our order."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import cast

from graphmodel.errors import Place, Problem, Severity
from graphmodel.formulas import as_meant
from graphmodel.names import fold
from graphmodel.records import Record, TableMapping
from loaders import cells
from loaders.format import Read
from loaders.formats import TABLE_SUFFIXES
from loaders.safety import UnreadableError
from loaders.source import Source

Cells = tuple[str, ...]
Row = tuple[int, Cells]
_SPACING = re.compile(r"[\s_\-]+")
_VALUES = re.compile(r"[;\n]")
_TEXT = (".csv", ".tsv")
_TOP = 20
"""The rows that are looked at to recognise a table."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a table may have: our name for it, other names that it goes by, whether it must be there."""

    name: str
    needed: bool = False
    aliases: tuple[str, ...] = ()


def fold_header(header: str) -> str:
    """The form in which headers are compared: case, and spaces, hyphens and underscores, aside."""
    return _SPACING.sub("_", fold(header)).strip("_*")


def several(cell: str, split: str | None) -> tuple[str, ...]:
    """The values in one cell, in order and each once: separated by `;` or a new line, or by `split`."""
    parts = cell.split(split) if split else _VALUES.split(cell)
    return tuple(dict.fromkeys(trimmed for part in parts if (trimmed := part.strip())))


def unguarded(rows: cells.Rows) -> cells.Rows:
    """The rows without the one apostrophe that keeps spreadsheet programs from running a cell as a formula. It stands
    before `=`, `+`, `-`, `@`, a tab or a new line, and before apostrophes that are the cell's own there."""
    for number, row in rows:
        yield number, [as_meant(cell) if cell[:1] == "'" else cell for cell in row]


class Table:
    """An opened table. `problems` fills while it is opened and read; `usable` is False where it cannot be read.

    `others` are the positions and headers of the columns that nobody asked for.
    """

    def __init__(self, source: Source, columns: Sequence[Column]) -> None:
        self.path = source.path
        self.mapping = source.mapping or TableMapping()
        self.problems: list[Problem] = []
        self.others: list[tuple[int, str]] = []
        self.columns = columns
        self.headers: list[str] = []
        self.header_row = 1
        self._grid: cells.Rows = iter(())
        self._positions: list[int] = []
        self._levels: list[int] = []
        self._headless: list[int] = []
        self._mapped = self._mapped_columns()
        self.usable = self._open()

    def has(self, name: str) -> bool:
        """Tell whether the file has the column."""
        return self._positions[[column.name for column in self.columns].index(name)] >= 0

    def rows(self) -> Iterator[Row]:
        """Each row that holds something: its number as Excel shows it, and its cells in the order of the columns
        asked for, then those of `others`, those of the mapped parents, and an empty one; a column that the file has
        not is an empty cell."""
        width = len(self.headers)
        wanted = [*self._positions, *(position for position, _ in self.others), *self._levels, -1]
        pick = itemgetter(*wanted)
        try:
            for number, row in self._grid:
                if len(row) != width and not self._fit(number, row, width):
                    continue
                if any(row):
                    if self._headless:
                        self._look_under_no_header(number, row)
                    row.append("")
                    yield number, cast(Cells, pick(row))
        except UnreadableError as error:
            self.problems.append(error.problem)

    def levels(self, row: Cells) -> Cells:
        """The cells of the mapped parents in a row that `rows` gave, outermost first."""
        return row[len(row) - 1 - len(self._levels) : -1]

    def level_headers(self) -> Cells:
        """The file's headers of the mapped parents, outermost first, and of the first of our columns."""
        return tuple(self.headers[at] for at in (*self._levels, self._positions[0]))

    def header_of(self, name: str) -> str:
        """The file's header for one of our columns."""
        return self.headers[self._positions[[column.name for column in self.columns].index(name)]]

    def drain(self) -> Iterator[Problem]:
        """The problems met since the last call."""
        yield from self.problems
        self.problems.clear()

    def flag(self, row: int, message: str, hint: str | None = None, severity: Severity = Severity.FLAG) -> None:
        """Report something of one row."""
        self.problems.append(Problem(severity, message, Place(self.path, row=row), hint))

    def refuse(self, message: str, hint: str) -> None:
        """Report an error of the header row."""
        self._error(message, hint)
        self.usable = False

    def lacks(self, name: str) -> None:
        """Report that a column is needed and not there."""
        self.refuse(f"the table has no column {name}", self._found_hint())

    def declared(self, header: str) -> bool:
        """Tell whether study.yaml lists the header under attributes."""
        return fold_header(header) in map(fold_header, self.mapping.attributes)

    def place(self, row: int) -> Place:
        """Where a row stands."""
        return Place(self.path, row=row)

    def values(self, cell: str) -> tuple[str, ...]:
        """The values in a cell that may hold several."""
        return several(cell, self.mapping.split)

    def _open(self) -> bool:
        try:
            self._grid = self._opened()
            self.header_row, self.headers = next((pair for pair in self._grid if any(map(str.strip, pair[1]))), (0, []))
        except UnreadableError as error:
            self.problems.append(error.problem)
            return False
        self.headers = [header.strip() for header in self.headers]
        if not self.headers:
            self._error("the table has no row of headers", self.columns_hint())
            return False
        return self._place_columns()

    def _opened(self) -> cells.Rows:
        rows = cells.rows_of(self.path, self.mapping.sheet, self.problems)
        return unguarded(rows) if self.path.suffix.lower() in _TEXT else rows

    def _mapped_columns(self) -> dict[str, str]:
        mapped: dict[str, str] = {}
        for ours, theirs in self.mapping.columns:
            name = fold_header(ours)
            column = next((column.name for column in self.columns if name in (column.name, *column.aliases)), None)
            if column is None:
                self._error(f"study.yaml maps `{ours}`, which is no column of such a table", self.columns_hint())
            else:
                mapped[column] = theirs
        return mapped

    def _place_columns(self) -> bool:
        found: dict[str, int] = {}
        usable = True
        for position, header in enumerate(self.headers):
            if not header:
                self._headless.append(position)
                continue
            if fold_header(header) in found:
                self._error(f"the column `{header}` appears twice", "Delete or rename one of them")
                usable = False
            found.setdefault(fold_header(header), position)
        self._positions = [self._position(column, found) for column in self.columns]
        self._levels = self._mapped_parents(found)
        asked = {*self._positions, *self._levels}
        self.others = [(at, header) for at, header in enumerate(self.headers) if header and at not in asked]
        return self._all_there() and usable and not self.problems_are_fatal()

    def problems_are_fatal(self) -> bool:
        """Tell whether an error was met so far."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def _position(self, column: Column, found: dict[str, int]) -> int:
        mapped = self._mapped.get(column.name)
        if mapped is not None:
            if fold_header(mapped) not in found:
                self._error(
                    f"there is no column `{mapped}`, which study.yaml names for {column.name}", self._found_hint()
                )
            return found.get(fold_header(mapped), -1)
        taken = {fold_header(header) for _, header in self.mapping.columns}
        names = (column.name, *column.aliases)
        return next((found[name] for name in names if name in found and name not in taken), -1)

    def _mapped_parents(self, found: dict[str, int]) -> list[int]:
        """Where the columns of the parents stand. The column of the codes themselves may end the list."""
        listed = [fold_header(header) for header in self.mapping.parents]
        for header, name in zip(self.mapping.parents, listed, strict=True):
            if name not in found:
                self._error(f"there is no column `{header}`, which study.yaml names under parents", self._found_hint())
        positions = [found[name] for name in listed if name in found]
        if positions and positions[-1] == self._positions[0]:
            positions.pop()
        for at in {at for at in positions if at == self._positions[0] or positions.count(at) > 1}:
            message = f"study.yaml names `{self.headers[at]}` under parents, where it would be its own parent"
            self._error(message, "List the columns of the levels from the outside in, each once")
        return positions

    def _all_there(self) -> bool:
        pairs = zip(self.columns, self._positions, strict=True)
        missing = [column.name for column, position in pairs if column.needed and position < 0]
        for name in missing:
            if name not in self._mapped:
                self._error(f"the table has no column {name}", self._found_hint())
        return not missing

    def _fit(self, number: int, row: list[str], width: int) -> bool:
        if len(row) > width and any(map(str.strip, row[width:])):
            hint = 'A cell that holds the separator is written "in double quotes"; does one in this row miss them?'
            self.flag(number, f"the row has {len(row)} cells under {width} headers", hint, Severity.ERROR)
            return False
        del row[width:]
        row.extend([""] * (width - len(row)))
        return True

    def _look_under_no_header(self, number: int, row: list[str]) -> None:
        for position in self._headless:
            if row[position].strip():
                self.flag(number, "a cell stands under no header and is not read", "Give its column a header")
                self._headless.clear()
                return

    def _error(self, message: str, hint: str | None) -> None:
        self.problems.append(Problem(Severity.ERROR, message, Place(self.path, row=self.header_row or None), hint))

    def _found_hint(self) -> str:
        found = ", ".join(header for header in self.headers if header)
        return f"Found: {found}. Rename the column, or map it in study.yaml under tables with columns"

    def columns_hint(self) -> str:
        """The columns that such a table may have."""
        return f"The columns are: {', '.join(column.name for column in self.columns)}"


def records_of(table: Table, make: Callable[[int, Cells], Record | None], others_read: bool = False) -> Read:
    """The problems of opening a table, then what `make` makes of each row, with what it reported of it.

    A column that nobody asked for is noted unless `others_read`.
    """
    yield from table.drain()
    if not table.usable:
        return
    if not others_read:
        yield from note_others(table)
    for row, cells_ in table.rows():
        record = make(row, cells_)
        if record is not None:
            yield record
        yield from table.drain()
    yield from table.drain()


def note_others(table: Table) -> Iterator[Problem]:
    """A note for each column that is not read."""
    for _, header in table.others:
        message = f"the column `{header}` is not read"
        hint = f"{table.columns_hint()}. To read it as one of them, map it in study.yaml under tables"
        yield Problem(Severity.NOTE, message, Place(table.path, row=table.header_row), hint)


def headers_of(path: Path) -> frozenset[str]:
    """The folded headers of a table, none where the file is none or cannot be read."""
    return frozenset(fold_header(header) for row in top_of(path)[:1] for header in row if header.strip())


def top_of(path: Path) -> tuple[Cells, ...]:
    """The first rows with something in them, none where the file is no table or cannot be read."""
    found: list[Cells] = []
    if path.suffix.lower() not in TABLE_SUFFIXES:
        return ()
    with contextlib.suppress(UnreadableError):
        rows = (row for _, row in cells.rows_of(path, None, []) if any(map(str.strip, row)))
        found.extend(map(tuple, islice(rows, _TOP)))
    return tuple(found)
