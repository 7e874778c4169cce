"""A row of an SQLite table, whose cells may hold anything, whatever the table says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graphmodel.errors import Place

_LARGEST_NUMBER = 2**53


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells by column, empty where the file has no such column. `number` is SQLite's rowid."""

    path: Path
    table: str
    number: int
    cells: Mapping[str, object]

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return Place(self.path, part=f"table {self.table}, row {self.number}")

    def raw(self, column: str) -> str:
        """A text as it stands; empty where the cell holds none."""
        cell = self.cells.get(column)
        return cell if isinstance(cell, str) else ""

    def text(self, column: str) -> str | None:
        """A cell as text, trimmed; None where nothing is left."""
        cell = self.cells.get(column)
        return (str(cell) if isinstance(cell, (str, int, float)) else "").strip() or None

    def whole(self, column: str) -> int | None:
        """A whole number, however it is stored; None where the cell holds none."""
        cell = self.cells.get(column)
        if type(cell) is int and -_LARGEST_NUMBER < cell < _LARGEST_NUMBER:
            return cell
        if isinstance(cell, str) and len(cell) < 20:
            cell = float(cell) if cell.strip().lstrip("-").isdecimal() else None
        if isinstance(cell, (int, float)) and abs(cell) < _LARGEST_NUMBER and cell == int(cell):
            return int(cell)
        return None
