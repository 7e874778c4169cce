from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.records import Kind, Researcher, TableMapping
from loaders.study import StudyFile, parse_file
from tests.loaders.reading import read_as, said


def _study(folder: Path, text: str) -> StudyFile:
    (folder / "study.yaml").write_text(text, encoding="utf-8")
    return parse_file(folder / "study.yaml")


def test_the_title_is_the_id_where_there_is_none(tmp_path: Path) -> None:
    content = _study(tmp_path, "id: a-b\n")
    assert content.study is not None
    assert (content.study.id, content.study.title, content.study.remote_allowed) == ("a-b", "a-b", False)
    assert content.problems == ()


@pytest.mark.parametrize(
    "text", ["", "# only a comment\n", "title: x\n", "id: a b\n", "id: a/b\n", "id: [a]\n", "id: ~\n"]
)
def test_a_study_without_a_usable_id_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "study.yaml").write_text(text or "\n")
    content = parse_file(tmp_path / "study.yaml")
    assert content.study is None
    assert "error" in {problem.severity for problem in content.problems}


def test_tables_are_mapped(tmp_path: Path) -> None:
    content = _study(
        tmp_path,
        "id: a\nattributes: [Region name]\ntables:\n"
        '  - {file: q.xlsx, sheet: S 1, as: Codings, columns: {interview: Document}, split: ", "}\n'
        "  - {file: b.xlsx, as: codebook, columns: {code: Code, parents: [Theme, Category]}}\n"
        "  - file: c.csv\n    as: codebook\n    parents: Theme\n    attributes: [Home town]\n",
    )
    assert content.problems == ()
    assert content.attributes == ("Region name",)
    assert [(table.file, table.kind, table.mapping, table.line) for table in content.tables] == [
        ("q.xlsx", Kind.CODINGS, TableMapping((("interview", "Document"),), split=", ", sheet="S 1"), 4),
        ("b.xlsx", Kind.CODEBOOK, TableMapping((("code", "Code"),), parents=("Theme", "Category")), 5),
        ("c.csv", Kind.CODEBOOK, TableMapping(parents=("Theme",), attributes=("Home town",)), 6),
    ]


def test_what_cannot_be_used_is_reported_at_its_line(tmp_path: Path) -> None:
    content = _study(
        tmp_path,
        "id: a\n"
        "remote: perhaps\n"
        "sources: [{file: a.qdpx, use: [poems]}]\n"
        "colour: red\n"
        "researchers:\n  - Ada\n  - {name: Ada}\n  - {role: coder}\n"
        "tables:\n  - {file: a.csv, as: poems}\n  - {as: links}\n  - {file: b.csv, as: links, parents: [A]}\n",
    )
    assert sorted(said(list(content.problems)), key=lambda pair: int(pair[1].removeprefix("line "))) == [
        ("flag", "line 2"),
        ("error", "line 3"),
        ("flag", "line 4"),
        ("error", "line 6"),
        ("error", "line 8"),
        ("error", "line 10"),
        ("error", "line 11"),
        ("error", "line 12"),
    ]
    assert content.study is not None
    assert content.study.researchers == (Researcher("Ada"),)
    assert [(table.file, table.mapping) for table in content.tables] == [("b.csv", TableMapping())]


def test_remote_is_allowed_only_in_so_many_words(tmp_path: Path) -> None:
    assert (study := _study(tmp_path, "id: a\nremote: Allowed\n").study) and study.remote_allowed
    assert (study := _study(tmp_path, "id: a\nremote: 'yes'\n").study) and not study.remote_allowed


def test_read_gives_the_study_after_its_problems(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "study", "study.yaml", "id: a\ncolour: red\n")
    assert [record.id for record in records] == ["a"]
    assert said(problems) == [("flag", "line 2")]


def test_researchers_who_differ_in_case_alone_are_two(tmp_path: Path) -> None:
    content = _study(tmp_path, "id: a\nresearchers: [AB, Ab]\n")
    assert not content.problems
    assert content.study and [person.name for person in content.study.researchers] == ["AB", "Ab"]
