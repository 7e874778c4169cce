from __future__ import annotations

from pathlib import Path

from tests.loaders.reading import read_as, said


def test_concept_and_proposition_in_columns_of_their_own(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "links", "a.csv", "reference,concept,proposition\n@a1,A,\nb2,,p1\nc3,A,p1\n")
    assert [(record.reference, record.concept, record.proposition) for record in records] == [
        ("a1", "A", None),
        ("b2", None, "p1"),
        ("c3", "A", "p1"),
    ]
    assert problems == []


def test_rows_that_name_one_end_only_are_reported(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "links", "a.csv", "reference,concept\na1,\n,A\n")
    assert records == []
    assert said(problems) == [("flag", "row 2"), ("flag", "row 3")]


def test_a_table_without_what_is_borne_on(tmp_path: Path) -> None:
    _, problems = read_as(tmp_path, "links", "a.csv", "reference,stance\na1,supports\n")
    assert said(problems) == [("error", "row 1")]
