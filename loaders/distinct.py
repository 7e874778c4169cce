"""Names made distinct where a program lets several things have one."""

from __future__ import annotations

from collections.abc import Callable

from graphmodel.names import fold


class Distinct:
    """Gives each name once: the second `x` is `x (2)`. Names that fold alike count as one."""

    def __init__(self, folding: Callable[[str], str] = fold) -> None:
        self._folding = folding
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def name(self, written: str) -> str:
        """The name, or the name with the first free number."""
        folded = self._folding(written)
        name, number = written, self._last.get(folded, 1)
        while self._folding(name) in self._taken:
            number += 1
            name = f"{written} ({number})"
        self._last[folded] = number
        self._taken.add(self._folding(name))
        return name
