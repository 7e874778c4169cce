"""Rows in four forms: a table for people, Markdown for documents, CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from enum import StrEnum

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.streams import UNWRAPPED, lay, words
from graphmodel.terminal.values import cell, csv_cell, plain

LONG_WORD = 12
GAP = 3


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


def as_text(sheet: Sheet, form: Format) -> str:
    """The sheet as JSON, CSV or Markdown, ending with a line's end."""
    return {Format.JSON: as_json, Format.CSV: as_csv, Format.MD: as_markdown}[form](sheet)


def as_json(sheet: Sheet) -> str:
    """One JSON object: notices, notes, and the rows as objects."""
    head = {"title": sheet.title, "notices": sheet.notices, "notes": sheet.notes}
    rows = [{column: row.get(column) for column in sheet.columns} for row in sheet.rows]
    body: Mapping[str, object] = sheet.data or {"columns": sheet.columns, "rows": rows}
    return json.dumps(plain({**head, **body}), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def as_csv(sheet: Sheet) -> str:
    """A header and one line a row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(csv_cell(column) for column in sheet.columns)
    writer.writerows([csv_cell(row.get(column)) for column in sheet.columns] for row in sheet.rows)
    return text.getvalue()


def as_markdown(sheet: Sheet) -> str:
    """A title, the notices as quotations, a pipe table, the notes."""
    parts = [f"# {escaped(sheet.title)}"] if sheet.title else []
    parts += [f"> {escaped(notice)}" for notice in sheet.notices]
    parts += [sheet.outline() if sheet.outline else _pipe_table(sheet)]
    parts += ["\n".join(f"- {escaped(note)}" for note in sheet.notes)] if sheet.notes else []
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def print_table(console: Console, sheet: Sheet) -> None:
    """Prints the rows as a table; where the columns do not fit the terminal, each row as a block of its own."""
    if not sheet.rows:
        console.print(words(sheet.empty, "dim"))
    elif _least_width(sheet) > console.width:
        _print_blocks(console, sheet)
    else:
        lay(console, _table(sheet, wraps=console.width < UNWRAPPED))


def _least_width(sheet: Sheet) -> int:
    """How wide a table must be for words to stay whole, but for very long ones."""
    columns = [[_heading(column), *(cell(row.get(column)) for row in sheet.rows)] for column in sheet.columns]
    longest = [max((len(word) for text in column for word in text.split()), default=0) for column in columns]
    return sum(min(each, LONG_WORD) + GAP for each in longest) - GAP


def _table(sheet: Sheet, *, wraps: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for column in sheet.columns:
        values = [row.get(column) for row in sheet.rows]
        counts = all(isinstance(value, (int, float, type(None))) for value in values)
        table.add_column(
            words(_heading(column)), justify="right" if counts else "left", overflow="fold", no_wrap=not wraps
        )
    for row in sheet.rows:
        table.add_row(*[_one(row.get(column), wraps=wraps) for column in sheet.columns])
    return table


def _one(value: object, *, wraps: bool) -> Text:
    text = cell(value)
    return Text(text if wraps else " ".join(text.split()))


def _print_blocks(console: Console, sheet: Sheet) -> None:
    widest = max(len(_heading(column)) for column in sheet.columns)
    for number, row in enumerate(sheet.rows):
        grid = Table.grid(padding=(0, 1))
        grid.add_column(style="bold", width=min(widest, console.width // 3), overflow="fold")
        grid.add_column(overflow="fold")
        for column in sheet.columns:
            grid.add_row(words(_heading(column)), cell(row.get(column)))
        console.print(*([] if number == 0 else [""]), grid, sep="\n")


def _heading(column: str) -> str:
    return column.replace("_", " ")


def _pipe_table(sheet: Sheet) -> str:
    if not sheet.rows:
        return sheet.empty
    lines = [sheet.columns, ["---"] * len(sheet.columns)]
    lines += [[escaped(cell(row.get(column))) for column in sheet.columns] for row in sheet.rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def escaped(text: str) -> str:
    """Text on one line with nothing in it that Markdown would take for its own signs."""
    for sign in "\\`*_[]<>|#":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())
