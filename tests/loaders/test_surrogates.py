"""Halves of surrogate pairs are replaced wherever they stand, and told once a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.errors import Place, Problem, Severity
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Concept, Evidence, Proposition, Record, Study, Theory
from loaders.folder import open_folder
from loaders.source import Source
from loaders.surrogates import without_surrogates
from tests.loaders.reading import read_as, said

PATH = Path("a.csv")
HALF, SIGN = "\ud83d", "\N{REPLACEMENT CHARACTER}"


def _found(*items: Record | Problem) -> list[Record | Problem]:
    return list(without_surrogates(items, PATH))


def test_whole_texts_come_through_as_they_are() -> None:
    record = Coding("é", QuoteSelector("😀", 1, 2), ("ą",), place=Place(PATH, row=2))
    (found,) = _found(record)
    assert found is record


def test_they_are_replaced_at_any_depth_and_counted_over_the_file() -> None:
    coding = Coding("P1", QuoteSelector(f"a{HALF}", 3), (f"{HALF}{HALF}",), place=Place(PATH, part=f"x{HALF}"))
    evidence = Evidence("P1", QuoteSelector(f"{HALF}b"), place=Place(PATH, line=3))
    theory = Theory((Proposition("p1", "A", "leads_to", "B", supports=(evidence,)),))
    problem = Problem(Severity.NOTE, f"`{HALF}` is odd", Place(PATH), f"Write {HALF}")
    *found, told = _found(coding, Concept("whole"), theory, problem)
    assert found == [
        Coding("P1", QuoteSelector(f"a{SIGN}", 3), (SIGN + SIGN,), place=Place(PATH, part=f"x{SIGN}")),
        Concept("whole"),
        Theory((
            Proposition("p1", "A", "leads_to", "B", supports=(
                Evidence("P1", QuoteSelector(f"{SIGN}b"), place=Place(PATH, line=3)),
            )),
        )),
        Problem(Severity.NOTE, f"`{SIGN}` is odd", Place(PATH), f"Write {SIGN}"),
    ]  # fmt: skip
    assert isinstance(told, Problem)
    assert (told.severity, told.place, told.message[:12]) == (Severity.FLAG, Place(PATH), "7 characters")
    # a quote 1, two in a code, a place 1; evidence 1; a message and its hint 2


@pytest.mark.parametrize(
    ("loader", "name", "content"),
    [
        ("csl", "a.json", '[{"id": "a", "title": "x\\ud800"}]'),
        ("memos", "a.md", '---\ntitle: "x\\ud800"\n---\nWords\n'),
        ("theory", "theory.yaml", 'core: "x\\ud800"\n'),
        ("study", "study.yaml", 'id: a\ntitle: "x\\ud800"\n'),
    ],
)
def test_escapes_in_files_are_told(tmp_path: Path, loader: str, name: str, content: str) -> None:
    (record,), problems = read_as(tmp_path, loader, name, content)
    assert f"x{SIGN}" in (getattr(record, "title", None), getattr(record, "core", None))
    assert said(problems) == [("flag", "")]
    assert problems[0].message.startswith("1 character ")


def test_study_yaml_is_clean_before_a_folder_is_looked_through(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text('id: a\ntitle: "x\\ud800"\nsources: ["y\\ud800.qdpx"]\n')
    folder = open_folder(tmp_path)
    assert folder.study.title == f"x{SIGN}"
    assert [problem.message for problem in folder.problems] == [f"there is no project y{SIGN}.qdpx"]
    told = [item for item in folder.sources[0].read() if isinstance(item, Problem)]
    assert [problem.message[:12] for problem in told] == ["2 characters"]


def test_a_file_s_name_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("I: words\n")
    path = tmp_path / "P\udcff.txt"
    (tmp_path / "a.txt").rename(path)
    from loaders.folder import source_of

    source = source_of(path, None)
    assert isinstance(source, Source)
    record, told = source.read()
    assert getattr(record, "interview", None) == f"P{SIGN}"
    assert isinstance(told, Problem) and told.severity is Severity.FLAG
    assert not isinstance(record, Study)
