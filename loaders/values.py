"""Cells as values. Cells repeat, so each distinct one is read once."""

from __future__ import annotations

from graphmodel.errors import Severity
from loaders import vocabulary
from loaders.dates import NotADateError, iso_date
from loaders.tables import Table


class Values:
    """Reads the cells of one table; what cannot be read is flagged at its row and left empty."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._texts: dict[str, str | None] = {}
        self._several: dict[str, tuple[str, ...]] = {}
        self._dates: dict[str, str | None] = {}

    def text(self, cell: str) -> str | None:
        """The cell trimmed, None where it is empty."""
        if cell not in self._texts:
            self._texts[cell] = cell.strip() or None
        return self._texts[cell]

    def several(self, cell: str) -> tuple[str, ...]:
        """The values in the cell."""
        if cell not in self._several:
            self._several[cell] = self._table.values(cell)
        return self._several[cell]

    def date(self, row: int, what: str, cell: str) -> str | None:
        """The cell as an ISO date."""
        if cell not in self._dates:
            try:
                self._dates[cell] = iso_date(cell)
            except NotADateError as error:
                hint = "Write it as 2016-03-01, or as much of that as is known; it is left out"
                self._table.flag(row, f"{what}: {error}", hint)
                return None
        return self._dates[cell]

    def number(self, row: int, what: str, cell: str, smallest: int = 0) -> int | None:
        """The cell as a whole number."""
        text = cell.strip()
        if not text:
            return None
        if text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= smallest:
            return int(text)
        self._table.flag(row, f"{what}: `{text[:40]}` is not a whole number from {smallest} on", "It is left out")
        return None

    def decimal(self, row: int, what: str, cell: str) -> float | None:
        """The cell as a number; a comma may separate the decimals."""
        text = cell.strip().replace(",", ".")
        if not text:
            return None
        if text.isascii() and text.replace(".", "", 1).isdigit() and len(text) < 16:
            return float(text)
        self._table.flag(
            row, f"{what}: `{text[:40]}` is not a number", "Write it in minutes, as 62 or 62.5; it is left out"
        )
        return None

    def closed(self, row: int, what: str, cell: str, values: tuple[str, ...]) -> str | None:
        """The cell as a member of a closed set; one that is not known is kept as written, and flagged."""
        text = self.text(cell)
        if text is None:
            return None
        value = vocabulary.known(text, values)
        if value is None:
            self._table.flag(row, *vocabulary.unknown(what, text, values), Severity.FLAG)
        return value or text
