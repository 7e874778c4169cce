"""A study as a folder of CSV files, one for each table, for R, Python and spreadsheets.

UTF-8 with a byte order mark, by which Excel knows it; commas between cells; lines end with LF, within cells too. A cell
that a spreadsheet would compute gets an apostrophe in front, as `graphmodel.formulas` has it.
"""

from __future__ import annotations

import csv
from pathlib import Path

from graphmodel.database import Database
from graphmodel.export.tables import HOLDS, Cell, Table, put_tables
from graphmodel.export.written import Chosen, Exported, making
from graphmodel.formulas import as_text
from graphmodel.records import Kind
from loaders.format import Format

FORMAT = Format("tables as CSV (--csv)", Kind.PROJECT, (), HOLDS)


def write(database: Database, study: str, path: Path, chosen: Chosen) -> Exported:
    """Write a study as a folder of CSV files that is not there yet. The same study gives the same bytes.

    Raises GraphmodelError where the folder cannot be made.
    """
    with making(path) as folder:
        return put_tables(database, study, path, chosen, lambda table, _: _put(table, folder))


def _put(table: Table, folder: Path) -> int:
    with (folder / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(_cell(column.header) for column in table.columns)
        written = 0
        for row in table.rows:
            rows.writerow(_cell(cell) for cell in row)
            written += 1
    return written


def _cell(cell: Cell) -> Cell:
    return as_text(cell.replace("\r\n", "\n").replace("\r", "\n")) if isinstance(cell, str) else cell
