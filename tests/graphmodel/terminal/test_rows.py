import csv
import io
import json

from rich.console import Console

from graphmodel.terminal.rows import Format, as_text, print_table
from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.streams import UNWRAPPED

SHEET = Sheet(
    columns=("theme", "excerpts", "words"),
    rows=[
        {"theme": "Dual roles", "excerpts": 12, "words": 'friend, and "worker"\nat once'},
        {"theme": "A|B", "excerpts": 3, "words": "=1+1"},
    ],
    title="Themes",
    notices=("synthetic",),
    notes=("1 participant withdrew",),
)


def printed(sheet: Sheet, width: int) -> str:
    stream = io.StringIO()
    print_table(Console(file=stream, width=width, markup=False, highlight=False), sheet)
    return stream.getvalue()


def test_json_holds_rows_notices_and_notes() -> None:
    assert json.loads(as_text(SHEET, Format.JSON)) == {
        "title": "Themes",
        "notices": ["synthetic"],
        "notes": ["1 participant withdrew"],
        "columns": ["theme", "excerpts", "words"],
        "rows": [dict(row) for row in SHEET.rows],
    }


def test_csv_reads_back_and_disarms_formulas() -> None:
    rows = list(csv.DictReader(io.StringIO(as_text(SHEET, Format.CSV))))
    assert [row["words"] for row in rows] == ['friend, and "worker"\nat once', "'=1+1"]


def test_markdown_escapes_what_would_break_its_table() -> None:
    lines = as_text(SHEET, Format.MD).splitlines()
    assert lines[:3] == ["# Themes", "", "> synthetic"]
    assert "| A\\|B | 3 | =1+1 |" in lines
    assert lines[-1] == "- 1 participant withdrew"


def test_a_table_on_a_narrow_terminal_stays_inside_it_and_loses_nothing() -> None:
    sheet = Sheet(columns=("name", "words"), rows=[{"name": "x", "words": "longword" * 20}])
    text = printed(sheet, 40)
    assert max(map(len, text.splitlines())) <= 40
    assert "".join(text.splitlines()[2:]).replace("x", "").replace(" ", "") == "longword" * 20


def test_many_columns_on_a_narrow_terminal_become_a_block_a_row() -> None:
    columns = tuple(f"column_{number}" for number in range(12))
    sheet = Sheet(columns=columns, rows=[dict.fromkeys(columns, "value")] * 2)
    lines = printed(sheet, 80).splitlines()
    assert lines[0].split() == ["column", "0", "value"]
    assert lines[12] == ""
    assert len(lines) == 25


def test_a_pipe_gets_one_line_a_row_with_all_words() -> None:
    text = printed(SHEET, UNWRAPPED)
    assert len(text.splitlines()) == 4
    assert 'friend, and "worker" at once' in text


def test_no_rows_say_so() -> None:
    assert printed(Sheet(columns=("a",), rows=[], empty="no theme yet"), 80) == "no theme yet\n"
