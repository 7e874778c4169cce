"""Attributes of participants: the property that holds one, and values that are numbers."""

from __future__ import annotations

import re

from graphmodel.names import fold

_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,15})?")
"""As far as a float keeps every digit; longer ones are text, so that none is lost."""


def attribute(header: str) -> str:
    """The property that holds a participant's attribute: `attr_` and the folded header."""
    return "attr_" + "_".join(fold(header).split())


def is_number(value: str) -> bool:
    """Tell whether a value is written as a number, with a point or a comma before its decimals; `007` is a name."""
    return bool(_NUMBER.fullmatch(value)) and not re.match(r"-?0\d", value) and value.isascii()


def number(value: str) -> int | float:
    """The number that a value is written as: a whole one without decimals, else a fraction."""
    return float(value.replace(",", ".")) if "." in value or "," in value else int(value)
