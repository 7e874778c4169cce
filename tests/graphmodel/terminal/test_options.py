from pathlib import Path

import pytest

from graphmodel.errors import GraphmodelError
from graphmodel.terminal.options import WordsOutput, number_or_all, parameters
from graphmodel.terminal.rows import Format


@pytest.mark.parametrize(
    ("output", "shows"),
    [
        (WordsOutput(), True),
        (WordsOutput(form=Format.JSON), False),
        (WordsOutput(form=Format.CSV, all_words=True), True),
        (WordsOutput(form=Format.TABLE, file=Path("x.txt")), False),
        (WordsOutput(file=Path("x.md"), all_words=True), True),
    ],
)
def test_words_that_may_not_be_quoted_stay_on_the_researcher_s_screen(output: WordsOutput, shows: bool) -> None:
    assert output.shows_all_words is shows


def test_people_get_few_quotes_and_programs_all() -> None:
    assert WordsOutput().usual_quotes == "5"
    assert WordsOutput(file=Path("x.json")).usual_quotes == "all"


def test_a_parameter_may_hold_an_equals_sign_and_needs_one() -> None:
    assert parameters(["a=b=c", "d="]) == {"a": "b=c", "d": ""}
    assert parameters(None) == {}
    with pytest.raises(GraphmodelError, match="gives no value"):
        parameters(["a"])


def test_a_number_or_all() -> None:
    assert number_or_all("--quotes", "all") is None
    assert number_or_all("--quotes", "0") == 0
    with pytest.raises(GraphmodelError, match="--quotes -1"):
        number_or_all("--quotes", "-1")
