"""What a program's positions in a text may count, and how one is turned into code points of ours.

A reading says four things: the unit (code point, UTF-16 unit, UTF-8 byte), what a line's end counts, whether a byte
order mark counts, whether the end is the last character or the one after it.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import product

_CRLF = re.compile("\r\n")
_LF = re.compile("\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")


class Unit(StrEnum):
    """What one step of a position is."""

    CODE_POINT = "code points"
    UTF16 = "UTF-16 units"
    UTF8 = "UTF-8 bytes"


class Breaks(StrEnum):
    """What the end of a line counts."""

    ONE = "a line's end as 1"
    STORED = "CRLF as 2"
    TWO = "each line's end as 2"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a program's positions. `bom`: the byte order mark counts; `inclusive`: the end is the last
    character of the span."""

    unit: Unit = Unit.CODE_POINT
    breaks: Breaks = Breaks.ONE
    bom: bool = False
    inclusive: bool = False

    def __str__(self) -> str:
        mark = ", the byte order mark counted" if self.bom else ""
        return f"{self.unit}, {self.breaks}{mark}, end {'inclusive' if self.inclusive else 'exclusive'}"


READINGS = tuple(
    Reading(unit, breaks, bom, inclusive)
    for inclusive, unit, breaks, bom in product((False, True), Unit, Breaks, (False, True))
)
"""All readings; of several that the evidence cannot tell apart, the first is taken."""


class StoredText:
    """A text as a program keeps it, and as we do: `text` has no byte order mark, and LF at the end of each line."""

    def __init__(self, stored: str) -> None:
        """`stored` is the decoded text with its byte order mark (U+FEFF) and line ends."""
        self.has_bom = stored.startswith("\ufeff")
        raw = stored.removeprefix("\ufeff")
        self._crlf = [found.start() - index for index, found in enumerate(_CRLF.finditer(raw))]
        self.text = raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw

    def alike(self, reading: Reading) -> Reading:
        """The plainest reading that means the same in this text: where it has no wide characters, CRLF or mark."""
        unit = reading.unit
        if (unit is Unit.UTF8 and self.text.isascii()) or (unit is Unit.UTF16 and not _ASTRAL.search(self.text)):
            unit = Unit.CODE_POINT
        breaks = Breaks.ONE if reading.breaks is Breaks.STORED and not self._crlf else reading.breaks
        return Reading(unit, breaks, reading.bom and self.has_bom, reading.inclusive)

    def span(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """A span in code points of `text`, 0-based, half-open, where it begins and ends between two characters, within
        the text; else None."""
        positions = self._positions(reading)
        first, last = positions.exact(start), positions.exact(end + reading.inclusive)
        return (first, last) if first is not None and last is not None and first < last else None

    def nearest_span(self, reading: Reading, start: int, end: int) -> tuple[int, int]:
        """The span widened to whole characters and cut to the text."""
        positions = self._positions(reading)
        return positions.before(start), positions.after(end + reading.inclusive)

    def _positions(self, reading: Reading) -> _Positions:
        mark = 0
        if reading.bom and self.has_bom:
            mark = len(codecs.BOM_UTF8) if reading.unit is Unit.UTF8 else 1
        return self._kept[reading.unit, reading.breaks, mark]

    @cached_property
    def _kept(self) -> _Kept:
        return _Kept(self.text, self._crlf)


class _Kept(dict[tuple[Unit, Breaks, int], "_Positions"]):
    """The positions of each unit, made when they are first asked for."""

    def __init__(self, text: str, crlf: list[int]) -> None:
        self._text, self._crlf = text, crlf

    def __missing__(self, key: tuple[Unit, Breaks, int]) -> _Positions:
        unit, breaks, mark = key
        self[key] = made = _Positions(sorted([*self._wide(unit), *self._ends(breaks)]), len(self._text), mark)
        return made

    def _wide(self, unit: Unit) -> Iterator[tuple[int, int]]:
        if unit is Unit.UTF16:
            return ((found.start(), 1) for found in _ASTRAL.finditer(self._text))
        if unit is Unit.UTF8:
            return (
                (found.start(), len(found.group().encode("utf-8", "surrogatepass")) - 1)
                for found in _BEYOND_ASCII.finditer(self._text)
            )
        return iter(())

    def _ends(self, breaks: Breaks) -> Iterator[tuple[int, int]]:
        if breaks is Breaks.STORED:
            return ((position, 1) for position in self._crlf)
        return ((found.start(), 1) for found in _LF.finditer(self._text)) if breaks is Breaks.TWO else iter(())


class _Positions:
    """A program's positions in a text: those of the characters that count more than one, and what lies between."""

    def __init__(self, wide: list[tuple[int, int]], length: int, mark: int) -> None:
        self._places = [place for place, _ in wide]
        self._starts: list[int] = []
        self._widths = [more + 1 for _, more in wide]
        self._length = length
        shift = mark
        self._shifts: list[int] = []
        for place, more in wide:
            self._starts.append(place + shift)
            shift += more
            self._shifts.append(shift)
        self._mark, self._end = mark, length + shift

    def exact(self, position: int) -> int | None:
        """The code point at a position that lies between two characters of the text, else None."""
        if not self._mark <= position <= self._end and position != 0:
            return None
        return self.before(position) if self.before(position) == self.after(position) else None

    def before(self, position: int) -> int:
        """The code point at or before a position."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return min(max(0, position - self._mark), self._length)
        if position < self._starts[index] + self._widths[index]:
            return self._places[index]
        return min(position - self._shifts[index], self._length)

    def after(self, position: int) -> int:
        """The code point at or after a position."""
        index = bisect_right(self._starts, position) - 1
        inside = index >= 0 and self._starts[index] < position < self._starts[index] + self._widths[index]
        return self._places[index] + 1 if inside else self.before(position)
