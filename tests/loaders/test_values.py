from __future__ import annotations

from pathlib import Path

import pytest

from loaders.tables import Column, Table
from loaders.values import Values
from tests.loaders.reading import said, source_at


@pytest.fixture
def table(tmp_path: Path) -> Table:
    (tmp_path / "a.csv").write_text("code,note\n")
    return Table(source_at(tmp_path / "a.csv", "codebook"), (Column("code"), Column("note")))


def test_text_several_and_date(table: Table) -> None:
    values = Values(table)
    assert values.text("  a ") == "a"
    assert values.text(" ") is None
    assert values.several("a; b") == ("a", "b")
    assert values.date(2, "date", "1 March 2016") == "2016-03-01"
    assert table.problems == []


def test_what_cannot_be_read_is_flagged_at_every_row_and_left_out(table: Table) -> None:
    values = Values(table)
    assert [values.date(row, "date", "02/04/2015") for row in (2, 3)] == [None, None]
    assert [values.number(4, "start", cell) for cell in ("-1", "1.5", "²", "9" * 20)] == [None] * 4
    assert values.number(5, "occurrence", "0", smallest=1) is None
    assert values.decimal(6, "duration_min", "1:05") is None
    assert values.closed(7, "stance", "doubts", ("supports",)) == "doubts"
    assert said(table.problems) == [("flag", f"row {row}") for row in (2, 3, 4, 4, 4, 4, 5, 6, 7)]


def test_numbers(table: Table) -> None:
    values = Values(table)
    assert values.number(2, "start", " 0012 ") == 12
    assert values.number(2, "start", "") is None
    assert values.decimal(2, "duration_min", "62,5") == 62.5
    assert values.closed(2, "stance", " Supports ", ("supports",)) == "supports"
    assert table.problems == []
