"""An interview that two people gave together, of whom one withdrew: what he said goes, what she said stays, and he is
counted and named nowhere.

Pair was given by Ada and Ben, Alone by Cem; all three may be quoted. Excerpts, and what they are coded as:
  a  Ada in Pair      "She listened to me."      Listening (below Trust), supports p1
  b  Ben in Pair      "Nobody ever asked."       Listening, Silence (below Trust)
  c  both in Pair     "... to me. ... asked."    Trust
  d  Ada in Pair      "That was new."            contradicts Silence
  e  Cem in Alone     "He kept his word."        Trust, supports p1
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphmodel.database import Database
from graphmodel.export import Chosen, export_study
from graphmodel.loading import load
from graphmodel.questions import ask, catalogue
from graphmodel.report.map_data import read_map
from graphmodel.themes import themes
from graphmodel.trace import trace
from tests.graphmodel.folders import study

PEOPLE = "participant,consent,quote_consent,age\nAda,active,verbatim,9\nBen,{},{},40\nCem,active,verbatim,14\n"
HIS = "Nobody ever asked"
FILES = {
    "interviews.csv": "interview,participant,date\nPair,Ada; Ben,2015-01\nAlone,Cem,2015-02\n",
    "interviews/Pair.txt": (
        "Interviewer: How was it?\n\nAda: She listened to me.\n\nBen: Nobody ever asked.\n\nAda: That was new.\n"
    ),
    "interviews/Alone.txt": "Interviewer: And you?\n\nCem: He kept his word.\n",
    "codebook.csv": "code,parent\nTrust,\nListening,Trust\nSilence,Trust\n",
    "codings.csv": (
        "interview,quote,codes,coder,date,stance\n"
        "Pair,She listened to me.,Listening,AB,2015-03-01,\n"
        "Pair,Nobody ever asked.,Listening; Silence,AB,2015-03-02,\n"
        "Pair,She listened to me. […] Nobody ever asked.,Trust,CD,2015-03-03,\n"
        "Pair,That was new.,Silence,CD,2015-03-04,contradicts\n"
        "Alone,He kept his word.,Trust,AB,2015-03-05,\n"
    ),
    "theory.yaml": (
        "propositions:\n  - {id: p1, subject: Listening, relation: leads_to, object: Trust, supports: ["
        "{interview: Pair, quote: She listened to me.}, {interview: Alone, quote: He kept his word.}]}\n"
    ),
}
GIVEN = {
    "concept": "Trust",
    "participant": "Ada",
    "interview": "Pair",
    "attribute": "age",
    "quote": "e",
    "date": "2015",
}


def joint(graph: Database, folder: Path, consent: str, quote: str = "verbatim") -> Database:
    """The study in a graph, with what Ben says of taking part and of being quoted."""
    load(graph, [study(folder, {**FILES, "participants.csv": PEOPLE.format(consent, quote)})])
    return graph


@pytest.fixture
def withdrawn(graph: Database, tmp_path: Path) -> Database:
    return joint(graph, tmp_path / "s", "withdrawn")


def rows(graph: Database, question: str, **given: object) -> list[dict[str, Any]]:
    return [dict(row) for row in ask(graph, question, "s", given).rows]


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_no_question_names_who_withdrew_or_tells_his_words(withdrawn: Database, name: str) -> None:
    parameters = catalogue()[name].parameters
    found = repr(rows(withdrawn, name, **{each: value for each, value in GIVEN.items() if each in parameters}))
    assert "Ben" not in found
    assert HIS not in found


def test_what_the_other_one_said_stays(withdrawn: Database) -> None:
    counted = {
        row["theme"]: (row["excerpts"], row["interviews"], row["participants"]) for row in themes(withdrawn, "s")
    }
    assert counted == {"Trust": (2, 2, 2)}  # a and e
    grounding = {
        (row["concept"], row["participant"]): row["excerpts"] for row in rows(withdrawn, "ground_theme", **TRUST)
    }
    assert grounding == {("Listening", "Ada"): 1, ("Trust", "Cem"): 1}
    assert [row["text"] for row in rows(withdrawn, "list_negative_cases", **TRUST)] == ["That was new."]


TRUST = {"concept": "Trust"}


def test_all_is_counted_where_that_is_asked_for(withdrawn: Database) -> None:
    grounding = rows(withdrawn, "ground_theme", **TRUST, withdrawn=True)
    assert {(row["concept"], row["participant"]): row["excerpts"] for row in grounding} == {
        ("Listening", "Ada"): 2,
        ("Listening", "Ben"): 2,
        ("Silence", "Ada"): 1,
        ("Silence", "Ben"): 1,
        ("Trust", "Ada"): 1,
        ("Trust", "Ben"): 1,
        ("Trust", "Cem"): 1,
    }


def test_an_answer_says_what_is_left_out_of_a_joint_interview(withdrawn: Database) -> None:
    assert ask(withdrawn, "find_narrow_themes", "s").notes == (
        "1 participant who withdrew is left out (0 interviews, 2 excerpts)",
    )


def test_a_trace_and_a_map_leave_him_out(withdrawn: Database) -> None:
    for found in (repr(trace(withdrawn, "s", "Trust").concept), repr(read_map(withdrawn, "s"))):
        assert "She listened to me." in found
        assert "Ben" not in found
        assert HIS not in found


def test_an_export_of_all_words_has_none_of_his(withdrawn: Database, tmp_path: Path) -> None:
    for name in ("folder", "tables", "project.qdpx"):
        export_study(withdrawn, "s", tmp_path / name, Chosen(all_words=True), tables=name == "tables")
        found = b"\n".join(contents(tmp_path / name)).decode()
        assert "He kept his word." in found
        assert HIS not in found
        assert "Ben" not in found


def contents(path: Path) -> Iterator[bytes]:
    if path.is_dir():
        yield from (each.read_bytes() for each in path.rglob("*") if each.is_file())
        return
    with zipfile.ZipFile(path) as archive:
        yield from (archive.read(name) for name in archive.namelist())


def test_a_withdrawal_does_what_was_predicted(graph: Database, tmp_path: Path) -> None:
    joint(graph, tmp_path / "s", "active")
    predicted = {(row["kind"], row["name"]): row for row in rows(graph, "predict_withdrawal", participant="Ben")}
    assert {named: (row["lost"], row["left"], row["participantsLeft"]) for named, row in predicted.items()} == {
        ("Category", "Trust"): (2, 2, 2),  # b and c of a, b, c and e
        ("Code", "Listening"): (1, 1, 1),  # b of a and b
        ("Code", "Silence"): (1, 0, 0),
    }
    joint(graph, tmp_path / "s", "withdrawn")
    left = {concept.name: concept.excerpt_count for concept in trace(graph, "s", "Trust").concepts()}
    assert left == {name: row["left"] for (_, name), row in predicted.items()}
    asked_again = {(row["kind"], row["name"]): row for row in rows(graph, "predict_withdrawal", participant="Ben")}
    assert asked_again == predicted


def test_numbers_of_an_attribute_are_sorted_as_numbers(graph: Database, tmp_path: Path) -> None:
    joint(graph, tmp_path / "s", "active")
    found = rows(graph, "compare_by_attribute", **TRUST, attribute="age")
    assert [row["value"] for row in found] == [9, 14, 40]


def test_one_may_be_quoted_where_the_other_may_not(graph: Database, tmp_path: Path) -> None:
    joint(graph, tmp_path / "s", "active", "none")
    printable = [row["text"] for row in rows(graph, "list_printable_quotes")]
    assert printable == ["He kept his word.", "She listened to me.", "That was new."]
    found = repr(read_map(graph, "s"))
    assert "She listened to me." in found
    assert HIS not in found


def test_words_repeated_elsewhere_are_blanked_by_who_said_them(graph: Database, tmp_path: Path) -> None:
    joint(graph, tmp_path / "s", "active", "none")
    memo = "[[Trust]]: she listened to me, she says. Nobody ever asked, he says.\n"
    load(graph, [study(tmp_path / "s", {"memos/one.md": memo})])
    (found,) = read_map(graph, "s").memos
    assert found.paragraphs == ("Trust: she listened to me, she says. [words withheld: no consent to quote], he says.",)


def test_an_export_has_the_words_of_the_one_alone(graph: Database, tmp_path: Path) -> None:
    joint(graph, tmp_path / "s", "active", "none")
    for name in ("folder", "tables"):
        export_study(graph, "s", tmp_path / name, tables=name == "tables")
        found = b"\n".join(contents(tmp_path / name)).decode()
        assert "She listened to me." in found
        assert HIS not in found
    assert not (tmp_path / "folder" / "interviews" / "Pair.txt").exists()
    assert (tmp_path / "folder" / "interviews" / "Alone.txt").exists()
