from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import Severity
from graphmodel.loading import load
from graphmodel.records import Coding, Concept, Memo, Researcher, Revision, Transcript
from tests.graphmodel.snapshot import column, edges, everything, keys
from tests.loaders.builders.sqlite_file import writing
from tests.loaders.builders.taguette import TEXT, build
from tests.loaders.reading import read_file, said


def _changed(folder: Path, *statements: tuple[str, tuple[object, ...]]) -> Path:
    path = build(folder / "a.sqlite3")
    with writing(path) as connection:
        for statement, values in statements:
            connection.execute(statement, values)
    return path


def test_highlights_by_bytes_lead_to_the_words_that_were_meant(tmp_path: Path) -> None:
    records, problems = read_file(build(tmp_path / "a.sqlite3"), "taguette")
    (transcript,) = [each for each in records if isinstance(each, Transcript)]
    assert transcript.text == TEXT
    codings = [each for each in records if isinstance(each, Coding)]
    assert [(each.selector.quote, each.codes, each.coder, each.date) for each in codings] == [
        ("Nobody told me, not even me\u0301re", ("untold",), "ada", "2022-02-23T10:08:00"),
        ("the letter 📨", ("letter",), "bo", "2022-02-23T10:09:00"),
        ("the letter 📨", ("interesting",), "ada", "2022-02-23T10:12:00"),
        ("the only way\xa0to keep it", ("untold",), "bo", "2022-02-23T10:10:00"),
        ("told you", (), "ada", "2022-02-23T10:11:00"),
    ]
    for each in codings:
        assert TEXT[each.selector.start : each.selector.end] == each.selector.quote
    (note,) = problems
    assert "UTF-8 bytes" in note.message
    assert [each.name for each in records if isinstance(each, Researcher)] == ["ada", "bo"]


def test_the_log_is_the_history_of_the_tags(tmp_path: Path) -> None:
    records, _ = read_file(build(tmp_path / "a.sqlite3"), "taguette")
    changes = [(each.kind, each.before, each.after, each.by) for each in records if isinstance(each, Revision)]
    assert changes[6:] == [
        ("rename", ("not told",), ("untold",), "bo"),
        ("redefine", ("means.letter",), ("means.letter",), "ada"),
        ("merge", ("quiet",), ("untold",), "ada"),
        ("retire", ("gone",), (), "bo"),
    ]
    assert {change[0] for change in changes[:6]} == {"create"}
    retired = [(each.name, each.merged_into) for each in records if isinstance(each, Concept) and each.merged_into]
    assert retired == [("quiet", "untold")]


def test_tags_of_several_projects_are_put_below_their_names(tmp_path: Path) -> None:
    records, _ = read_file(build(tmp_path / "a.sqlite3", projects=2), "taguette")
    concepts = [(each.name, each.parents) for each in records if isinstance(each, Concept)]
    assert ("untold", ("Telling",)) in concepts
    assert ("untold", ("Asking",)) in concepts
    assert [each.name for each in records if isinstance(each, Memo)] == ["About Telling", "Memo on Telling: Åsa 1"]


def test_a_snippet_that_is_older_than_its_positions_does_not_count(tmp_path: Path) -> None:
    path = _changed(tmp_path, ("UPDATE highlights SET snippet = ? WHERE id = 2", ("<p>the phone</p>",)))
    records, problems = read_file(path, "taguette")
    assert [each.selector.quote for each in records if isinstance(each, Coding)][1] == "the letter 📨"
    assert any(each.message.startswith("highlights keep other words") for each in problems)


@pytest.mark.parametrize("positions", [(-5, 10), (10, 10), (20, 10), (5, 99999), (1, 5)])
def test_positions_that_lead_nowhere_leave_the_words_of_the_snippet(tmp_path: Path, positions: tuple[int, int]) -> None:
    path = _changed(tmp_path, ("UPDATE highlights SET start_offset = ?, end_offset = ? WHERE id = 2", positions))
    records, _ = read_file(path, "taguette")
    selector = [each for each in records if isinstance(each, Coding)][1].selector
    assert (selector.quote, selector.start) == ("the letter 📨", None)


def test_a_log_that_cannot_be_read_and_dates_that_are_none_are_counted(tmp_path: Path) -> None:
    deep = "[" * 100_000
    path = _changed(
        tmp_path,
        ("UPDATE commands SET payload = ? WHERE id = 13", (deep,)),
        ("UPDATE commands SET payload = ? WHERE id = 14", (json.dumps({"type": "tag_add", "tag_id": "3"}),)),
        ("UPDATE commands SET date = ? WHERE id = 15", ("yesterday",)),
    )
    records, problems = read_file(path, "taguette")
    messages = [each.message for each in problems if each.severity is Severity.FLAG]
    assert messages == ["commands of the log cannot be read: 1", "dates cannot be read and are left out: 1"]
    assert sum(isinstance(each, Coding) for each in records) == 5


def test_what_belongs_to_nothing_is_counted(tmp_path: Path) -> None:
    path = _changed(
        tmp_path,
        ("INSERT INTO highlight_tags VALUES (?, ?)", (1, 99)),
        ("INSERT INTO highlights VALUES (?, ?, 0, 1, '')", (99, 99)),
        ("INSERT INTO tags VALUES (?, ?, 'x', '')", (98, 99)),
    )
    _, problems = read_file(path, "taguette")
    assert [each.message for each in problems if each.severity is Severity.FLAG] == [
        "tags belong to no project: 1",
        "highlights belong to no document: 1",
        "highlights have a tag that the file does not hold: 1",
    ]


def test_a_file_without_projects_is_refused(tmp_path: Path) -> None:
    path = _changed(tmp_path, ("DELETE FROM projects", ()))
    _, problems = read_file(path, "taguette")
    assert ("error", "") in said(problems)


def test_a_project_is_loaded_and_one_that_grew_adds_what_is_new(graph: Database, tmp_path: Path) -> None:
    path = build(tmp_path / "Telling.sqlite3")
    report = load(graph, [path])
    assert [each for each in report.problems if each.severity is not Severity.NOTE] == []
    assert keys(graph, "Interview") == {"åsa-1"}
    assert sum(each[0] == "CODED_AS" for each in edges(graph)) == 4
    assert sorted(column(graph, "MATCH (e:Excerpt {verification: 'exact'}) RETURN e.text")) == [
        "Nobody told me, not even me\u0301re", "the letter 📨", "the only way\xa0to keep it", "told you",
    ]  # fmt: skip
    assert column(graph, "MATCH (r:Revision {kind: 'rename'})-[:GENERATED]->(c) RETURN c.name") == ["untold"]
    held = everything(graph)
    assert not load(graph, [path]).written
    assert everything(graph) == held
    node = column(graph, "MATCH (c:Concept {name: 'untold'}) RETURN elementId(c)")
    path.unlink()
    load(graph, [build(path, grown=True)])
    assert column(graph, "MATCH (c:Concept {name: 'left untold'}) RETURN elementId(c)") == node
    assert keys(graph, "Interview") == {"åsa-1", "cora-1"}
    assert sum(each[0] == "CODED_AS" for each in edges(graph)) == 6
    assert column(graph, "MATCH (r:Revision) RETURN count(r)") == [12]


def test_two_projects_in_one_file_are_loaded_beside_each_other(graph: Database, tmp_path: Path) -> None:
    report = load(graph, [build(tmp_path / "all.sqlite3", projects=2)])
    assert [each for each in report.problems if each.severity is not Severity.NOTE] == []
    found = column(graph, "MATCH (:Excerpt)-[:CODED_AS]->(c {name: 'untold'}) RETURN c.key ORDER BY c.key")
    assert found == ["all/concept/asking > untold"] + ["all/concept/telling > untold"] * 2
