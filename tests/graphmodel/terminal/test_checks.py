import pytest

from graphmodel.checks import Violation, checks
from graphmodel.terminal.checks import check_sheet
from graphmodel.terminal.output import show
from graphmodel.terminal.rows import Format


def test_a_sound_graph_is_said_to_be_one(capsys: pytest.CaptureFixture[str]) -> None:
    show(check_sheet([]), Format.TABLE, None)
    assert "keeps all that it promises" in capsys.readouterr().out


def test_a_broken_promise_is_named_with_its_places_and_what_mends_it(capsys: pytest.CaptureFixture[str]) -> None:
    check = next(iter(checks().values()))
    violation = Violation(check, [{"key": f"s/excerpt/{number}"} for number in range(8)])
    show(check_sheet([violation]), Format.TABLE, None)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{check.title} (8 times)"
    assert lines[1] == "  key: s/excerpt/0"
    assert "and 3 more" in lines[-2]
    assert lines[-1] == f"  → {check.mend}"
    assert len(check_sheet([violation]).rows) == 8
