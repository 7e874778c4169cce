from __future__ import annotations

import pytest

from graphmodel.errors import Place, Problem
from graphmodel.records import Concept
from loaders.export_codes import CodePaths, parted_by, separator_of

HERE = Place(row=2)


def _named(paths: CodePaths) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.name, each.parents) for each in paths.concepts() if isinstance(each, Concept)]


def test_every_name_in_a_path_is_a_concept_once() -> None:
    paths = CodePaths()
    codes = [paths.add(names, HERE) for names in (["A", "B"], ["a", "B", "C"], ["A"])]
    assert _named(paths) == [("A", ()), ("B", ("A",)), ("C", ("B",))]
    assert [paths.called(code) for code in codes] == ["B", "C", "A"]


def test_names_that_repeat_are_called_by_their_paths() -> None:
    paths = CodePaths()
    codes = [paths.add(names, HERE) for names in (["A", "Other"], ["B", "Other"], ["B", "Other", "C"])]
    assert _named(paths)[1:] == [("Other", ("A",)), ("B", ()), ("Other", ("B",)), ("C", ("B > Other",))]
    assert [paths.called(code) for code in codes] == ["A > Other", "B > Other", "C"]


def test_the_sign_of_paths_within_a_name_is_replaced_and_told() -> None:
    paths = CodePaths()
    code = paths.add(["less > more"], HERE)
    assert [str(each) for each in paths.concepts() if isinstance(each, Problem)] != []
    assert paths.called(code) == "less › more"


@pytest.mark.parametrize(
    ("cells", "separator"),
    [
        ([("a\nb", 2), ("c, d", 1)], "\n"),
        ([("a; b", 2), ("c", 1)], ";"),
        ([("a, b", 2), ("c", 1)], ","),
        ([("a|b|c", 3)], "|"),
        ([("told, at last", 1), ("c", 1)], None),
        ([("a; b", None)], ";"),
        ([("a, b", None)], None),
        ([("", 0)], None),
    ],
)
def test_what_parts_codes_in_a_cell(cells: list[tuple[str, int | None]], separator: str | None) -> None:
    assert separator_of(cells, ("\n", ";", ",", "|")) == separator


@pytest.mark.parametrize(
    ("codes", "paths"),
    [
        (["a b", "c"], [["a b"], ["c"]]),
        (["a\\b c", "d > e"], [["a", "b c"], ["d > e"]]),
        (["a > b > c", "d"], [["a", "b", "c"], ["d"]]),
        (["\\"], [["\\"]]),
    ],
)
def test_the_first_sign_that_occurs_parts_the_paths(codes: list[str], paths: list[list[str]]) -> None:
    assert list(parted_by("\\", " > ")(codes).values()) == paths
