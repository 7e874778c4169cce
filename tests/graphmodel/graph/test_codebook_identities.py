"""The identity of a row of a codebook: its id, its name, or its path."""

from __future__ import annotations

import pytest

from graphmodel.graph.codebook_identities import identify
from graphmodel.records import Concept


def identities(*rows: Concept) -> list[str]:
    return [identity for identity, _ in identify(rows)]


def test_an_id_is_before_a_name_and_a_name_that_two_rows_have_is_a_path() -> None:
    rows = (
        Concept("Care", id="C1"),
        Concept(" Trust "),
        Concept("Help"),
        Concept("Breach", parents=("Trust",)),
        Concept("BREACH", parents=("Help",)),
        Concept("Repair", parents=("Help > Breach",)),
    )
    assert identities(*rows) == ["c1", "trust", "help", "trust > breach", "help > breach", "repair"]


def test_a_path_goes_up_to_the_outermost_first_named_parent() -> None:
    rows = (
        Concept("Root"),
        Concept("A", parents=("Root", "Elsewhere")),
        Concept("Same", parents=("A",)),
        Concept("Same", parents=("Elsewhere > B",)),
        Concept("Same"),
    )
    # the second Same is below what no row defines: its own words; the third has no parent
    assert identities(*rows) == ["root", "a", "root > a > same", "elsewhere > b > same", "same"]


def test_a_parent_may_be_named_by_its_id() -> None:
    rows = (Concept("Care", id="c1"), Concept("Same", parents=("c1",)), Concept("Same"))
    assert identities(*rows) == ["c1", "care > same", "same"]


@pytest.mark.parametrize("around", [("A", "B"), ("B", "A")])
def test_a_circle_of_parents_ends(around: tuple[str, str]) -> None:
    one, other = around
    rows = (
        Concept(one, parents=(other,)),
        Concept(other, parents=(one,)),
        Concept("Same", parents=(one,)),
        Concept("Same"),
    )
    found = identities(*rows)
    assert found[:2] == [one.lower(), other.lower()]
    assert found[2].endswith(f"{one.lower()} > same")
    assert found[3] == "same"


def test_a_row_that_is_its_own_parent_has_its_name_twice_in_no_path() -> None:
    assert identities(Concept("Same", parents=("Same",)), Concept("Same")) == ["same > same", "same"]


def test_a_deep_tree_of_one_name_is_walked_without_recursion() -> None:
    # 2,000 levels are more than Python's limit of calls within calls
    rows = [Concept("C0")] + [Concept(f"C{level}", parents=(f"C{level - 1}",)) for level in range(1, 2_000)]
    found = identities(*rows, Concept("Leaf", parents=("C1999",)), Concept("Leaf"))
    assert found[-2].count(" > ") == 2_000
