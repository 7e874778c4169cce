"""Tables of codes that programs export, declared by their headers: a row a code, with what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold
from loaders import cells
from loaders.export_codes import UNPARTED, CodePaths, PartsOf
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.tables import fold_header, headers_of

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeList:
    """What a program calls the columns of its table of codes; headers folded as `fold_header` does.

    `told_by` are further columns without which the table is another program's. `parts` gives the names in the paths of
    codes, and `roots` are names at the beginning of a path that stand for the whole tree. `counts` say only how often
    a code occurs, and are not missed.
    """

    name: Names
    definition: Names = ()
    told_by: tuple[Names, ...] = ()
    parts: PartsOf = UNPARTED
    roots: Names = ()
    counts: Names = ()

    def matches(self, file: Unrecognised) -> bool:
        """Tell whether the file is such a table, by its headers."""
        headers = file.found(headers_of)
        return all(headers.intersection(names) for names in (self.name, *self.told_by))

    def read(self, source: Source) -> Read:
        """The Concepts of the table, and the problems found in it."""
        problems: list[Problem] = []
        grid = cells.rows_of(source.path, None, problems)
        header_row, headers = next((pair for pair in grid if any(map(str.strip, pair[1]))), (1, []))
        places = {fold_header(header): at for at, header in reversed(list(enumerate(headers)))}
        name_at, definition_at = (_first(places, names) for names in (self.name, self.definition))
        if name_at is None:
            message = f"the table has no column {self.name[0].replace('_', ' ')}"
            yield Problem(
                Severity.ERROR, message, Place(source.path, row=header_row), "Export it again with all columns"
            )
            return
        rows = list(grid)
        parts = self.parts(filter(None, (_cell(row, name_at) for _, row in rows)))
        codes = CodePaths()
        for number, row in rows:
            place = Place(source.path, row=number)
            path = self._without_root(parts.get(_cell(row, name_at), ()))
            if path and not codes.define(path, place, _cell(row, definition_at)):
                message = f"the code `{_cell(row, name_at)}` is in the table already; this row is left out"
                problems.append(Problem(Severity.FLAG, message, place))
            elif not path and any(map(str.strip, row)):
                problems.append(Problem(Severity.FLAG, "the row names no code and is left out", place))
        yield from problems
        yield from self._without_place(headers, {name_at, definition_at}, Place(source.path, row=header_row))
        yield from codes.concepts()

    def _without_root(self, path: Sequence[str]) -> Sequence[str]:
        return path[1:] if len(path) > 1 and fold(path[0]) in self.roots else path

    def _without_place(self, headers: list[str], known: set[int | None], place: Place) -> Read:
        left = [header.strip() for at, header in enumerate(headers) if header.strip() and at not in known]
        left = [header for header in left if fold_header(header) not in self.counts]
        if left:
            message = f"columns that have no place in a study are not read: {', '.join(dict.fromkeys(left))}"
            yield Problem(Severity.NOTE, message, place)


def _first(places: dict[str, int], names: Names) -> int | None:
    return next((places[name] for name in names if name in places), None)


def _cell(row: list[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""
