from pathlib import Path

import pytest

from graphmodel.errors import GraphmodelError
from graphmodel.terminal.output import form_of, show
from graphmodel.terminal.rows import Format
from graphmodel.terminal.sheet import Sheet

SHEET = Sheet(columns=("a",), rows=[{"a": "é"}], notices=("synthetic",), notes=("one left out",))


@pytest.mark.parametrize(
    ("name", "form"), [("x.json", Format.JSON), ("x.CSV", Format.CSV), ("x.md", Format.MD), ("x.txt", Format.TABLE)]
)
def test_a_file_s_ending_says_the_format(name: str, form: Format) -> None:
    assert form_of(None, Path(name)) is form


def test_an_option_wins_over_the_ending() -> None:
    assert form_of(Format.JSON, Path("x.csv")) is Format.JSON


def test_an_ending_that_says_nothing_is_an_error_with_the_endings_that_do() -> None:
    with pytest.raises(GraphmodelError, match=r"x\.docx") as caught:
        form_of(None, Path("x.docx"))
    assert ".csv" in str(caught.value.hint)


def test_csv_on_stdout_is_clean_and_the_notice_is_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    show(SHEET, Format.CSV, None)
    captured = capsys.readouterr()
    assert captured.out == "a\né\n"
    assert "synthetic" in captured.err
    assert "one left out" in captured.err


def test_json_carries_the_notice_itself(capsys: pytest.CaptureFixture[str]) -> None:
    show(SHEET, Format.JSON, None)
    captured = capsys.readouterr()
    assert '"synthetic"' in captured.out
    assert captured.err == ""


def test_csv_in_a_file_opens_in_excel(tmp_path: Path) -> None:
    show(SHEET, Format.CSV, tmp_path / "rows.csv")
    assert (tmp_path / "rows.csv").read_bytes() == b"\xef\xbb\xbfa\n\xc3\xa9\n"


def test_a_file_that_cannot_be_written_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(GraphmodelError, match="missing"):
        show(SHEET, Format.CSV, tmp_path / "missing" / "rows.csv")
