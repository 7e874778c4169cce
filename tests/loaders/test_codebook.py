from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.records import TableMapping
from tests.loaders.reading import read_as, said


def test_parents_may_be_several_and_paths(tmp_path: Path) -> None:
    records, _ = read_as(tmp_path, "codebook", "a.csv", "code,parent\nA,\nB,A; C > D\n,A\n")
    assert [(record.name, record.parents) for record in records] == [("A", ()), ("B", ("A", "C > D"))]


def test_a_row_without_a_code_is_reported(tmp_path: Path) -> None:
    _, problems = read_as(tmp_path, "codebook", "a.csv", "code,parent\n,A\n")
    assert said(problems) == [("flag", "row 2")]


def test_one_column_a_level_makes_each_concept_once_with_its_level_and_path(tmp_path: Path) -> None:
    mapping = TableMapping(columns=(("code", "Code"), ("definition", "Meaning")), parents=("Theme", "Category"))
    records, problems = read_as(
        tmp_path,
        "codebook",
        "a.csv",
        "Theme,Category,Code,Meaning\n"
        "T,C,x,an x\n"
        "T,c,y,\n"
        "T,,z,\n"
        "U,C,x,another x\n"
        "T,,,the theme\n"
        ",,,\n"
        ",,lone,\n"
        "T,C,X,again\n",
        mapping=mapping,
    )
    assert [(record.name, record.parents, record.level, record.definition, record.place.row) for record in records] == [
        ("T", (), "Theme", "the theme", 6),
        ("C", ("T",), "Category", None, 2),
        ("x", ("T > C",), "Code", "an x", 2),
        ("y", ("T > c",), "Code", None, 3),
        ("z", ("T",), "Code", None, 4),
        ("U", (), "Theme", None, 5),
        ("C", ("U",), "Category", None, 5),
        ("x", ("U > C",), "Code", "another x", 5),
        ("lone", (), "Code", None, 8),
    ]
    assert said(problems) == [("error", "row 9")]


def test_the_column_of_the_codes_may_end_the_levels(tmp_path: Path) -> None:
    content = "Theme,Category,Code\nT,C,x\n,,y\n"
    said_so = TableMapping(parents=("Theme", "Category", "Code"))
    assert read_as(tmp_path, "codebook", "a.csv", content, mapping=said_so) == read_as(
        tmp_path, "codebook", "a.csv", content, mapping=TableMapping(parents=("Theme", "Category"))
    )


@pytest.mark.parametrize("parents", [("Code", "Theme"), ("Theme", "theme"), ("Theme", "Theme", "Code")])
def test_a_level_that_would_be_its_own_parent_is_refused(tmp_path: Path, parents: tuple[str, ...]) -> None:
    mapping = TableMapping(parents=parents)
    records, problems = read_as(tmp_path, "codebook", "a.csv", "Theme,Code\nT,x\n", mapping=mapping)
    assert (records, said(problems)) == ([], [("error", "row 1")])
    assert "parents" in problems[0].message


def test_values_split_by_what_the_study_says(tmp_path: Path) -> None:
    records, _ = read_as(tmp_path, "codebook", "a.csv", 'code,was\nA,"B; C | D"\n', mapping=TableMapping(split="|"))
    assert records[0].was == ("B; C", "D")


def test_the_identities_in_other_programs(tmp_path: Path) -> None:
    records, problems = read_as(
        tmp_path,
        "codebook",
        "a.csv",
        "code,parent,guids\nA,,{0F4C1D2A-6E21-4B7A-9C11-2F7B5D1E8A90}; taguette:3\nB,,\n",
    )
    assert [record.guids for record in records] == [("0F4C1D2A-6E21-4B7A-9C11-2F7B5D1E8A90", "taguette:3"), ()]
    assert problems == []
