"""Headers of Cypher files: what is wrong with one is said with file and line."""

from __future__ import annotations

import pytest

from graphmodel.headers import HeaderError, used_parameters
from graphmodel.question_files import read_question

SOUND = """\
// title: Which?
// number: 3
// about: >-
//   A row is
//   a thing.
// parameters:
//   study: {type: study, means: the id of the study}
//   most: {type: integer, default: 3, means: how many}
// columns:
//   name: its name
// evidence: {COREQ: [1], SRQR: [6]}

MATCH (n:Concept {study: $study}) RETURN n.name AS name LIMIT $most
"""


def test_a_sound_header_is_read_whole() -> None:
    question = read_question("ask/find_things", SOUND)
    assert (question.name, question.number, question.title, question.description) == (
        "find_things",
        3,
        "Which?",
        "A row is a thing.",
    )
    assert {name: (each.type, each.required, each.default) for name, each in question.parameters.items()} == {
        "study": ("study", True, None),
        "most": ("integer", False, 3),
    }
    assert question.columns == {"name": "its name"}
    assert question.evidence == {"COREQ": (1,), "SRQR": (6,)}


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("// title: Which?\n", "", 1, "the header has no `title`"),
        ("// number: 3", "// number: three", 2, "`number` is not a number from 1 up"),
        ("title: Which?", "title: Which: what?", 1, "the header cannot be read: mapping values are not allowed here"),
        ("// number: 3", "// number: 3\n// title: Again", 3, 'the header cannot be read: found duplicate key "title"'),
        ("// number: 3", "// number: 3\n// colour: red", 3, "the header has an unknown field `colour`"),
        ("default: 3", "fallback: 3", 8, "the parameter `most` is not `{type: …, default: …, means: …}`"),
        ("type: integer", "type: float", 8, "the parameter `most` has no type of"),
        (", means: how many", "", 8, "the parameter `most` does not say what it means"),
        ("LIMIT $most", "LIMIT 3", 8, "the header declares `most`, which the statement lacks"),
        ("LIMIT $most", "SKIP $some LIMIT $most", 13, "the statement uses `$some`, which the header lacks"),
        ("name: its name", "name:", 10, "the column `name` does not say what it means"),
        ("SRQR: [6]", "GRADE: [6]", 11, "`evidence` lists item numbers of COREQ and SRQR"),
        ("// evidence", "// draw: draw/nothing\n// evidence", 11, "there is no file cypher/draw/nothing.cypher"),
        (
            "// evidence",
            "// draw: draw/trace_quote\n// evidence",
            11,
            "cypher/draw/trace_quote.cypher uses parameters that the question lacks: ['quote', 'withdrawn']",
        ),
        ("// evidence", "// words: [text]\n// evidence", 11, "`words` needs a column `text`"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, line: int, message: str) -> None:
    assert old in SOUND
    with pytest.raises(HeaderError) as caught:
        read_question("ask/find_things", SOUND.replace(old, new))
    assert caught.value.message.startswith(f"cypher/ask/find_things.cypher, line {line}: {message}")


def test_a_file_without_a_header_is_refused() -> None:
    with pytest.raises(HeaderError, match="line 1: the file does not begin with a header"):
        read_question("ask/find_things", "MATCH (n) RETURN n")


def test_parameters_in_comments_and_texts_do_not_count() -> None:
    assert used_parameters("// $a\nRETURN '$b', \"it's $c\", $d /* $e */ + $f // $g") == {"d", "f"}
