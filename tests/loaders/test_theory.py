from __future__ import annotations

from pathlib import Path

from graphmodel.records import Theory
from tests.loaders.reading import read_as, said


def test_an_empty_theory_is_one(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "theory", "theory.yaml", "# nothing yet\n")
    assert isinstance(records[0], Theory)
    assert (records[0].propositions, records[0].negative_cases, records[0].core) == ((), (), None)
    assert problems == []


def test_everything_wrong_is_reported_at_its_line(tmp_path: Path) -> None:
    records, problems = read_as(
        tmp_path,
        "theory",
        "theory.yaml",
        "propositions:\n"
        "  - {id: p1, subject: A, relation: leads_to, object: B, supports: [{interview: P01-1}]}\n"
        "  - {id: P1, subject: A, relation: leads_to, object: B}\n"
        "  - {id: p2, relation: leads_to, object: B}\n"
        "  - {id: p3, subject: A, object: B}\n"
        "negative_cases:\n"
        "  - {sought: 2016}\n"
        "  - {concept: A, sought: 02/04/2015, found: [{quote: words}]}\n"
        "cores: A\n",
    )
    assert [proposition.id for proposition in records[0].propositions] == ["p1"]
    assert [(case.concept, case.sought, len(case.found)) for case in records[0].negative_cases] == [("A", None, 1)]
    assert said(problems) == [
        ("flag", "line 2"),
        ("error", "line 3"),
        ("error", "line 4"),
        ("error", "line 5"),
        ("error", "line 7"),
        ("flag", "line 8"),
        ("flag", "line 9"),
    ]


def test_a_theory_over_the_limit_is_not_parsed(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "theory", "theory.yaml", "core: A #" + "x" * 5_000_000)
    assert records == []
    assert "the limit is 4 MB" in problems[0].message


def test_an_end_before_the_start_is_left_out_and_told(tmp_path: Path) -> None:
    found = "[{interview: P1, quote: words, start: 7, end: 3}]"
    content = f"negative_cases:\n  - {{concept: A, found: {found}}}\n"
    (record,), problems = read_as(tmp_path, "theory", "theory.yaml", content)
    selector = record.negative_cases[0].found[0].selector
    assert (selector.quote, selector.start, selector.end) == ("words", 7, None)
    assert said(problems) == [("flag", "line 2")]
