"""What a program's positions in a text may count, and how one is turned into code points of ours.

A reading says four things: the unit (code point, UTF-16 unit, UTF-8 byte), what a line's end counts, whether a byte
order mark counts, whether the end is the last character or the one after it.
"""

from __future__ import annotations

import codecs
import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, product

_CRLF = re.compile("\r\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_STRETCH = 32


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
        self._astral = bool(_ASTRAL.search(raw))
        self._kept: dict[tuple[Unit, Breaks], _Positions] = {}

    def alike(self, reading: Reading) -> Reading:
        """The plainest reading that means the same in this text: where it has no wide characters, CRLF or mark."""
        unit = reading.unit
        if (unit is Unit.UTF8 and self.text.isascii()) or (unit is Unit.UTF16 and not self._astral):
            unit = Unit.CODE_POINT
        breaks = Breaks.ONE if reading.breaks is Breaks.STORED and not self._crlf else reading.breaks
        return Reading(unit, breaks, reading.bom and self.has_bom, reading.inclusive)

    def span(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """A span in code points of `text`, 0-based, half-open, where it begins and ends between two characters, within
        the text; else None."""
        first = self._around(reading, start) if start or not self._mark(reading) else (0, 0)
        last = self._around(reading, end + reading.inclusive)
        fits = first[0] == first[1] and last[0] == last[1] and first[0] < last[0]
        return (first[0], last[0]) if fits else None

    def nearest_span(self, reading: Reading, start: int, end: int) -> tuple[int, int]:
        """The span widened to whole characters and cut to the text."""
        first, last = self._around(reading, start)[0], self._around(reading, end + reading.inclusive)[1]
        return max(0, first), len(self.text) if last is None else max(0, last)

    def _around(self, reading: Reading, position: int) -> tuple[int, int | None]:
        """The code points before and after a position; the second None, after the text's end."""
        kind = reading.unit, reading.breaks
        if kind not in self._kept:
            self._kept[kind] = _Positions(self.text, self._crlf, *kind)
        return self._kept[kind].around(position - self._mark(reading))

    def _mark(self, reading: Reading) -> int:
        """How many units the byte order mark counts."""
        if not (reading.bom and self.has_bom):
            return 0
        return len(codecs.BOM_UTF8) if reading.unit is Unit.UTF8 else 1


class _Positions:
    """A program's positions in a text: where each stretch of `_STRETCH` characters begins, the rest counted on."""

    def __init__(self, text: str, crlf: list[int], unit: Unit, breaks: Breaks) -> None:
        self._text, self._unit, self._breaks, self._crlf = text, unit, breaks, crlf
        self._starts = array("q")
        if unit is not Unit.CODE_POINT or breaks is not Breaks.ONE:
            places = range(0, len(text), _STRETCH)
            self._starts = array("q", accumulate(map(self._width_of_stretch, places), initial=0))

    def around(self, units: int) -> tuple[int, int | None]:
        """The code points before and after a position, the same one where it lies between two characters. Before the
        text the first is -1, after it the second None."""
        if units < 0:
            return -1, 0
        if not self._starts:
            return (units, units) if units <= len(self._text) else (len(self._text), None)
        if units >= self._starts[-1]:
            return len(self._text), len(self._text) if units == self._starts[-1] else None
        stretch = bisect_right(self._starts, units) - 1
        place, left = stretch * _STRETCH, units - self._starts[stretch]
        if self._starts[stretch + 1] - self._starts[stretch] == len(self._text[place : place + _STRETCH]):
            return place + left, place + left
        while left > 0:
            left -= self._width_of_stretch(place, place + 1)
            place += 1
        return (place, place) if left == 0 else (place - 1, place)

    def _width_of_stretch(self, place: int, end: int | None = None) -> int:
        """What the characters from a place on count; a stretch of them where no end is given."""
        stretch = self._text[place : end or place + _STRETCH]
        width = len(stretch)
        if self._unit is Unit.UTF8 and not stretch.isascii():
            width = len(stretch.encode("utf-8", "surrogatepass"))
        elif self._unit is Unit.UTF16 and not stretch.isascii():
            width = len(stretch.encode("utf-16-le", "surrogatepass")) // 2
        if self._breaks is Breaks.ONE or "\n" not in stretch:
            return width
        if self._breaks is Breaks.TWO:
            return width + stretch.count("\n")
        return width + bisect_left(self._crlf, place + len(stretch)) - bisect_left(self._crlf, place)
