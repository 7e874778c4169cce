from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import Severity
from graphmodel.loading import load
from graphmodel.records import Coding, Concept, Interview, Memo, Participant, Researcher, Revision, Transcript
from loaders.rqda_positions import line_at, off_by_one
from tests.graphmodel.snapshot import column, edges, everything, keys, pairs
from tests.loaders.builders.rqda import DORA, EVA, MADE_ISO, build
from tests.loaders.builders.sqlite_file import changed
from tests.loaders.reading import read_file


def test_only_what_is_alive_is_read(tmp_path: Path) -> None:
    records, problems = read_file(build(tmp_path / "a.rqda"), "rqda")
    assert {each.interview: each.text for each in records if isinstance(each, Transcript)} == {"Dora": DORA, "Eva": EVA}
    assert {each.name: each.parents for each in records if isinstance(each, Concept)} == {
        "Leaving": ("Moves",), "Staying": ("Moves",), "Weather": ("World",), "Moves": (), "World": (),
    }  # fmt: skip
    assert [each.name for each in records if isinstance(each, Researcher)] == ["rh", "kl"]
    notes = [each.message for each in problems if each.severity is Severity.NOTE]
    assert "rows were deleted in RQDA and are left out: 13" in notes


def test_codings_lead_to_the_words_that_were_meant(tmp_path: Path) -> None:
    records, problems = read_file(build(tmp_path / "a.rqda"), "rqda")
    texts = {each.interview: each.text for each in records if isinstance(each, Transcript)}
    codings = [each for each in records if isinstance(each, Coding)]
    words = [texts[str(each.interview)][each.selector.start : each.selector.end] for each in codings]
    assert words == ["in spring 🌱", "the river came up", "It was cold", "all of us", "I stayed", "I stayed"]
    assert [each.coder for each in codings] == ["rh"] * 5 + ["kl"]
    assert {each.date for each in codings} == {MADE_ISO}
    messages = [each.message for each in problems]
    assert any(message.startswith("codings keep one character more than their span") for message in messages)
    assert any(message.startswith("codings stand one character beside the words") for message in messages)
    assert "codings name a code that the project does not hold or that was deleted: 1" in messages


def test_cases_attributes_memos_journal_and_annotations(tmp_path: Path) -> None:
    records, problems = read_file(build(tmp_path / "a.rqda"), "rqda")
    people = [(each.name, each.attributes) for each in records if isinstance(each, Participant)]
    assert people == [("D", (("moves", "2"),)), ("E", (("pets", "cats"),))]
    given = [(each.name, each.participants, each.date) for each in records if isinstance(each, Interview)]
    assert given == [("Dora", ("D",), None), ("Eva", ("E",), "2016-07-01")]
    memos = {each.name: each.text for each in records if isinstance(each, Memo)}
    assert memos == {
        "Project memo": "Moving house.",
        "Memo on Dora": "On the stairs",
        "Memo on D": "Moved twice",
        "Memo on D in Dora": "All of it",
        "Memo on the attribute moves": "In ten years",
        "Set First round": "Before the flood\n\n- Dora\n- Eva",
        "Annotation 1 on Dora": "> Dora: Then the river came up, and we le\u0301ft again.\n\nWhich river?",
        "Fri Aug 05 18:00:00 2016": "Water everywhere.",
    }
    assert "the variable `surname` looks like a name and is left out" in [each.message for each in problems]


def test_when_and_by_whom_each_code_was_made(tmp_path: Path) -> None:
    records, _ = read_file(build(tmp_path / "a.rqda"), "rqda")
    made = [(each.kind, each.after, each.by, each.date) for each in records if isinstance(each, Revision)]
    assert made[0] == ("create", ("Leaving",), "rh", MADE_ISO)
    assert {after for _, after, _, _ in made} == {("Leaving",), ("Staying",), ("Weather",), ("Moves",), ("World",)}


def test_a_code_of_several_categories_keeps_them_all(tmp_path: Path) -> None:
    path = changed(build(tmp_path / "a.rqda"), "UPDATE treecode SET status = 1")
    records, _ = read_file(path, "rqda")
    parents = {each.name: each.parents for each in records if isinstance(each, Concept)}
    assert parents["Weather"] == ("World", "Moves")


TEXT = "He said (all of us) left."


@pytest.mark.parametrize(
    ("span", "quote", "settled"),
    [
        ((9, 18), "all of us", None),
        ((9, 18), "(all of us", (9, 18)),
        ((10, 18), "all of us", (9, 18)),
        ((10, 19), "all of us", (9, 18)),
        ((8, 17), "all of us", (9, 18)),
        ((9, 17), "all of us", (9, 18)),
        ((9, 19), "all of us", (9, 18)),
        ((0, 3), "all of us", None),
        ((0, 2), "all", None),
    ],
)
def test_spans_one_character_beside_their_words(
    span: tuple[int, int], quote: str, settled: tuple[int, int] | None
) -> None:
    assert off_by_one(TEXT, *span, quote) == settled


def test_the_line_of_a_position() -> None:
    assert [line_at("one\ntwo", position) for position in (0, 3, 4, 99)] == ["one", "one", "two", "two"]


def test_a_project_is_loaded_and_one_that_grew_adds_what_is_new(graph: Database, tmp_path: Path) -> None:
    path = build(tmp_path / "Moving.rqda")
    load(graph, [path])
    assert keys(graph, "Study") == {"moving"}
    assert pairs(graph, "GAVE") == {("d", "dora"), ("e", "eva")}
    assert sum(each[0] == "CODED_AS" for each in edges(graph)) == 6
    assert sorted(column(graph, "MATCH (e:Excerpt {verification: 'exact'}) RETURN e.text")) == [
        "I stayed", "It was cold", "all of us", "in spring 🌱", "the river came up",
    ]  # fmt: skip
    held = everything(graph)
    assert not load(graph, [path]).written
    assert everything(graph) == held
    node = column(graph, "MATCH (c:Concept {name: 'Leaving'}) RETURN elementId(c)")
    before = set(edges(graph))
    path.unlink()
    load(graph, [build(path, grown=True)])
    assert column(graph, "MATCH (c:Concept {name: 'Going'}) RETURN elementId(c)") == node
    gone = {each for each in before - set(edges(graph)) if "leaving" not in repr(each)}
    assert {type_ for type_, *_ in gone} == {"MADE"} and len(gone) == 1
    assert column(graph, "MATCH (r:Revision {kind: 'create'}) RETURN count(r)") == [5]
    assert keys(graph, "Interview") == {"dora", "eva", "finn"}
    assert sum(each[0] == "CODED_AS" for each in edges(graph)) == 7
