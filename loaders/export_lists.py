"""Tables of codes that programs export, declared by their headers: a row a code, with what it means."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold
from loaders import cells
from loaders.export_codes import CodePaths, parted_path
from loaders.format import Read
from loaders.source import Source
from loaders.tables import fold_header, headers_of

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeList:
    """What a program calls the columns of its table of codes; headers folded as `fold_header` does.

    `told_by` are further columns without which the table is another program's. `path` parts the names in a code's
    path, and `roots` are names at its beginning that stand for the whole tree. `counts` say only how often a code
    occurs, and are not missed.
    """

    name: Names
    definition: Names = ()
    told_by: tuple[Names, ...] = ()
    path: str | None = None
    roots: Names = ()
    counts: Names = ()

    def matches(self, path: Path, head: bytes) -> bool:
        """Whether the file is such a table, by its headers."""
        if path.suffix.lower() not in cells.SUFFIXES:
            return False
        headers = headers_of(path)
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
        codes = CodePaths()
        for number, row in grid:
            place = Place(source.path, row=number)
            path = self._path(_cell(row, name_at))
            if path and not codes.define(path, place, _cell(row, definition_at)):
                message = f"the code `{_cell(row, name_at)}` is in the table already; this row is left out"
                problems.append(Problem(Severity.FLAG, message, place))
            elif not path and any(map(str.strip, row)):
                problems.append(Problem(Severity.FLAG, "the row names no code and is left out", place))
        yield from problems
        yield from self._without_place(headers, {name_at, definition_at}, Place(source.path, row=header_row))
        yield from codes.concepts()

    def _path(self, cell: str) -> list[str]:
        if not cell:
            return []
        parts = parted_path(cell, self.path)
        return parts[1:] if len(parts) > 1 and fold(parts[0]) in self.roots else parts

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
