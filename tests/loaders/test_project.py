from __future__ import annotations

from pathlib import Path

from graphmodel.errors import NOWHERE, Problem
from graphmodel.records import Memo, Researcher
from loaders.project import Project
from loaders.sqlite_row import Row


def _row(**cells: object) -> Row:
    return Row(Path("a"), "t", 1, cells)


def test_memos_have_names_of_their_own_and_people_are_listed() -> None:
    project = Project(Path("a"))
    written = _row(memo=" Words ", owner="ada", date="2016-03-01 10:00:00.5")
    memos = [*project.memo_of("Memo", written, ()), *project.memo_of("memo", _row(memo="More"), ())]
    assert [(each.name, each.text, each.author, each.date) for each in memos if isinstance(each, Memo)] == [
        ("Memo", "Words", "ada", "2016-03-01T10:00:00"),
        ("memo (2)", "More", None, None),
    ]
    assert list(project.memo_of("Memo", _row(memo="  ", owner="bo"), ())) == []
    assert list(project.ending()) == [Researcher("ada")]


def test_sources_of_one_name_are_told_apart_as_interviews_are() -> None:
    project = Project(Path("a"))
    named = [list(project.source(name, NOWHERE)) for name in ("P 1.txt", "P01.docx", None)]
    assert [each[-1] for each in named] == ["P 1.txt", "P01.docx (2)", "source without a name"]
    assert [len(each) for each in named] == [1, 2, 1]


def test_what_was_counted_is_said_once() -> None:
    project = Project(Path("a"))
    project.flag("things")
    project.flag("things", 2)
    project.note("others", 0)
    assert project.date("the other day") is None
    messages = [each.message for each in project.ending() if isinstance(each, Problem)]
    assert messages == ["things: 3", "dates cannot be read and are left out: 1"]
