"""Codes as exports name them: by paths, and several in one cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold
from graphmodel.records import Concept
from loaders.code_tree import CodeTree

Path = tuple[str, ...]
"""A code by the folded names from the outermost down to its own."""
Applied = tuple[str, str]
"""A code as a row writes it, and its weight, empty for none."""
PartsOf = Callable[[Iterable[str]], Mapping[str, Sequence[str]]]
"""Gives for all codes of a file, as written, the names in the path of each, outermost first."""
USUAL = ("\n", ";")
"""What parts several codes where nothing says how many there are; commas stand in names of codes too."""
_DEEPEST = 50
_MARK, _REPLACED = ">", "›"


class CodePaths:
    """The codes that a file names. Every name in a path is a concept; a path that is named several times is one."""

    def __init__(self) -> None:
        self._tree = CodeTree()
        self._defined: set[Path] = set()
        self._marked: Place | None = None

    def add(self, names: Sequence[str], place: Place) -> Path:
        """Put in a code by the names in its path, outermost first, with those above it."""
        path: Path = ()
        for written in names[:_DEEPEST]:
            name = self._plain(written)
            above, path = path, (*path, fold(name))
            if path not in self._tree:
                self._tree.add(path, name, [above] if above else [], place)
            if _MARK in written and self._marked is None:
                self._marked = place
        return path

    def define(self, names: Sequence[str], place: Place, definition: str) -> bool:
        """Put in a code with its own row; False, and nothing is done, where it has one already."""
        path = self.add(names, place)
        if path in self._defined:
            return False
        self._defined.add(path)
        name = self._plain(names[: len(path)][-1])
        self._tree.add(path, name, [path[:-1]] if len(path) > 1 else [], place, definition or None)
        return True

    def concepts(self) -> Iterator[Concept | Problem]:
        """The concepts, as they were first named, those above before those below."""
        if self._marked is not None:
            message = (
                f"the sign `{_MARK}` in names of codes is read as `{_REPLACED}`, because it parts the names of a path"
            )
            yield Problem(Severity.NOTE, message, self._marked)
        yield from self._tree.records()

    def called(self, path: Path) -> str:
        """What a code is called elsewhere in the records, once `concepts` has been gone through."""
        return self._tree.name(path)

    @staticmethod
    def _plain(name: str) -> str:
        return " ".join(name.replace(_MARK, _REPLACED).split())


def parted_by(*signs: str) -> PartsOf:
    """Paths that are parted by one of these signs: the first of them that occurs in a file."""

    def parts(codes: Iterable[str]) -> Mapping[str, Sequence[str]]:
        listed = list(dict.fromkeys(codes))
        sign = next((sign for sign in signs if any(sign in code for code in listed)), None)
        return {code: _path(code, sign) for code in listed}

    return parts


def _path(code: str, sign: str | None) -> list[str]:
    names = code.split(sign) if sign else []
    return [name.strip() for name in names if name.strip()] or [code]


UNPARTED = parted_by()


def separator_of(cells: Iterable[tuple[str, int | None]], candidates: Sequence[str]) -> str | None:
    """What parts several codes in a cell: of the candidates the one that agrees best with the number of codes beside
    each cell; where no number is there, the only candidate, a new line or a semicolon."""
    pairs = [(cell, count) for cell, count in cells if cell.strip()]
    counted = [(cell, count) for cell, count in pairs if count is not None]
    if counted:
        agreed = {each: sum(len(parted(cell, each)) == count for cell, count in counted) for each in candidates}
        best = max(candidates, key=lambda each: agreed[each])
        return best if agreed[best] > sum(count == 1 for _, count in counted) else None
    usual = [each for each in candidates if each in USUAL or len(candidates) == 1]
    return next((each for each in usual if any(each in cell for cell, _ in pairs)), None)


def parted(cell: str, separator: str | None) -> tuple[str, ...]:
    """The codes in a cell, in order and each once."""
    parts = cell.split(separator) if separator else [cell]
    return tuple(dict.fromkeys(trimmed for part in parts if (trimmed := part.strip())))
