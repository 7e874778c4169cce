from pathlib import PurePosixPath

import pytest

from graphmodel.errors import Place, Severity
from graphmodel.terminal.values import cell, csv_cell, plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (3, "3"),
        (2.0, "2"),
        (0.12345, "0.123"),
        (["a", 1, None], "a, 1, "),
        ({"who": "P01", "n": 2}, "who: P01, n: 2"),
        ("a\x1bb", "a\ufffdb"),
    ],
)
def test_a_cell_is_what_a_person_reads(value: object, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize("text", ["=1+1", "+44", "-cmd", "@x", "\tx"])
def test_a_spreadsheet_never_runs_text_as_a_formula(text: str) -> None:
    assert csv_cell(text) == f"'{text}"


def test_numbers_stay_numbers_in_a_spreadsheet() -> None:
    assert csv_cell(-3) == -3
    assert csv_cell(0.5) == 0.5


def test_plain_data_keeps_structure_and_makes_text_of_what_json_does_not_know() -> None:
    given = {"place": Place(line=3), "how": Severity.FLAG, "path": PurePosixPath("a/b"), "many": ("x", 1)}
    assert plain(given) == {
        "place": {"file": None, "line": 3, "row": None, "part": None},
        "how": "flag",
        "path": "a/b",
        "many": ["x", 1],
    }
