"""Dates as people write them, made ISO and no more precise than they are."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(
    r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?))?)?)?"
)
_NUMBERS = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]+)\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


class NotADateError(ValueError):
    """The text is no date, or is two dates at once; the message says which."""


@lru_cache(maxsize=4096)
def iso_date(text: str) -> str | None:
    """The date in ISO form: '2016', '2016-03', '2016-03-01', with the time where one is given. None for no text.

    `13/04/2015` has one reading and is taken; `02/04/2015` has two. Raises NotADateError.
    """
    text = text.strip()
    if not text:
        return None
    if found := _ISO.fullmatch(text):
        year, month, day, time = found.groups()
        return _checked(text, year, month, day) + (f"T{time}" if time else "")
    if found := _NUMBERS.fullmatch(text):
        return _numbers(text, *found.groups())
    if found := _DAY_FIRST.fullmatch(text):
        day, name, year = found.groups()
        return _checked(text, year, _month(text, name), day)
    if found := _MONTH_FIRST.fullmatch(text):
        name, day, year = found.groups()
        return _checked(text, year, _month(text, name), day)
    raise NotADateError(f"`{text[:40]}` is not a date that can be read")


def _numbers(text: str, first: str, separator: str, second: str, year: str) -> str:
    if separator == "." or int(first) > 12 or first == second:
        return _checked(text, year, second, first)
    if int(second) > 12:
        return _checked(text, year, first, second)
    raise NotADateError(
        f"`{text}` may mean {_checked(text, year, second, first)} or {_checked(text, year, first, second)}"
    )


def _month(text: str, name: str) -> str:
    if name.lower() not in _MONTHS:
        raise NotADateError(f"`{text[:40]}` is not a date that can be read")
    return str(_MONTHS[name.lower()])


def _checked(text: str, year: str, month: str | None, day: str | None) -> str:
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise NotADateError(f"`{text[:40]}` is not a day in the calendar") from error
    return "-".join((year, *(f"{int(part):02}" for part in (month, day) if part)))
