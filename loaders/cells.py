"""The rows of a .csv, .xlsx or .xls file as text, numbered as Excel numbers them.

Workbooks of the old kind (.xls) are read by xlrd: it is pure Python, so a damaged one ends in an exception, where a
compiled reader was seen to take all memory.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import struct
from collections.abc import Iterator
from pathlib import Path

import xlrd
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook
from xlrd.compdoc import CompDocError

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold
from loaders import safety
from loaders.text import read_text, unix_lines, without_nul

Rows = Iterator[tuple[int, list[str]]]
Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta

_WORKBOOKS = (".xlsx", ".xls")
"""Which of the two it is, its first bytes say: programs and people give either name to either."""
DELIMITERS = ",;\t"
MAX_CELLS = 20_000_000
MAX_CELL_LENGTH = 10_000_000
_BROKEN = (
    xlrd.XLRDError,
    CompDocError,
    struct.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)(\d+)["']""")
_ZIP = b"PK"
_LETTERS = 8
"""As many letters of a column as are looked at: with so many it is beyond any bound."""
_SEPARATOR_LINE = re.compile(r"sep=(.)\n", re.IGNORECASE)
_PANICS = "pyo3_runtime"
"""Where the class of the exception comes from that the compiled reader ends in where it gives up, at a date before all
time for example. It is made when it is first raised and below no exception that could be named."""
_HINT = "Open it in Excel, take off any password, and save it again as .xlsx"
_QUOTED = re.compile(r'"[^"]*"')


def rows_of(path: Path, sheet: str | None, problems: list[Problem]) -> Rows:
    """The rows of the file with their numbers (the first is 1). Notes on the file go to `problems`.

    Raises UnreadableError, now or at the row where the file stops making sense.
    """
    if path.suffix.lower() not in _WORKBOOKS:
        return _csv_rows(path, problems)
    if safety.begins(path, _ZIP):
        return _sheet_rows(path, _sheet(path, sheet, problems))
    return iter(_old_rows(path, sheet, problems))


def _csv_rows(path: Path, problems: list[Problem]) -> Rows:
    text, notes = read_text(path)
    problems += notes
    declared = _SEPARATOR_LINE.match(text)
    if declared:
        text = text[declared.end() :]
    delimiter = declared.group(1) if declared else delimiter_of(text)
    csv.field_size_limit(MAX_CELL_LENGTH)
    return _records(path, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def delimiter_of(text: str) -> str:
    """The comma, semicolon or tab that separates the headers, which are the first line with something in it."""
    header = _QUOTED.sub("", text.lstrip("\n")).partition("\n")[0]
    return max(DELIMITERS, key=header.count)


def _records(path: Path, reader: Iterator[list[str]]) -> Rows:
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as error:
        message = f"the table cannot be read from here on ({error})"
        hint = 'A cell that holds a quotation mark is written "in ""double"" marks"; look for one that is never closed.'
        place = Place(path, row=number + 1)
        raise safety.UnreadableError(Problem(Severity.ERROR, message, place, hint)) from error


def _sheet(path: Path, wanted: str | None, problems: list[Problem]) -> CalamineSheet:
    content = safety.repacked(path)
    _refuse_sparse_giants(path, content)
    try:
        workbook = CalamineWorkbook.from_filelike(content)
        return workbook.get_sheet_by_name(_sheet_name(path, workbook.sheet_names, wanted, problems))
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged(path, error) from error
    except BaseException as error:
        if type(error).__module__ != _PANICS:
            raise
        raise _damaged(path, error) from error


def _old_rows(path: Path, wanted: str | None, problems: list[Problem]) -> list[tuple[int, list[str]]]:
    content = safety.read_bytes(path)
    try:
        with xlrd.open_workbook(file_contents=content, on_demand=True, ragged_rows=True, logfile=io.StringIO()) as book:
            sheet = book.sheet_by_name(_sheet_name(path, book.sheet_names(), wanted, problems))
            rows = [[_old_text(cell, book.datemode) for cell in row] for row in sheet.get_rows()]
    except _BROKEN as error:
        raise _damaged(path, error) from error
    width = max(map(len, rows), default=0)
    return [(number, row + [""] * (width - len(row))) for number, row in enumerate(rows, start=1)]


def _old_text(cell: xlrd.sheet.Cell, datemode: int) -> str:
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _text(xlrd.xldate_as_datetime(cell.value, datemode))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return _text(bool(cell.value))
    return _text(cell.value) if cell.ctype in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER) else ""


def _damaged(path: Path, error: BaseException) -> safety.UnreadableError:
    reason = str(error) or type(error).__name__
    return safety.UnreadableError(
        Problem(Severity.ERROR, f"the workbook cannot be read ({reason})", Place(path), _HINT)
    )


def _refuse_sparse_giants(path: Path, content: io.BytesIO) -> None:
    """A sheet is held as a full rectangle, so one cell in the last corner would ask for 17 billion."""
    for _, part in safety.parts_of(content):
        rows, columns = 1, {b"A"}
        for letters, digits in _REFERENCE.findall(part):
            columns.add(letters[:_LETTERS].upper())
            rows = max(rows, int(digits[:9]))
        if rows * _column_number(max(columns, key=lambda letters: (len(letters), letters))) > MAX_CELLS:
            message = f"the workbook has a sheet that stretches over more than {MAX_CELLS // 1_000_000} million cells"
            hint = "Delete the stray cells far right and far down (select, Delete rows or columns), and save it again"
            raise safety.UnreadableError(Problem(Severity.ERROR, message, Place(path), hint))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheet_name(path: Path, names: list[str], wanted: str | None, problems: list[Problem]) -> str:
    if not names:
        raise safety.UnreadableError(Problem(Severity.ERROR, "the workbook has no sheet", Place(path), _HINT))
    if wanted is None:
        if len(names) > 1:
            message = f"read the first sheet, `{names[0]}`; there are {len(names)}"
            hint = "To read another one, name it in study.yaml under tables with sheet"
            problems.append(Problem(Severity.NOTE, message, Place(path), hint))
        return names[0]
    for name in names:
        if fold(name) == fold(wanted):
            return name
    hint = f"Its sheets are: {', '.join(names)}"
    raise safety.UnreadableError(Problem(Severity.ERROR, f"the workbook has no sheet `{wanted}`", Place(path), hint))


def _sheet_rows(path: Path, sheet: CalamineSheet) -> Rows:
    try:
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            yield number, [cell if type(cell) is str and _is_plain(cell) else _text(cell) for cell in cells]
    except BaseException as error:
        if type(error).__module__ != _PANICS:
            raise
        raise _damaged(path, error) from error


def _is_plain(cell: str) -> bool:
    return "\r" not in cell and "\x00" not in cell


def _text(cell: Cell) -> str:
    """A cell as Excel shows it, dates as ISO."""
    if isinstance(cell, str):
        return without_nul(unix_lines(cell))
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, (dt.date, dt.time)) else str(cell)
