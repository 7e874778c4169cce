"""What a table of an export is: its name, what a row of it is, its columns with their meanings, its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

Cell: TypeAlias = str | int | float | None
Cells: TypeAlias = tuple[Cell, ...]

NARROW, NAME, SENTENCE, PARAGRAPH = 11, 24, 44, 80
"""How wide columns are shown, in characters."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, what stands in it, and how wide it is shown, in characters."""

    header: str
    means: str
    width: int = NAME


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of a workbook, or a file of a folder. `row` says what a row is, `counted` what the rows are called where
    they are counted; `rows` are made while they are written."""

    name: str
    row: str
    counted: str
    columns: tuple[Column, ...]
    rows: Iterable[Cells]
