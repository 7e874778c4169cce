import io
from pathlib import Path

import pytest
from rich.console import Console

from graphmodel.errors import GraphmodelError, Place, Problem, Severity
from graphmodel.terminal.problems import count_problems, limit_problems, print_error, print_problems


def printed(problems: list[Problem], limit: int | None = 20) -> str:
    stream = io.StringIO()
    limit_problems(limit)
    print_problems(Console(file=stream, width=200, markup=False, highlight=False), problems)
    return stream.getvalue()


def problem(
    row: int, severity: Severity = Severity.FLAG, file: str = "codings.csv", hint: str | None = None
) -> Problem:
    return Problem(severity, f"quote {row} is not in the transcript", Place(Path(file), row=row), hint)


def test_problems_stand_under_their_file_with_row_and_one_hint() -> None:
    text = printed([problem(3, hint="check the quote"), problem(9, hint="check the quote"), problem(1, file="b.csv")])
    assert text.splitlines() == [
        "  b.csv",
        "    flag row 1: quote 1 is not in the transcript",
        "  codings.csv",
        "    flag row 3: quote 3 is not in the transcript",
        "    flag row 9: quote 9 is not in the transcript",
        "      → check the quote",
    ]


def test_a_long_list_shows_the_worst_first_and_says_how_to_see_all() -> None:
    text = printed([problem(row) for row in range(30)] + [problem(99, Severity.ERROR)])
    assert "error row 99" in text
    assert text.count("flag row") == 19
    assert "… and 11 more: `--problems all`" in text


def test_all_are_shown_when_asked_for() -> None:
    assert printed([problem(row) for row in range(30)], None).count("flag row") == 30


def test_a_path_below_the_working_folder_is_shown_short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert printed([problem(1, file=str(tmp_path / "study" / "codings.csv"))]).startswith("  study/codings.csv\n")


def test_an_error_is_a_sentence_its_problems_and_after_an_empty_line_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    print_error(GraphmodelError("nothing could be loaded", "mend the file", [problem(2, Severity.ERROR)]))
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "error: nothing could be loaded",
        "  codings.csv",
        "    error row 2: quote 2 is not in the transcript",
        "",
        "hint: mend the file",
    ]


def test_counting() -> None:
    assert count_problems([problem(1), problem(2), problem(3, Severity.ERROR)]) == "1 error, 2 flags"
