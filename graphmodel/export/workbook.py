"""A study as an Excel workbook, one sheet for each table.

Every text is written as a text, whatever it begins with. The sheets go to disk row by row while they are written, in
a folder that only the user can read and that is gone afterwards; put together and packed they are small, and wait in
memory until all is well.
"""

from __future__ import annotations

import re
from datetime import datetime
from importlib.metadata import version
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from graphmodel.captions import cut
from graphmodel.database import Database
from graphmodel.export.tables import HOLDS, Cells, Table, put_tables
from graphmodel.export.tables.about import NAME as ABOUT
from graphmodel.export.written import Chosen, Exported, replacing
from graphmodel.formulas import as_text
from graphmodel.records import Kind
from loaders.format import Format

FORMAT = Format("Excel workbook", Kind.PROJECT, (".xlsx",), HOLDS)

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
MOST_CHARACTERS = 32_767
"""What a sheet and a cell of Excel hold; characters are UTF-16 units."""
CUT = " […] (cut here: a cell of Excel holds no more)"
_FIRST_DAY = datetime(1980, 1, 1)
_NOT_IN_XML = re.compile("[\ufffe\uffff\ud800-\udfff]")
_LONGEST_FOOTER = 200


def write(database: Database, study: str, path: Path, chosen: Chosen) -> Exported:
    """Write a study to a .xlsx. The same study gives the same bytes. Raises GraphmodelError where it cannot be."""
    with replacing(path) as file, TemporaryDirectory(prefix="graphmodel-") as parts:
        packed = BytesIO()
        book = _Book(packed, parts)
        exported = put_tables(database, study, path, chosen, book.put)
        book.close(exported)
        file.write(packed.getbuffer())
        return exported


class _Book:
    """A workbook on its way to a file: its sheets, and how their cells look."""

    def __init__(self, packed: BytesIO, parts: str) -> None:
        self._book = Workbook(packed, {"constant_memory": True, "tmpdir": parts, "use_zip64": True})
        self._about = self._book.add_worksheet(ABOUT)
        looks = {"text_wrap": True, "valign": "top"}
        self._text = self._book.add_format(looks)
        self._like_formula = self._book.add_format({**looks, "quote_prefix": True})
        self._header = self._book.add_format({**looks, "bold": True, "bg_color": "#E8E4DA", "bottom": 1})

    def put(self, table: Table, exported: Exported) -> int:
        """Write a table and return how many rows it has; what a sheet does not hold goes on in another."""
        exported.lacks("columns beyond those that a sheet holds", max(0, len(table.columns) - MOST_COLUMNS))
        rows, written, sheets = iter(table.rows), 0, 0
        while True:
            sheets += 1
            sheet = self._begin(table, sheets, exported)
            here = self._rows(sheet, islice(rows, MOST_ROWS - 1), exported)
            sheet.autofilter(0, 0, here, min(len(table.columns), MOST_COLUMNS) - 1)
            written += here
            if here < MOST_ROWS - 1:
                return written

    def close(self, exported: Exported) -> None:
        """Put the sheets together."""
        told = {"created": _FIRST_DAY, "author": f"graphmodel {version('graphmodel')}", "title": exported.study}
        self._book.set_properties(told)
        try:
            self._book.close()
        except FileCreateError as error:
            raise cast(OSError, error.args[0]) from error

    def _begin(self, table: Table, number: int, exported: Exported) -> Worksheet:
        name = table.name if number == 1 else f"{table.name} {number}"
        sheet = self._about if name == ABOUT else self._book.add_worksheet(name)
        for place, column in enumerate(table.columns[:MOST_COLUMNS]):
            sheet.set_column(place, place, column.width)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer(f"&L{_footer(exported.notice or '')}&R&A, &P/&N")
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, column in enumerate(table.columns[:MOST_COLUMNS]):
            sheet.write_string(0, place, _held(column.header, exported), self._header)
        return sheet

    def _rows(self, sheet: Worksheet, rows: islice[Cells], exported: Exported) -> int:
        line = 0
        for line, row in enumerate(rows, 1):
            for place, cell in enumerate(row[:MOST_COLUMNS]):
                if isinstance(cell, str):
                    look = self._text if as_text(cell) == cell else self._like_formula
                    sheet.write_string(line, place, _held(cell, exported), look)
                elif cell is not None:
                    sheet.write_number(line, place, cell, self._text)
        return line


def _footer(notice: str) -> str:
    """The notice as the foot of every printed page, where `&` begins a command."""
    return "".join(filter(str.isprintable, cut(notice, _LONGEST_FOOTER))).replace("&", "&&")


def _held(text: str, exported: Exported) -> str:
    """A text as a cell holds it; what it does not hold is counted."""
    text, strange = _NOT_IN_XML.subn("\N{REPLACEMENT CHARACTER}", text)
    exported.lacks("characters that no workbook holds, shown as \N{REPLACEMENT CHARACTER}", strange)
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST_CHARACTERS:
        return text
    exported.lacks(f"ends of texts that are longer than the {MOST_CHARACTERS:,} characters of a cell")
    return units[: 2 * (MOST_CHARACTERS - len(CUT))].decode("utf-16-le", "ignore") + CUT
