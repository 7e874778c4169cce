from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from graphmodel.errors import Severity
from graphmodel.records import TableMapping
from loaders.tables import Column, Table, fold_header, headers_of, note_others, several
from tests.loaders.reading import said, source_at

COLUMNS = (Column("code", needed=True, aliases=("name",)), Column("quote_consent"), Column("note"))


def _table(folder: Path, content: str, mapping: TableMapping | None = None, name: str = "a.csv") -> Table:
    (folder / name).write_text(content, encoding="utf-8")
    return Table(source_at(folder / name, "codebook", mapping), COLUMNS)


@pytest.mark.parametrize("header", ["Quote consent", "quote_consent", " QUOTE-CONSENT ", "quote consent*"])
def test_headers_are_compared_without_case_and_spacing(header: str) -> None:
    assert fold_header(header) == "quote_consent"


def test_cells_come_in_the_order_asked_for_whatever_the_file_s(tmp_path: Path) -> None:
    table = _table(tmp_path, "note,extra,Name\nn,e,c\n,,c2\n")
    assert list(table.rows()) == [(2, ("c", "", "n", "e", "")), (3, ("c2", "", "", "", ""))]
    assert table.has("note")
    assert not table.has("quote_consent")
    assert [problem.severity for problem in note_others(table)] == [Severity.NOTE]


def test_a_missing_column_names_the_headers_found(tmp_path: Path) -> None:
    table = _table(tmp_path, "Kod,Notiz\na,b\n")
    assert not table.usable
    assert table.problems[0].severity is Severity.ERROR
    assert "no column code" in table.problems[0].message
    assert "Kod, Notiz" in (table.problems[0].hint or "")


def test_a_mapping_renames_and_keeps_an_unmapped_namesake_out(tmp_path: Path) -> None:
    table = _table(tmp_path, "Kod,note,code\na,b,c\n", TableMapping(columns=(("name", "kod"), ("note", "code"))))
    assert list(table.rows()) == [(2, ("a", "", "c", "b", ""))]


@pytest.mark.parametrize(
    ("mapping", "word"),
    [
        (TableMapping(columns=(("code", "Absent"),)), "Absent"),
        (TableMapping(columns=(("colour", "code"),)), "colour"),
        (TableMapping(parents=("Theme",)), "Theme"),
    ],
)
def test_a_mapping_that_does_not_fit_is_an_error(tmp_path: Path, mapping: TableMapping, word: str) -> None:
    table = _table(tmp_path, "code,note\na,b\n", mapping)
    assert not table.usable
    assert word in table.problems[0].message


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("'=SUM(A1)", "=SUM(A1)"),
        ("'+44", "+44"),
        ("'-well, no", "-well, no"),
        ("'@Ada", "@Ada"),
        ("'\tb", "\tb"),
        ("'\rb", "\nb"),
        ("''=a", "'=a"),
        ("'''-a", "''-a"),
        ("'tis so", "'tis so"),
        ("''a", "''a"),
        ("'", "'"),
        ("a '=b", "a '=b"),
        ("=a", "=a"),
    ],
)
def test_a_csv_s_apostrophe_before_a_formula_is_not_the_cell_s(tmp_path: Path, written: str, meant: str) -> None:
    table = _table(tmp_path, f'code,\'-note\n"{written}",n\n', TableMapping(columns=(("note", "-note"),)))
    assert list(table.rows()) == [(2, (meant, "", "n", ""))]


def test_an_apostrophe_in_a_workbook_is_the_cell_s(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["code"])
    book.worksheets[0].append(["'=a"])
    book.save(tmp_path / "a.xlsx")
    table = Table(source_at(tmp_path / "a.xlsx", "codebook"), COLUMNS)
    assert [row[0] for _, row in table.rows()] == ["'=a"]


def test_a_column_twice_is_an_error(tmp_path: Path) -> None:
    table = _table(tmp_path, "code,Note,note\na,b,c\n")
    assert not table.usable
    assert "twice" in table.problems[0].message


def test_rows_of_other_lengths(tmp_path: Path) -> None:
    table = _table(tmp_path, "code,note\na\nb,c,,\nd,e,f\n")
    assert [row for row, _ in table.rows()] == [2, 3]
    assert said(table.problems) == [("error", "row 4")]
    assert "double quotes" in (table.problems[0].hint or "")


def test_a_cell_under_no_header_is_reported_once(tmp_path: Path) -> None:
    table = _table(tmp_path, "code,,note\na,,\nb,lost,\nc,too,\n")
    assert [cells[0] for _, cells in table.rows()] == ["a", "b", "c"]
    assert said(table.problems) == [("flag", "row 3")]


def test_headers_may_stand_below_empty_rows(tmp_path: Path) -> None:
    table = _table(tmp_path, "\n,\ncode,note\na,b\n")
    assert table.header_row == 3
    assert [row for row, _ in table.rows()] == [4]


@pytest.mark.parametrize("content", ["\n\n", " \n,,\n"])
def test_a_table_without_headers(tmp_path: Path, content: str) -> None:
    table = _table(tmp_path, content)
    assert not table.usable
    assert table.problems[0].severity is Severity.ERROR


def test_several_values_in_a_cell() -> None:
    assert several("a; b;;a\n c", None) == ("a", "b", "c")
    assert several("a; b, c", ",") == ("a; b", "c")
    assert several(" ", None) == ()


def test_headers_of_what_cannot_be_read_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    assert headers_of(tmp_path / "a.xlsx") == frozenset()
