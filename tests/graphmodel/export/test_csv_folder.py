"""The folder of CSV files: the same tables as the workbook's, in cells that no spreadsheet computes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.export import Chosen, export_study
from graphmodel.formulas import as_meant
from tests.graphmodel.export import sheets
from tests.graphmodel.export.test_workbook import DEFINE, HOSTILE, MEMO, NOTE, RENAME, WORDS, change, small
from tests.small_study import QUOTABLE

__all__ = ["small"]
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n")


def test_the_files_hold_what_the_sheets_hold(demo: Database, tmp_path: Path) -> None:
    done = export_study(demo, "mad-planet", tmp_path / "demo.xlsx", Chosen(all_words=True))
    again = export_study(demo, "mad-planet", tmp_path / "demo", Chosen(all_words=True), tables=True)
    book, files = sheets.workbook(tmp_path / "demo.xlsx"), sheets.folder(tmp_path / "demo")
    assert files.keys() == book.keys()
    for name, rows in book.items():
        assert plain(rows) == plain(files[name]), name
    assert (again.counts, again.no_place) == (done.counts, done.no_place)


def plain(rows: sheets.Sheet) -> list[dict[str, str]]:
    return [{header: text(cell) for header, cell in row.items()} for row in rows]


def text(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else as_meant(str(cell))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_cell_begins_as_a_formula_does_and_each_can_be_read_back(
    small: Database, tmp_path: Path, hostile: str
) -> None:
    change(small, WORDS, now=QUOTABLE, text=hostile)
    for statement in (RENAME, DEFINE, MEMO, NOTE):
        change(small, statement, text=hostile)
    change(small, "MATCH (s:Study {key: 'small'}) SET s.attributes = [$header]", header=f"{hostile}: text")
    export_study(small, "small", tmp_path / "tables", tables=True)
    meant = hostile.replace("\r", "\n")
    read = sheets.folder(tmp_path / "tables")
    cells = [cell for rows in read.values() for row in rows for cell in (*row, *row.values())]
    assert [cell for cell in cells if cell.startswith(BEGINNINGS)] == []
    quote = next(row for row in read["quotes"] if as_meant(row["Code"]) == meant)
    assert (as_meant(quote["Quote"]), as_meant(quote["Note"])) == (meant, meant)
    assert [as_meant(row["Text"]) for row in read["memos"]] == [meant]
    assert meant in [as_meant(header) for header in read["participants"][0]]


def test_a_text_of_any_length_is_whole(small: Database, tmp_path: Path) -> None:
    change(small, DEFINE, text="🚣" * 50_000)
    done = export_study(small, "small", tmp_path / "tables", tables=True)
    assert "🚣" * 50_000 in [row["Definition"] for row in sheets.folder(tmp_path / "tables")["codebook"]]
    assert not [what for what in done.no_place if what.startswith("ends of texts")]


def test_the_files_are_utf_8_that_excel_knows_and_the_same_each_time(small: Database, tmp_path: Path) -> None:
    export_study(small, "small", tmp_path / "one", tables=True)
    export_study(small, "small", tmp_path / "two", tables=True)
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert all(content.startswith(b"\xef\xbb\xbf") and b"\r" not in content for content in one.values())


def test_a_folder_is_never_replaced_and_nothing_is_left_where_none_can_be_made(small: Database, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(GraphmodelError, match="is there already"):
        export_study(small, "small", tmp_path / "mine", tables=True, overwrite=True)
    with pytest.raises(GraphmodelError, match="cannot write"):
        export_study(small, "small", tmp_path / "nowhere" / "tables", tables=True)
    assert {each.name for each in tmp_path.iterdir()} == {"mine", "small"}
