import pytest

from graphmodel.questions import Answer, find_question
from graphmodel.terminal.output import show
from graphmodel.terminal.questions import answer_sheet, print_statement, question_sheet, questions_sheet
from graphmodel.terminal.rows import Format


def test_a_question_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    question = find_question("measure_dominance")
    show(question_sheet(question), Format.TABLE, None)
    text = capsys.readouterr().out
    for part in (
        question.title,
        question.description,
        *question.parameters["concept"].means.split(),
        *question.columns,
    ):
        assert part in text
    assert text.splitlines()[-1] == 'graphmodel ask measure_dominance --param concept="…"'


def test_its_statement_comes_with_its_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    print_statement(find_question("measure_dominance"))
    text = capsys.readouterr().out
    assert ":param withdrawn => false;" in text
    assert "RETURN" in text


def test_the_list_says_what_a_question_needs() -> None:
    assert questions_sheet([find_question("measure_dominance")]).rows == [
        {
            "number": 21,
            "name": "measure_dominance",
            "title": "Is a theme dominated by one participant?",
            "needs": ["concept"],
        }
    ]


def test_an_answer_leaves_out_words_that_may_not_be_quoted() -> None:
    question = find_question("list_printable_quotes")
    row = dict.fromkeys(question.columns) | {"text": "secret", "quotable": False}
    answer = Answer(question, "s", {}, [row], tuple(question.columns), ("a note",), "Synthetic.")
    assert answer_sheet(answer, all_words=True).rows[0]["text"] == "secret"
    sheet = answer_sheet(answer, all_words=False)
    assert (sheet.rows[0]["text"], sheet.rows[0]["withheld"]) == (None, "consent")
    assert (sheet.notes, sheet.notices) == (("a note",), ("Synthetic.",))
