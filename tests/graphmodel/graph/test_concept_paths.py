"""Paths of concepts: folded, written in a row, and walked up a code tree."""

from __future__ import annotations

from graphmodel.graph.concept_paths import fold_path, tails, walked_path, written_path
from graphmodel.graph.name_index import ConceptEntry


def entry(key: str, *parents: str, written: tuple[str, ...] = ()) -> ConceptEntry:
    return ConceptEntry(key, key.upper(), written or parents, parents=parents)


def test_a_path_is_folded_part_by_part() -> None:
    assert fold_path("a>B ") == fold_path("A  > b") == "a > b"
    assert fold_path(" Being  SEEN") == "being seen"


def test_a_row_tells_the_path_of_its_first_parent() -> None:
    assert written_path("Breach", ["Care >Trust", "Help"]) == ("Care", "Trust", "Breach")
    assert written_path("Breach", []) == ("Breach",)


def test_a_path_is_walked_through_first_parents() -> None:
    tree = {"a": entry("a"), "b": entry("b", "a"), "c": entry("c", "b", "a")}
    assert walked_path(tree["c"], tree) == ("A", "B", "C")


def test_a_walk_ends_with_the_words_of_a_parent_that_nothing_defines() -> None:
    tree = {"a": entry("a", "nowhere", written=("Far > Nowhere",)), "b": entry("b", "a")}
    assert walked_path(tree["b"], tree) == ("Far", "Nowhere", "A", "B")


def test_a_walk_goes_around_a_circle_once() -> None:
    tree = {"a": entry("a", "b"), "b": entry("b", "c"), "c": entry("c", "a")}
    # a is below b, b below c, c below a again
    assert walked_path(tree["a"], tree) == ("C", "B", "A")
    own = {"a": entry("a", "a")}
    assert walked_path(own["a"], own) == ("A",)


def test_a_path_may_be_named_without_its_first_parts() -> None:
    assert list(tails(("A", "B", "C"))) == [("A", "B", "C"), ("B", "C")]
    assert list(tails(("A",))) == []
