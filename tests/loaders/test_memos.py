from __future__ import annotations

from pathlib import Path

import pytest

from loaders.memos import split_front_matter
from tests.loaders.reading import read_as, said


def test_links_keep_their_lines_and_kinds_and_come_once(tmp_path: Path) -> None:
    records, problems = read_as(
        tmp_path,
        "memos",
        "a.md",
        "---\nkind: code\nabout: [A]\n---\n\nOn [[a]] and [[memo:b|the memo]].\n"
        "[[Being seen: a start]] [[ ]] [[theme:C]]\n",
    )
    assert [(link.name, link.to, link.place.line) for link in records[0].about] == [
        ("A", None, 3),
        ("b", "memo", 6),
        ("Being seen: a start", None, 7),
        ("C", "concept", 7),
    ]
    assert problems == []


def test_front_matter_is_not_needed_and_the_first_heading_is_the_title(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "memos", "first look.md", "# A first look #\n\nWords.\n")
    (memo,) = records
    assert (memo.name, memo.title, memo.kind, memo.text) == (
        "first look",
        "A first look",
        None,
        "# A first look #\n\nWords.",
    )
    assert problems == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\nbody\n", ("a: b\n", "body\n", 4)),
        ("---\n---\nbody", ("", "body", 3)),
        ("---\na: b\n...\nbody", ("a: b\n", "body", 4)),
        ("---\nnever closed\n", ("", "---\nnever closed\n", 1)),
        ("body\n---\nrule\n", ("", "body\n---\nrule\n", 1)),
    ],
)
def test_front_matter_and_body(text: str, parts: tuple[str, str, int]) -> None:
    assert split_front_matter(text) == parts


def test_what_is_wrong_in_front_matter_is_reported_at_its_line(tmp_path: Path) -> None:
    records, problems = read_as(
        tmp_path, "memos", "a.md", "---\nkind: poem\ndate: 02/04/2015\ntags: [x]\ntitle: [a, b]\n---\nbody\n"
    )
    assert (records[0].kind, records[0].date) == ("poem", None)
    assert sorted(said(problems)) == [("error", "line 5"), ("flag", "line 2"), ("flag", "line 3"), ("note", "line 4")]


def test_front_matter_that_is_no_yaml_is_an_error_at_its_line(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "memos", "a.md", "---\nkind: code\n about: x: y\n---\nbody\n")
    assert records == []
    assert said(problems) == [("error", "line 3")]


def test_a_name_in_the_front_matter_outranks_the_file_s(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "memos", "giving-or-taking.md", "---\nname: 'Giving/taking: which?'\n---\n")
    assert records[0].name == "Giving/taking: which?"
    assert problems == []
