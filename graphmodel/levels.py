"""Which of Code, Category and Theme a concept is: by its own word, by the study's list of levels, else by height."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from graphmodel.names import fold
from graphmodel.schema import Label

_CODE_WORDS = "code, initial code, open code, substantive code, in vivo code, code level, subcode"
_CATEGORY_WORDS = "category, focused code, selective code, axial code, subcategory, subtheme, sub-theme, focused"
_THEME_WORDS = (
    "theme, core category, overarching theme, theoretical code, theoretical category, assertion, theory, dimension"
)

LABEL_BY_WORD: dict[str, Label] = {
    fold(word): label
    for label, words in ((Label.CODE, _CODE_WORDS), (Label.CATEGORY, _CATEGORY_WORDS), (Label.THEME, _THEME_WORDS))
    for word in words.split(", ")
}


def label_of_word(word: str, levels: Sequence[str] = ()) -> Label | None:
    """The label that a level's name stands for: its place in the study's `levels` (outermost first), else the word
    itself.

    None where the word is neither.
    """
    folded = [fold(level) for level in levels]
    if fold(word) in folded:
        return _label_at_depth(folded.index(fold(word)), levels)
    return LABEL_BY_WORD.get(fold(word))


def _label_at_depth(depth: int, levels: Sequence[str]) -> Label:
    depth = min(depth, len(levels) - 1)
    known = LABEL_BY_WORD.get(fold(levels[depth]))
    if known or depth == len(levels) - 1:
        return known or Label.CODE
    return Label.THEME if depth == 0 and len(levels) > 2 else Label.CATEGORY


def labels(
    parents: Mapping[str, Sequence[str]], words: Mapping[str, str | None], levels: Sequence[str] = ()
) -> dict[str, Label]:
    """The label of every concept of an acyclic tree.

    `parents` maps each concept to those it is subsumed by, `words` to its own level word, if any; `levels` is the
    study's list, outermost first. Without either, height decides: nothing below it, a Code; no parent and something
    below it that is no leaf, a Theme; otherwise a Category. With several parents the greatest depth counts.
    """
    height, depth = _heights(parents), _depths(parents)
    result = {}
    for concept in parents:
        word = words.get(concept)
        label = label_of_word(word, levels) if word else None
        if label is None and levels:
            label = _label_at_depth(depth[concept], levels)
        result[concept] = label or _by_height(height[concept], bool(parents[concept]))
    return result


def _by_height(height: int, has_parent: bool) -> Label:
    if height == 0:
        return Label.CODE
    return Label.THEME if height > 1 and not has_parent else Label.CATEGORY


def _heights(parents: Mapping[str, Sequence[str]]) -> dict[str, int]:
    height = dict.fromkeys(parents, 0)
    for concept in reversed(_parents_first(parents)):
        for parent in parents.get(concept, ()):
            height[parent] = max(height.get(parent, 0), height[concept] + 1)
    return height


def _depths(parents: Mapping[str, Sequence[str]]) -> dict[str, int]:
    depth: dict[str, int] = {}
    for concept in _parents_first(parents):
        depth[concept] = max((depth[parent] + 1 for parent in parents.get(concept, ())), default=0)
    return depth


def _parents_first(parents: Mapping[str, Sequence[str]]) -> list[str]:
    return list(TopologicalSorter(parents).static_order())


def cycle(parents: Mapping[str, Sequence[str]]) -> list[str] | None:
    """One cycle of the tree as the concepts on it in order, or None where it is acyclic."""
    try:
        TopologicalSorter(parents).prepare()
    except CycleError as error:
        return list(error.args[1])[:-1]
    return None
