"""The levels of concepts in a study: what its tree, its words and its list of levels make of each."""

from __future__ import annotations

import pytest

from graphmodel.graph.build import Built
from graphmodel.graph.document import Origin
from graphmodel.records import Concept, Study
from graphmodel.schema import Label
from tests.graphmodel.graph.building import built, coding, file, told

CODE, CATEGORY, THEME = Label.CODE, Label.CATEGORY, Label.THEME


def levels(found: Built) -> dict[str, Label]:
    return {key.split("/")[2]: level for key, level in found.graph.levels.items()}


def test_height_decides_where_nothing_else_does() -> None:
    found = built(file(Concept("A"), Concept("B", parents=("A",)), Concept("C", parents=("B",)), Concept("D")))
    assert levels(found) == {"a": THEME, "b": CATEGORY, "c": CODE, "d": CODE}


def test_the_studys_levels_are_before_height_and_a_rows_own_word_before_them() -> None:
    tree = file(Concept("A"), Concept("B", parents=("A",)), Concept("C", parents=("B",), level="theme"))
    study = file(Study("s", "A study", levels=("Domain", "Category", "Code")))
    assert levels(built(tree, study)) == {"a": THEME, "b": CATEGORY, "c": THEME}


def test_the_tree_leads_through_all_codebooks() -> None:
    found = built(
        file(Concept("C", parents=("B",)), path="one.csv"),
        file(Concept("B", parents=("A",)), Concept("A"), path="two.csv"),
    )
    assert levels(found) == {"a": THEME, "b": CATEGORY, "c": CODE}


def test_a_tools_level_counts_where_the_folder_gives_none() -> None:
    found = built(file(Concept("A")), file(Concept("A", level="Theme"), origin=Origin.PROJECT))
    assert levels(found) == {"a": THEME}


def test_an_undefined_concept_is_a_code_whatever_is_below_it() -> None:
    found = built(file(Concept("B", parents=("Elsewhere",)), Concept("C", parents=("B",))))
    # B has a child and, but for what no codebook defines, no parent: two levels, a category over a code
    assert levels(found) == {"elsewhere": CODE, "b": CATEGORY, "c": CODE}


def test_excerpts_never_count() -> None:
    assert levels(built(file(Concept("A")), file(coding("P1", "x", "A", "B")))) == {"a": CODE, "b": CODE}


@pytest.mark.parametrize(
    ("rows", "message", "row"),
    [
        pytest.param([("A", "C"), ("B", "A"), ("C", "B")], "the code tree runs in a circle: ", 0, id="three"),
        pytest.param([("A", ""), ("B", "B")], "`B` is its own parent", 3, id="its own parent"),
    ],
)
def test_a_circle_is_an_error_with_its_place_and_the_graph_is_built(
    rows: list[tuple[str, str]], message: str, row: int
) -> None:
    found = built(file(*(Concept(name, parents=(parent,) if parent else ()) for name, parent in rows)))
    ((severity, words, place),) = told(found)
    assert severity == "error"
    assert words.startswith(message)
    assert place in ({f"codebook.csv, row {row}"} if row else {f"codebook.csv, row {each}" for each in (2, 3, 4)})
    assert set(levels(found)) == {name.lower() for name, _ in rows}


def test_each_circle_is_told_and_what_is_below_one_has_its_level() -> None:
    pairs = [("A", "B"), ("B", "A"), ("C", "D"), ("D", "C"), ("E", "A"), ("F", "E")]
    found = built(file(*(Concept(name, parents=(parent,)) for name, parent in pairs)))
    assert [words.split(":")[0] for _, words, _ in told(found)] == ["the code tree runs in a circle"] * 2
    # A is a circle's, whose parents are left aside: E is below A, F below E
    assert levels(found) == {"a": THEME, "b": CODE, "c": CODE, "d": CODE, "e": CATEGORY, "f": CODE}


def test_a_circle_across_codebooks_is_told() -> None:
    found = built(file(Concept("A", parents=("B",)), path="a.csv"), file(Concept("B", parents=("A",)), path="b.csv"))
    ((severity, words, _),) = told(found)
    assert (severity, words.split(":")[0]) == ("error", "the code tree runs in a circle")


def test_levels_that_are_not_known_are_told_once_and_the_place_counts() -> None:
    study = file(Study("s", "A study", levels=("Domain", "Facet")))
    rows = Concept("A", level="Bucket"), Concept("B", ("A",), level="bucket"), Concept("C", ("B",), level="Facet")
    found = built(study, file(*rows))
    assert told(found) == [
        (
            "flag",
            "`Bucket` is no level that is known; its concepts go by their place in the tree",
            "codebook.csv, row 2",
        )
    ]
    # of two levels, Domain and Facet, the outermost is a category; whatever is deeper is as the innermost
    assert levels(found) == {"a": CATEGORY, "b": CODE, "c": CODE}
