"""The identity of each row of a codebook: its id, else its name where that is unique, else its path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from graphmodel.graph.concept_paths import SEPARATOR, fold_path
from graphmodel.names import fold
from graphmodel.records import Concept


def identify(rows: Sequence[Concept]) -> Iterator[tuple[str, Concept]]:
    """Each row that is not merged away with its identity, in order; two rows with one identity are told elsewhere."""
    paths = _Paths(rows)
    shared = Counter(fold(row.name) for row in rows)
    for row in rows:
        if row.id:
            yield fold(row.id), row
        elif shared[fold(row.name)] == 1:
            yield fold(row.name), row
        else:
            yield fold_path(SEPARATOR.join(paths.of(row))), row


class _Paths:
    """The names from the outermost first-named ancestor down to each row."""

    def __init__(self, rows: Sequence[Concept]) -> None:
        self._by_name: dict[str, list[Concept]] = {}
        for row in rows:
            self._by_name.setdefault(fold(row.name), []).append(row)
            if row.id:
                self._by_name.setdefault(fold(row.id), []).append(row)
        self._done: dict[int, tuple[str, ...]] = {}

    def of(self, row: Concept) -> tuple[str, ...]:
        chain, current = [row], row
        while id(current) not in self._done and (above := self._first_parent(current)) and above not in chain:
            chain.append(above)
            current = above
        path = self._done.get(id(current)) or (*self._written_parents(current), current.name)
        for each in reversed(chain):
            if id(each) not in self._done:
                path = path if each is current else (*path, each.name)
                self._done[id(each)] = path
        return self._done[id(row)]

    def _first_parent(self, row: Concept) -> Concept | None:
        if not row.parents:
            return None
        found = self._by_name.get(fold(row.parents[0].split(SEPARATOR)[-1]), [])
        return found[0] if len(found) == 1 else None

    def _written_parents(self, row: Concept) -> tuple[str, ...]:
        return tuple(part.strip() for part in row.parents[0].split(SEPARATOR)) if row.parents else ()
