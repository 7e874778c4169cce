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
from itertools import accumulate, pairwise, product

from loaders.text import encodable

_CRLF = re.compile("\r\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_STRETCH, _NEAR = 128, 8
"""The characters of a text whose beginning is held, and the stretches of so many that are kept at hand."""


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
        self._positions: dict[tuple[Unit, Breaks], _Positions] = {}
        self._last: tuple[Reading, Spans] | None = None

    def alike(self, reading: Reading) -> Reading:
        """The plainest reading that means the same in this text: where it has no wide characters, CRLF or mark."""
        unit = reading.unit
        if (unit is Unit.UTF8 and self.text.isascii()) or (unit is Unit.UTF16 and not self._astral):
            unit = Unit.CODE_POINT
        breaks = Breaks.ONE if reading.breaks is Breaks.STORED and not self._crlf else reading.breaks
        return Reading(unit, breaks, reading.bom and self.has_bom, reading.inclusive)

    def under(self, reading: Reading) -> Spans:
        """The text's spans as one reading has them."""
        if self._last is None or self._last[0] is not reading:
            kind = reading.unit, reading.breaks
            if kind not in self._positions:
                self._positions[kind] = _Positions(self.text, self._crlf, *kind)
            self._last = reading, Spans(self._positions[kind], self._mark(reading), int(reading.inclusive))
        return self._last[1]

    def span(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """What `Spans.whole` gives under a reading."""
        return self.under(reading).whole(start, end)

    def nearest_span(self, reading: Reading, start: int, end: int) -> tuple[int, int]:
        """What `Spans.nearest` gives under a reading."""
        return self.under(reading).nearest(start, end)

    def _mark(self, reading: Reading) -> int:
        """How many units the byte order mark counts."""
        if not (reading.bom and self.has_bom):
            return 0
        return len(codecs.BOM_UTF8) if reading.unit is Unit.UTF8 else 1


class Spans:
    """A text's spans under one reading."""

    def __init__(self, positions: _Positions, mark: int, further: int) -> None:
        """`mark` is how many units the byte order mark counts, `further` how many an end is after its position."""
        self._around, self._mark, self._further, self._length = positions.around, mark, further, positions.length

    def whole(self, start: int, end: int) -> tuple[int, int] | None:
        """A span in code points of the text, 0-based, half-open, where it begins and ends between two characters,
        within the text; else None."""
        first, after_first = self._around(start - self._mark) if start or not self._mark else (0, 0)
        last, after_last = self._around(end + self._further - self._mark)
        return (first, last) if first == after_first and last == after_last and first < last else None

    def nearest(self, start: int, end: int) -> tuple[int, int]:
        """The span widened to whole characters and cut to the text."""
        first, last = self._around(start - self._mark)[0], self._around(end + self._further - self._mark)[1]
        return max(0, first), self._length if last is None else max(0, last)


class _Positions:
    """A program's positions in a text: where each stretch of `_STRETCH` characters begins, the rest counted on."""

    def __init__(self, text: str, crlf: list[int], unit: Unit, breaks: Breaks) -> None:
        self._text, self._unit, self._breaks, self._crlf = encodable(text), unit, breaks, crlf
        self.length = len(text)
        self._near: dict[int, _Stretch] = {}
        self._starts = array("q")
        if unit is not Unit.CODE_POINT or breaks is not Breaks.ONE:
            places = range(0, self.length, _STRETCH)
            self._starts = array("q", accumulate(map(self._width_of_stretch, places), initial=0))

    def around(self, units: int) -> tuple[int, int | None]:
        """The code points before and after a position, the same one where it lies between two characters. Before the
        text the first is -1, after it the second None."""
        if units < 0:
            return -1, 0
        starts = self._starts
        if not starts:
            return (units, units) if units <= self.length else (self.length, None)
        if units >= starts[-1]:
            return self.length, self.length if units == starts[-1] else None
        stretch = bisect_right(starts, units) - 1
        place, left = stretch * _STRETCH, units - starts[stretch]
        if left == 0 or starts[stretch + 1] - starts[stretch] == min(_STRETCH, self.length - place):
            return place + left, place + left
        before, within = self._counted_on(place, left)
        return place + before, place + before + within

    def _counted_on(self, place: int, units: int) -> tuple[int, bool]:
        """How many whole characters of the stretch at a place so many units hold, and whether they end within one."""
        if place not in self._near:
            if len(self._near) == _NEAR:
                self._near.clear()
            self._near[place] = _Stretch(self._written(place), self._unit)
        return self._near[place].whole_characters(units)

    def _width_of_stretch(self, place: int) -> int:
        """What the characters of the stretch at a place count."""
        return _width(self._written(place), self._unit)

    def _written(self, place: int) -> str:
        """The stretch at a place with CR before each LF at which the program counts two."""
        stretch = self._text[place : place + _STRETCH]
        if self._breaks is Breaks.ONE or "\n" not in stretch:
            return stretch
        if self._breaks is Breaks.TWO:
            return stretch.replace("\n", "\r\n")
        first, after = (bisect_left(self._crlf, edge) for edge in (place, place + _STRETCH))
        if after - first == stretch.count("\n"):
            return stretch.replace("\n", "\r\n")
        edges = [0, *(index - place for index in self._crlf[first:after]), len(stretch)]
        return "\r".join(stretch[one:other] for one, other in pairwise(edges))


def _width(written: str, unit: Unit) -> int:
    if unit is Unit.CODE_POINT or written.isascii():
        return len(written)
    return len(written.encode("utf-8")) if unit is Unit.UTF8 else len(written.encode("utf-16-le")) // 2


class _Stretch:
    """A stretch of a text, with CR before each LF at which the program counts two, in the program's encoding."""

    def __init__(self, written: str, unit: Unit) -> None:
        self._written = written
        self._wide = unit if unit is not Unit.CODE_POINT and not written.isascii() else None
        self._encoded = written.encode("utf-8" if unit is Unit.UTF8 else "utf-16-le") if self._wide else b""
        self._returns = "\r" in written

    def whole_characters(self, units: int) -> tuple[int, bool]:
        """How many whole characters of the text so many units hold, and whether they end within one."""
        whole, within = units, False
        if self._wide is Unit.UTF8:
            whole = len(self._encoded[:units].decode("utf-8", "ignore"))
            within = self._encoded[units] & 0xC0 == 0x80
        elif self._wide is Unit.UTF16:
            whole = len(self._encoded[: 2 * units].decode("utf-16-le", "ignore"))
            within = self._encoded[2 * units + 1] & 0xFC == 0xDC
        if not self._returns:
            return whole, within
        return whole - self._written.count("\r", 0, whole), within or self._written[whole - 1] == "\r"
