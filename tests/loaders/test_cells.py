from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from graphmodel.errors import Problem
from loaders import cells
from loaders.safety import UnreadableError


def _rows(path: Path, sheet: str | None = None) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    problems: list[Problem] = []
    return list(cells.rows_of(path, sheet, problems)), problems


def _csv(folder: Path, content: str) -> Path:
    path = folder / "a.csv"
    path.write_text(content, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b,c\n1;2;3", ","),
        ("a;b;c\n1,2;3;4", ";"),
        ("a\tb\n1,2\t3", "\t"),
        ('\n"a;b;c",d\n', ","),
        ("alone\n1;2", ","),
    ],
)
def test_the_headers_show_the_delimiter(text: str, delimiter: str) -> None:
    assert cells.delimiter_of(text) == delimiter


def test_rows_are_numbered_as_excel_numbers_them(tmp_path: Path) -> None:
    rows, _ = _rows(_csv(tmp_path, 'a,b\r\n"two\r\nlines",1\r\n\r\nx,2\r\n'))
    assert rows == [(1, ["a", "b"]), (2, ["two\nlines", "1"]), (3, []), (4, ["x", "2"])]


def test_excel_s_own_line_about_the_delimiter_is_no_row(tmp_path: Path) -> None:
    assert _rows(_csv(tmp_path, "sep=|\na|b,c\n"))[0] == [(1, ["a", "b,c"])]


@pytest.mark.parametrize("content", ['a,b\nx,y\n"never closed,1\nz,2\n', 'a,b\nx,y\n"closed"early,1\n'])
def test_a_table_that_stops_making_sense_is_read_up_to_there(tmp_path: Path, content: str) -> None:
    rows = cells.rows_of(_csv(tmp_path, content), None, [])
    assert [next(rows), next(rows)] == [(1, ["a", "b"]), (2, ["x", "y"])]
    with pytest.raises(UnreadableError) as caught:
        next(rows)
    assert caught.value.problem.place.row == 3
    assert "double" in (caught.value.problem.hint or "")


def _workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Codings"
    sheet["B2"], sheet["C2"] = "a", "b"
    sheet["B4"], sheet["C4"] = dt.date(2016, 3, 1), dt.datetime(2016, 3, 1, 14, 30)
    sheet["B5"], sheet["C5"] = 3.0, 2.5
    sheet["B6"], sheet["C6"] = True, "two\nlines_x000D_"
    book.create_sheet("Other")["A1"] = "elsewhere"
    book.save(path)
    return path


def test_a_workbook_is_read_as_it_is_shown(tmp_path: Path) -> None:
    rows, problems = _rows(_workbook(tmp_path / "a.xlsx"))
    assert [row for row in rows if any(row[1])] == [
        (2, ["a", "b"]),
        (4, ["2016-03-01", "2016-03-01T14:30:00"]),
        (5, ["3", "2.5"]),
        (6, ["TRUE", "two\nlines\n"]),
    ]
    assert "Codings" in problems[0].message


def test_a_sheet_is_found_by_name(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "a.xlsx")
    assert _rows(path, "other") == ([(1, ["elsewhere"])], [])
    with pytest.raises(UnreadableError, match="no sheet `Third`") as caught:
        _rows(path, "Third")
    assert "Codings, Other" in (caught.value.problem.hint or "")


def test_a_cell_in_the_last_corner_does_not_ask_for_the_whole_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"], book.active["XFD1048576"] = "a", "b"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UnreadableError, match="more than 20 million cells"):
        _rows(tmp_path / "a.xlsx")


def test_a_row_in_the_last_corner_without_references_of_cells(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "a.xlsx")
    sheet = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>%s</sheetData></worksheet>"
    path.write_bytes(_with_part(path, "xl/worksheets/sheet1.xml", sheet % b"<row r = '99999999'><c><v>1</v></c></row>"))
    with pytest.raises(UnreadableError, match="more than 20 million cells"):
        _rows(path)


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls"])
def test_what_is_no_workbook(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"no workbook")
    with pytest.raises(UnreadableError):
        _rows(tmp_path / name)


def test_a_workbook_with_a_broken_sheet(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "a.xlsx")
    path.write_bytes(_with_part(path, "xl/worksheets/sheet1.xml", b'<worksheet><sheetData><row r="1"><c r="A1"'))
    with pytest.raises(UnreadableError, match="cannot be read"):
        _rows(path)


def _with_part(path: Path, part: str, content: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(whole, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return whole.getvalue()


def test_a_nul_in_a_cell_is_no_character(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "a.xlsx")
    sheet = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").replace(b"<t>a</t>", b"<t>x_x0000_y</t>")
    path.write_bytes(_with_part(path, "xl/worksheets/sheet1.xml", sheet))
    assert _rows(path)[0][1][1] == ["x\N{REPLACEMENT CHARACTER}y", "b"]
    old = Path(__file__).parent / "samples" / "codings" / "old-excel.xls"
    (tmp_path / "a.xls").write_bytes(old.read_bytes().replace("Grüne".encode("latin-1"), b"Gr\x00ne"))
    assert not any("\x00" in cell for _, row in _rows(tmp_path / "a.xls")[0] for cell in row)


def test_a_workbook_without_a_sheet(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "a.xlsx")
    book = zipfile.ZipFile(path).read("xl/workbook.xml")
    without = book.partition(b"<sheets>")[0] + b"<sheets/>" + book.partition(b"</sheets>")[2]
    path.write_bytes(_with_part(path, "xl/workbook.xml", without))
    with pytest.raises(UnreadableError, match="has no sheet") as caught:
        _rows(path)
    assert caught.value.problem.hint


@pytest.mark.parametrize("reference", ["ZZZZZZ12", "ZZZZZZZZZZZZZZZZZZ1", "XFD9999", "A99999999"])
def test_a_cell_beyond_any_sheet_does_not_ask_for_the_way_there(tmp_path: Path, reference: str) -> None:
    sheet = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>{0}</sheetData></worksheet>"
    path = _workbook(tmp_path / "a.xlsx")
    rows = f'<row><c r="A1"><v>1</v></c></row><row><c r="{reference}"><v>1</v></c></row>'
    path.write_bytes(_with_part(path, "xl/worksheets/sheet1.xml", sheet.format(rows).encode()))
    with pytest.raises(UnreadableError, match="more than 20 million cells"):
        _rows(path)


def test_a_workbook_under_the_name_of_the_other_kind(tmp_path: Path) -> None:
    _workbook(tmp_path / "a.xlsx").rename(tmp_path / "b.xls")
    assert (2, ["a", "b"]) in _rows(tmp_path / "b.xls")[0]
    old = Path(__file__).parent / "samples" / "codings" / "old-excel.xls"
    (tmp_path / "c.xlsx").write_bytes(old.read_bytes())
    assert _rows(tmp_path / "c.xlsx") == _rows(old)


@pytest.mark.parametrize("number", [b"-1e308", b"-inf", b"-1.1e11"])
def test_a_date_before_all_time_is_damage(tmp_path: Path, number: bytes) -> None:
    path = _workbook(tmp_path / "a.xlsx")
    sheet = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    dated = re.sub(rb'(<c r="B4"[^>]*><v>)[^<]*', rb"\g<1>" + number, sheet)
    assert dated != sheet
    path.write_bytes(_with_part(path, "xl/worksheets/sheet1.xml", dated))
    with pytest.raises(UnreadableError, match="cannot be read"):
        _rows(path)


def test_who_stops_reading_a_workbook_is_not_told_of_damage(tmp_path: Path) -> None:
    rows = cells.rows_of(_workbook(tmp_path / "a.xlsx"), None, [])
    next(rows)
    with pytest.raises(KeyboardInterrupt):
        rows.throw(KeyboardInterrupt())
