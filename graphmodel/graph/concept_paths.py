"""Paths of concepts, `A > B > C`: written, folded, and walked up a code tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from graphmodel.names import fold

SEPARATOR = ">"


class InTree(Protocol):
    """A concept with its parents."""

    @property
    def key(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def parent_names(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def parents(self) -> tuple[str, ...]: ...  # noqa: D102


def fold_path(name: str) -> str:
    """A name or a path `A > B` folded part by part, so that `a>B ` and `A > b` are one."""
    if SEPARATOR not in name:
        return fold(name)
    return " > ".join(fold(part) for part in name.split(SEPARATOR))


def written_path(name: str, parent_names: Sequence[str]) -> tuple[str, ...]:
    """The path as far as a concept's own row tells it."""
    above = parent_names[0].split(SEPARATOR) if parent_names else ()
    return (*(part.strip() for part in above), name)


def walked_path(concept: InTree, concepts: Mapping[str, InTree]) -> tuple[str, ...]:
    """The path through the first-named parents up to the outermost, or around a circle once."""
    path: list[str] = []
    passed: set[str] = set()
    current = concept
    while current.key not in passed:
        passed.add(current.key)
        above = concepts.get(current.parents[0]) if current.parents else None
        if above is None:
            return (*written_path(current.name, current.parent_names), *path)
        path.insert(0, current.name)
        current = above
    return tuple(path)


def tails(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The path and what is left of it without its first parts, down to the last two."""
    return (path[start:] for start in range(len(path) - 1))
