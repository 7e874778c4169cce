from __future__ import annotations

import time
from pathlib import Path

import pytest

from graphmodel.errors import Problem, Severity
from loaders.safety import UnreadableError
from loaders.yaml_file import Section, parse

FILE = Path("a.yaml")


def _section(text: str, first_line: int = 1) -> tuple[Section, list[Problem]]:
    problems: list[Problem] = []
    return parse(text, FILE, problems, first_line), problems


def test_scalars_stay_the_text_they_are() -> None:
    section, problems = _section("a: 2016\nb: 2016-03-01\nc: yes\nd: 007\ne: ~\nf: ' '\ng: |\n  two\n  lines\n")
    assert [section.text(key) for key in "abcdefgh"] == [
        "2016", "2016-03-01", "yes", "007", None, None, "two\nlines", None
    ]  # fmt: skip
    assert problems == []
    assert _section('a: "x\\0"\n')[0].text("a") == "x\N{REPLACEMENT CHARACTER}"


def test_lists_of_one_and_links_without_quotation_marks() -> None:
    section, problems = _section('a: x\nb: [x, "[[y]]", [[z]]]\nc: [[w]]\n')
    assert section.texts("a") == ("x",)
    assert section.texts("b") == ("x", "[[y]]", "z")
    assert section.texts("c") == ("w",)
    assert section.texts("d") == ()
    assert problems == []


def test_values_know_their_lines_also_below_the_top_of_a_file() -> None:
    section, _ = _section("a:\n  - x\n  - y\nb: z\n", first_line=11)
    assert [place.line for _, place in section.placed_texts("a")] == [12, 13]
    assert section.place_of("b").line == 14


def test_dates_and_numbers() -> None:
    section, problems = _section("a: 1 March 2016\nb: 02/04/2015\nc: 12\nd: x\n")
    assert section.date("a") == "2016-03-01"
    assert section.date("b") is None
    assert section.number("c") == 12
    assert section.number("d") is None
    assert [(problem.severity, problem.place.line) for problem in problems] == [(Severity.FLAG, 2), (Severity.ERROR, 4)]


def test_the_wrong_shape_is_an_error_at_its_line() -> None:
    section, problems = _section("a: [x]\nb: {c: d}\nc:\n  - x\n")
    assert section.text("a") is None
    assert section.texts("b") == ()
    assert section.sections("c") == []
    assert section.section("a").pairs() == {}
    assert [problem.place.line for problem in problems] == [1, 2, 4, 1]


def test_needed_keys_twice_given_keys_and_leftovers() -> None:
    section, problems = _section("titel: x\nid: a\nid: b\n")
    assert section.needed("title") is None
    section.text("id")
    section.leftovers()
    assert [problem.message for problem in problems] == [
        "`id` is given twice",
        "`title` is missing",
        "`titel` is not a key that is read",
    ]
    assert [problem.hint for problem in problems] == [
        "Keep one of them",
        "Add a line `title: …`",
        "Did you mean title?",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: b\n c: d\n", 2), ("- a\n", 1), ("a: [\n", 2), ("a:\tb\n\tc: d", 1), ("a: b\n---\na: c\n", 2), ("a: *b\n", 1)],
)
def test_what_is_no_mapping_is_refused_at_its_line(text: str, line: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        _section(text)
    assert caught.value.problem.place.line == line
    assert caught.value.problem.hint


@pytest.mark.parametrize("text", ["a: " + "[" * 2000, "a: \x07"])
def test_what_no_parser_takes_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="not YAML"):
        _section(text)


def test_nothing_is_constructed_and_aliases_do_not_multiply() -> None:
    laughs = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40))
    started = time.monotonic()
    section, problems = _section(laughs + "b: !!python/object/apply:os.system [exit 1]\nc: &c [*c]\n")
    assert section.texts("a39") == ()
    assert section.text("b") is None
    assert section.sections("c") == []
    assert len(problems) == 9 + 1 + 1
    assert time.monotonic() - started < 5


def test_more_than_anybody_writes_is_not_parsed() -> None:
    with pytest.raises(UnreadableError) as caught:
        _section("a: b\n" * 200_001, first_line=3)
    assert str(caught.value.problem.place) == "a.yaml, line 3"
    assert "more than 1 million characters" in caught.value.problem.message
