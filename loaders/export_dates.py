"""Dates as one program writes them in one file: whether the day or the month comes first is decided by all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.dates import NotADateError, iso_date

_TIME = re.compile(
    r"(?P<date>.+?)(?:,?\s+|T)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:[.,]\d+)?"
    r"\s*(?P<half>[AaPp]\.?\s?[Mm]\.?)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?"
)
_NUMBERS = re.compile(r"(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d\d)")
_JAPANESE = re.compile(r"(\d{4})年\s*(\d{1,2})月\s*(\d{1,2})日")
_CENTURY_TURNS = 70


class Dates:
    """Reads the dates of one file."""

    def __init__(self, cells: Iterable[str], month_first: bool | None = None) -> None:
        """`cells` are all dates of the file as written; `month_first` says what the program is known to write."""
        found = [_NUMBERS.fullmatch(_parts(cell.strip())[0]) for cell in set(cells)]
        pairs = [(int(match[1]), int(match[3])) for match in found if match and match[2] != "."]
        self._day_first = any(first > 12 for first, _ in pairs)
        self._month_first = any(second > 12 for _, second in pairs)
        if not self._day_first and not self._month_first and month_first is not None:
            self._day_first, self._month_first = not month_first, month_first

    def iso(self, cell: str) -> str | None:
        """The date in ISO form, with its time where it has one; None for an empty cell. Raises NotADateError, also
        where nothing in the file tells the day from the month."""
        text = cell.strip()
        if not text:
            return None
        try:
            return iso_date(text)
        except NotADateError:
            date, time = _parts(text)
            return f"{self._date(date)}{time}"

    def _date(self, text: str) -> str:
        if found := _JAPANESE.fullmatch(text):
            text = "-".join(found.groups())
        elif found := _NUMBERS.fullmatch(text):
            first, sign, second, year = found.groups()
            year = year if len(year) == 4 else f"{20 if int(year) < _CENTURY_TURNS else 19}{year}"
            day_first = sign == "." or int(first) > 12 or (self._day_first and not self._month_first)
            month_first = int(second) > 12 or (self._month_first and not self._day_first)
            if day_first or month_first:
                month, day = (second, first) if day_first else (first, second)
                text = f"{year}-{month}-{day}"
        return iso_date(text) or ""


def _parts(text: str) -> tuple[str, str]:
    """The date and the time in it, in ISO form with the T before it."""
    found = _TIME.fullmatch(text)
    if not found:
        return text, ""
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"][0] in "Pp" else 0)
    seconds = f":{found['second']}" if found["second"] else ""
    return found["date"].rstrip(","), f"T{hour:02}:{found['minute']}{seconds}{found['zone'] or ''}"
