"""Which of Code, Category and Theme a concept is: its own word, then the study's levels, then its height."""

from __future__ import annotations

import pytest

from graphmodel.levels import cycle, label_of_word, labels

CODE, CATEGORY, THEME = "Code", "Category", "Theme"
THREE = ["Theme", "Category", "Code"]
OWN = ["Domain", "Facet", "Item"]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param({"lone": []}, {"lone": CODE}, id="a lone code"),
        pytest.param({"top": [], "low": ["top"]}, {"top": CATEGORY, "low": CODE}, id="two levels"),
        pytest.param(
            {"top": [], "mid": ["top"], "low": ["mid"]}, {"top": THEME, "mid": CATEGORY, "low": CODE}, id="three levels"
        ),
        pytest.param(
            {"top": [], "upper": ["top"], "lower": ["upper"], "low": ["lower"]},
            {"top": THEME, "upper": CATEGORY, "lower": CATEGORY, "low": CODE},
            id="four levels",
        ),
        pytest.param(
            {"top": [], "mid": ["top"], "low": ["mid"], "short": ["top"]},
            {"top": THEME, "mid": CATEGORY, "low": CODE, "short": CODE},
            id="branches of two lengths",
        ),
        pytest.param(
            {"one": [], "two": [], "mid": ["two"], "low": ["one", "mid"]},
            {"one": CATEGORY, "two": THEME, "mid": CATEGORY, "low": CODE},
            id="one code under two parents",
        ),
        pytest.param(
            {"top": [], "mid": ["top"], "low": ["mid", "top"]},
            {"top": THEME, "mid": CATEGORY, "low": CODE},
            id="the greatest height counts",
        ),
    ],
)
def test_height_decides_where_nothing_else_does(tree: dict[str, list[str]], expected: dict[str, str]) -> None:
    assert labels(tree, {}) == expected


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        pytest.param(THREE, [THEME, CATEGORY, CODE, CODE], id="as many as the words say"),
        pytest.param(OWN, [THEME, CATEGORY, CODE, CODE], id="three names of the researcher's own"),
        pytest.param(["Part", *OWN], [THEME, CATEGORY, CATEGORY, CODE], id="four names of the researcher's own"),
        pytest.param(["Bundle", "Item"], [CATEGORY, CODE, CODE, CODE], id="two names of the researcher's own"),
        pytest.param(["Category", "Code"], [CATEGORY, CODE, CODE, CODE], id="two known words"),
        pytest.param(["Item"], [CODE, CODE, CODE, CODE], id="one name"),
        pytest.param(["Theme", "Subtheme", "Code"], [THEME, CATEGORY, CODE, CODE], id="themes and subthemes"),
    ],
)
def test_the_studys_levels_name_the_depths(levels: list[str], expected: list[str]) -> None:
    tree: dict[str, list[str]] = {"a": [], "b": ["a"], "c": ["b"], "d": ["c"]}
    assert list(labels(tree, {}, levels).values()) == expected


def test_with_several_parents_the_greatest_depth_counts() -> None:
    tree: dict[str, list[str]] = {"a": [], "b": ["a"], "c": ["a", "b"]}
    assert labels(tree, {}, THREE) == {"a": THEME, "b": CATEGORY, "c": CODE}


def test_a_concepts_own_word_comes_first() -> None:
    tree: dict[str, list[str]] = {"a": [], "b": ["a"], "lone": []}
    words = {"a": "Code", "b": "core category", "lone": "Theme"}
    assert labels(tree, words, THREE) == {"a": CODE, "b": THEME, "lone": THEME}


def test_a_word_that_stands_for_nothing_leaves_the_next_to_decide() -> None:
    tree: dict[str, list[str]] = {"a": [], "b": ["a"]}
    assert labels(tree, {"a": "bucket"}) == {"a": CATEGORY, "b": CODE}
    assert labels(tree, {"a": "bucket"}, THREE) == {"a": THEME, "b": CATEGORY}


@pytest.mark.parametrize(
    ("word", "levels", "expected"),
    [
        ("THEME", [], THEME),
        ("focused  code", [], CATEGORY),
        ("open code", [], CODE),
        ("facet", OWN, CATEGORY),
        ("Domain", OWN, THEME),
        ("item", OWN, CODE),
        ("Code", ["Code", "Subcode"], CODE),
        ("bucket", OWN, None),
    ],
)
def test_a_word_is_looked_for_in_the_studys_levels_first(word: str, levels: list[str], expected: str | None) -> None:
    assert label_of_word(word, levels) == expected


def test_parents_that_are_no_rows_of_the_tree_are_no_concepts_of_it() -> None:
    assert labels({}, {}) == {}


def test_a_cycle_is_found_with_everybody_on_it() -> None:
    found = cycle({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]})
    assert found is not None
    assert sorted(found) == ["a", "b", "c"]
    assert cycle({"a": ["a"]}) == ["a"]


def test_a_tree_without_a_cycle_has_none() -> None:
    assert cycle({"a": [], "b": ["a"], "c": ["a", "b"]}) is None
