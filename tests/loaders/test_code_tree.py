from __future__ import annotations

from graphmodel.errors import NOWHERE, Problem
from graphmodel.records import Concept
from loaders.code_tree import CodeTree, made_guid


def _records(tree: CodeTree) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    found = list(tree.records())
    concepts = {each.name: each.parents for each in found if isinstance(each, Concept)}
    return concepts, [each.message for each in found if isinstance(each, Problem)]


def test_a_name_that_several_codes_have_is_said_with_its_path() -> None:
    tree = CodeTree()
    tree.add(1, "Top", (), NOWHERE)
    tree.add(2, "Same", (1,), NOWHERE)
    tree.add(3, "same", (), NOWHERE)
    tree.add(4, "Below", (2,), NOWHERE)
    concepts, problems = _records(tree)
    assert concepts == {"Top": (), "Same": ("Top",), "same": (), "Below": ("Top > Same",)}
    assert problems == []
    assert [tree.name(key) for key in (1, 2, 3, 4)] == ["Top", "Top > Same", "same", "Below"]


def test_codes_of_one_name_side_by_side_and_without_a_name() -> None:
    tree = CodeTree()
    for key, name in ((1, "A"), (2, " a "), (3, None), (4, "")):
        tree.add(key, name, (), NOWHERE)
    concepts, problems = _records(tree)
    assert list(concepts) == ["A", "a (2)", "code without a name", "code without a name (2)"]
    assert len(problems) == 2


def test_circles_and_parents_that_are_not_there_are_cut() -> None:
    tree = CodeTree()
    tree.add(1, "A", (2,), NOWHERE)
    tree.add(2, "B", (3,), NOWHERE)
    tree.add(3, "C", (1, 9), NOWHERE)
    tree.add(4, "D", (4,), NOWHERE)
    concepts, problems = _records(tree)
    assert concepts == {"A": (), "B": ("C",), "C": ("A",), "D": ()}
    assert len(problems) == 3


def test_a_name_that_reads_as_a_path_is_told_apart() -> None:
    tree = CodeTree()
    for key, name, parents in ((1, "a", ()), (2, "b", (1,)), (3, "b", ()), (4, "a > b", ())):
        tree.add(key, name, parents, NOWHERE)
    _, problems = _records(tree)
    assert [tree.name(key) for key in (2, 3, 4)] == ["a > b", "b", "a > b (2)"]
    assert problems == ["`a > b` reads as the path of another code, and is read as `a > b (2)`"]


def test_a_made_guid_is_the_same_for_the_same_facts() -> None:
    assert made_guid("x", 1, None) == made_guid("x", 1, None) != made_guid("x", 2, None)
