"""Spreadsheets with formulas and with columns without number, for every reader of tables."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import msgspec
import pytest

from graphmodel.errors import Problem, Severity
from loaders import cells, registry
from tests.fuzz.guard import watched
from tests.loaders import golden
from tests.loaders.builders import hostile
from tests.loaders.reading import reader_of, source_at

FORMULAS = (
    "1+1", 'HYPERLINK("http://127.0.0.1/x","click")', "cmd|' /C calc'!A0", 'WEBSERVICE("http://127.0.0.1/x")',
    "INDIRECT(\"'file:///etc/[passwd]x'!A1\")", "SUM(A:XFD)", 'IMPORTXML("http://127.0.0.1/x","//a")',
)  # fmt: skip
READERS = [reader_of(each) for each in registry.FORMATS if ".xlsx" in each.suffixes]
every_reader = pytest.mark.parametrize("reader", READERS)


def _rows(reader: str) -> list[list[str]]:
    """The rows of the reader's sample, empty ones in their places."""
    sample = next(path for path in golden.samples() if path.parent.name == reader)
    rows = dict(cells.rows_of(sample, None, []))
    return [rows.get(number, []) for number in range(1, max(rows) + 1)]


def _read(reader: str, path: Path) -> tuple[list[Any], list[Problem]]:
    """What is read of a file, places left aside: they name the file."""
    with watched(path.parent) as watch:
        items = list(source_at(path, reader).read())
    assert watch.wrong == []
    assert watch.seconds < 20
    assert watch.megabytes < 500
    records = [item for item in items if not isinstance(item, Problem)]
    return list(map(_plain, records)), [item for item in items if isinstance(item, Problem)]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if not isinstance(value, msgspec.Struct):
        return value
    return {name: _plain(getattr(value, name)) for name in value.__struct_fields__ if name != "place"}


def _workbook(path: Path, rows: list[list[str]], formulas: tuple[str, ...] = (), cached: bool = True) -> Path:
    """A workbook of the rows; below the headers each cell a formula, with the cell's text as what it last came to."""
    made = []
    for number, row in enumerate(rows, start=1):
        below = number > 1 + next(at for at, each in enumerate(rows) if any(each))
        formula = [formulas[(number + at) % len(formulas)] if formulas and below else None for at in range(len(row))]
        texts = [text if cached or not below else "" for text in row]
        pairs = zip(texts, formula, strict=True)
        made.append("".join(hostile.cell(number, at, *pair) for at, pair in enumerate(pairs, start=1)))
    path.write_bytes(hostile.workbook("".join(f'<row r="{n}">{row}</row>' for n, row in enumerate(made, start=1))))
    return path


def _csv(path: Path, rows: list[list[str]]) -> Path:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


@every_reader
def test_a_formula_is_what_it_last_came_to(tmp_path: Path, reader: str) -> None:
    rows = _rows(reader)
    plain, _ = _read(reader, _workbook(tmp_path / "a.xlsx", rows))
    assert plain
    assert _read(reader, _workbook(tmp_path / "a.xlsx", rows, FORMULAS))[0] == plain


@every_reader
def test_a_formula_that_came_to_nothing_is_an_empty_cell(tmp_path: Path, reader: str) -> None:
    items = _read(reader, _workbook(tmp_path / "a.xlsx", _rows(reader), FORMULAS, cached=False))
    assert not any(formula in repr(items) for formula in ("HYPERLINK", "cmd|", "WEBSERVICE", "SUM("))


@every_reader
def test_text_that_begins_as_a_formula_is_text(tmp_path: Path, reader: str) -> None:
    """A cell is never computed: also in a CSV file, `=1+1` is four characters."""
    header = next(at for at, row in enumerate(_rows(reader)) if any(row))
    rows = _rows(reader)
    for row in rows[header + 1 :]:
        row[:] = [f"={text}+1" if text[:1].isalpha() else text for text in row]
    assert _read(reader, _csv(tmp_path / "a.csv", rows))[0] == _read(reader, _workbook(tmp_path / "a.xlsx", rows))[0]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "=cmd|' /C calc'!A0"])
def test_such_text_comes_through_as_it_stands(tmp_path: Path, text: str) -> None:
    rows = [["interview", "quote", "codes", "note"], ["P1", text, text, text]]
    for path in (_csv(tmp_path / "a.csv", rows), _workbook(tmp_path / "a.xlsx", rows)):
        (record,), problems = _read("codings", path)
        assert (record["selector"]["quote"], record["codes"], record["note"]) == (text, (text,), text)
        assert problems == []


@every_reader
def test_a_million_empty_columns(tmp_path: Path, reader: str) -> None:
    rows = _rows(reader)
    plain, _ = _read(reader, _csv(tmp_path / "a.csv", rows))
    assert plain
    records, problems = _read(reader, _csv(tmp_path / "a.csv", [[*row, *[""] * 1_000_000] for row in rows]))
    assert records == plain or any(problem.severity is Severity.ERROR for problem in problems)


@every_reader
@pytest.mark.parametrize(
    "corner", ['<c r="XFD{row}" s="1"/>', '<c r="XFD1048576" s="1"/>', '<c r="ZZZZZZ{row}"><v>1</v></c>']
)
def test_empty_cells_far_out_in_a_workbook(tmp_path: Path, reader: str, corner: str) -> None:
    rows = _rows(reader)
    plain, _ = _read(reader, _workbook(tmp_path / "a.xlsx", rows))
    content = (tmp_path / "a.xlsx").read_bytes()
    sheet = hostile.parts_of(content)["xl/worksheets/sheet1.xml"].decode()
    number = iter(range(1, len(rows) + 1))
    far = "".join(f"{part}{corner.format(row=next(number))}</row>" for part in sheet.split("</row>")[:-1])
    spread = hostile.with_part(content, "xl/worksheets/sheet1.xml", (far + sheet.rpartition("</row>")[2]).encode())
    (tmp_path / "a.xlsx").write_bytes(spread)
    records, problems = _read(reader, tmp_path / "a.xlsx")
    assert records == plain or [problem.severity for problem in problems] == [Severity.ERROR]
