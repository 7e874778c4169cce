"""Tables of a study folder: CSV that Excel opens, with a separator for several values that stands in none of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from graphmodel.formulas import as_text
from loaders.text import unix_lines

USUAL = ";"
_SEPARATORS = (USUAL, "|", "¦", "‖", "⁑", "⁂", "⸎", "⸙")

Value = str | int | float | None | Sequence[str]


def separator_for(values: Iterable[str]) -> str:
    """What can part these values in one cell: a semicolon, unless one of them holds it or a new line."""
    held = [value for value in values if any(sign in value for sign in (*_SEPARATORS, "\n"))]
    if not any(USUAL in value or "\n" in value for value in held):
        return USUAL
    return next(sign for sign in _SEPARATORS if not any(sign in value for value in held))


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Value]], separator: str = USUAL) -> int:
    """Write rows under headers, and return how many; columns without any value are kept, empty."""
    written = [[as_text(_cell(value, separator)) for value in row] for row in rows]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([columns, *written])
    return len(written)


def _cell(value: Value, separator: str) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, str | int):
        return unix_lines(str(value))
    between = f"{separator} " if separator == USUAL else f" {separator} "
    return between.join(value)


def all_values(rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """The single values of the cells that hold several."""
    for row in rows:
        for value in row:
            if value is not None and not isinstance(value, str | int | float):
                yield from value
