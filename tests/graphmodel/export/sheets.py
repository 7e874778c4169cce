"""The tables of an export, read back by other hands than those that wrote them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

Sheet = list[dict[str, Any]]


def workbook(path: Path) -> dict[str, Sheet]:
    """Every sheet of a workbook as rows by header; an empty cell is an empty text."""
    book = CalamineWorkbook.from_path(path)
    return {name: _by_header(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names}


def folder(path: Path) -> dict[str, Sheet]:
    """Every CSV file of a folder as rows by header."""
    found = {}
    for file in sorted(path.iterdir()):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found[file.stem] = _by_header(list(csv.reader(lines)))
    return found


def by(sheet: Sheet, *headers: str) -> dict[Any, dict[str, Any]]:
    """The rows of a sheet by what stands under some headers, which no two rows share."""
    found = {tuple(row[header] for header in headers) if len(headers) > 1 else row[headers[0]]: row for row in sheet}
    assert len(found) == len(sheet)
    return found


def _by_header(rows: list[list[Any]]) -> Sheet:
    headers, *others = rows
    assert len(set(headers)) == len(headers)
    return [dict(zip(headers, row, strict=True)) for row in others]
