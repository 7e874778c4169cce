import pytest

from graphmodel.checks import Check
from graphmodel.errors import Place, Problem, Severity
from graphmodel.store.findings import Finding
from graphmodel.terminal.checks import FIX, check_sheet
from graphmodel.terminal.output import show
from graphmodel.terminal.rows import Format


def test_a_graph_that_is_right_is_said_to_be_so(capsys: pytest.CaptureFixture[str]) -> None:
    show(check_sheet(Check("s", (), ())), Format.TABLE, None)
    assert capsys.readouterr().out.strip() == "the graph is what the documents say"


def test_differences_are_named_with_what_mends_them(capsys: pytest.CaptureFixture[str]) -> None:
    found = [Finding(f"s/excerpt/{number}", "it is gone") for number in range(23)]
    show(check_sheet(Check("s", found, ())), Format.TABLE, None)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "s/excerpt/0: it is gone"
    assert "and 3 more" in lines[-2]
    assert lines[-1] == f"→ {FIX}"


def test_what_is_outstanding_is_a_row_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem(Severity.FLAG, "a quote is not there", Place(line=3), "correct it")
    sheet = check_sheet(Check("s", [Finding("s/memo/one", "it is gone")], [problem]))
    assert [(row["about"], row["problem"], row["fix"]) for row in sheet.rows] == [
        ("graph", "it is gone", FIX),
        ("files", "a quote is not there", "correct it"),
    ]
    show(sheet, Format.TABLE, None)
    assert "outstanding in the files: 1" in capsys.readouterr().out
