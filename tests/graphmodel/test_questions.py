"""The questions: what their files say of themselves, what they answer, and who is left out of an answer."""

from __future__ import annotations

import pytest
from neo4j.graph import Node, Path

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.questions import ask, catalogue, find_question, search
from graphmodel.statements import statement
from tests.graphmodel.conftest import load_small
from tests.graphmodel.expected import EXPECTED
from tests.graphmodel.expected.small import KNOWN, Expected

WITHDRAWN = "1 participant who withdrew is left out (1 interview, 2 excerpts)"


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda each: f"{each.question}-{sorted(each.parameters.items())}")
def test_answer(small: Database, expected: Expected) -> None:
    answer = ask(small, expected.question, "small", expected.parameters)
    columns = expected.columns.split()
    assert [tuple(row[column] for column in columns) for row in answer.rows] == expected.rows
    assert all(tuple(row) == answer.columns for row in answer.rows)


@pytest.mark.parametrize("name", [name for name, question in catalogue().items() if question.draw])
def test_a_drawing_holds_paths_of_the_study(small: Database, name: str) -> None:
    question = catalogue()[name]
    given = next(each.parameters for each in EXPECTED if each.question == name and each.rows)
    sent = ask(small, name, "small", given).parameters
    drawn = small.reading(lambda tx: [record.values() for record in tx.run(statement(question.draw or ""), **sent)])
    things = [thing for row in drawn for thing in row if thing is not None]
    assert any(isinstance(thing, Path) and len(thing) > 0 for thing in things)
    assert all(isinstance(thing, Path | Node) for thing in things)


def test_every_question_has_expected_rows() -> None:
    assert {each.question for each in EXPECTED} == set(catalogue())


def test_questions_are_numbered_from_1_to_35_without_gaps() -> None:
    assert [question.number for question in catalogue().values()] == list(range(1, 36))


def test_an_answer_says_who_is_left_out(small: Database) -> None:
    assert ask(small, "find_narrow_themes").notes == (WITHDRAWN,)
    counted = ask(small, "find_narrow_themes", parameters={"withdrawn": True}).notes
    assert counted == ("1 participant who withdrew is counted (1 interview, 2 excerpts)",)


def test_an_answer_carries_the_study_notice_and_its_caution(small: Database) -> None:
    answer = ask(small, "show_state_on", "small", {"date": "2015"})
    assert answer.notice == "Synthetic: invented for testing."
    assert answer.notes[0] == WITHDRAWN
    assert answer.notes[1].startswith("history is known only as far as")


def test_words_that_consent_keeps_from_print_are_withheld(small: Database) -> None:
    answer = ask(small, "list_prompts", "small", KNOWN).withheld()
    assert answer.columns[-1] == "withheld"
    shown = {row["interview"]: (row["text"] is None, row["prompt"] is None, row.get("withheld")) for row in answer.rows}
    assert shown["P2-1"] == (True, True, "consent")
    assert shown["Group"] == (True, True, "consent")
    assert shown["P3-1"] == (False, False, None)


def test_a_question_without_words_withholds_nothing(small: Database) -> None:
    answer = ask(small, "find_narrow_themes")
    assert answer.withheld() is answer


@pytest.mark.parametrize("name", ["2", "find_narrow_themes", "Find narrow-themes"])
def test_a_question_is_found_by_name_or_number(name: str) -> None:
    assert find_question(name).number == 2


def test_an_unknown_question_suggests() -> None:
    with pytest.raises(GraphmodelError, match="there is no question `find_orphan`") as caught:
        find_question("find_orphan")
    assert caught.value.hint == "did you mean `find_orphans`?"


def test_search_prefers_titles() -> None:
    found = [question.name for question in search("negative case")]
    assert set(found[:2]) == {"list_negative_cases", "find_untested_themes"}
    assert "find_ungrounded_concepts" in found[2:]
    assert search("zebra") == []


@pytest.mark.parametrize(
    ("question", "parameters", "message", "hint"),
    [
        ("ground_theme", {}, "`ground_theme` needs `concept`", "`concept` is the theme, or any category or code"),
        ("find_orphans", {"concpet": "x"}, "`find_orphans` has no parameter `concpet`", "it takes `withdrawn`"),
        ("ground_theme", {"concpt": "x"}, "`ground_theme` has no parameter `concpt`", "did you mean `concept`?"),
        (
            "ground_theme",
            {"concept": "Being knwon"},
            "there is no concept `Being knwon` in small",
            "did you mean `Being known`?",
        ),
        ("find_narrow_themes", {"minimum": "few"}, "`minimum` is not a whole number: `few`", "write it as `minimum=3`"),
        (
            "find_orphans",
            {"withdrawn": "perhaps"},
            "`withdrawn` is neither true nor false: `perhaps`",
            "write `withdrawn=true` or `withdrawn=false`",
        ),
        (
            "show_state_on",
            {"date": "2015-02-30"},
            "`date` is not a date: `2015-02-30`",
            "write it as `2015-04-02`, `2015-04` or `2015`",
        ),
        (
            "compare_by_attribute",
            {"concept": "Hope", "attribute": "shoe size"},
            "participants have no attribute `shoe size`",
            "they are `gender`, `age band`",
        ),
    ],
)
def test_what_cannot_be_asked(
    small: Database, question: str, parameters: dict[str, object], message: str, hint: str
) -> None:
    with pytest.raises(GraphmodelError) as caught:
        ask(small, question, "small", parameters)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_an_unknown_study_is_named_with_those_that_there_are(small: Database) -> None:
    with pytest.raises(GraphmodelError) as caught:
        ask(small, "find_orphans", "tall")
    assert (caught.value.message, caught.value.hint) == ("there is no study `tall`", "did you mean `small`?")


def test_codes_that_were_never_taken_back_are_certain_once_every_interview_is_dated(graph: Database) -> None:
    """With Group dated in June, only P1-1 comes before P2-1, and it holds neither friend or worker nor weather."""
    load_small(graph)
    graph.write(
        lambda tx: tx.run("MATCH (i:Interview {key: 'small/interview/group'}) SET i.date = '2015-06-01'").consume()
    )
    rows = [tuple(row.values()) for row in ask(graph, "find_untested_codes").rows if row["takenBack"] == "no"]
    assert rows == [
        ("friend or worker", "no", "P2-1", "2015-03-20", 1, []),
        ("weather", "no", "P2-1", "2015-03-20", 1, []),
    ]
