"""Statements that run by themselves: the Browser draws nothing for a saved query that needs parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PARAMETER_OR_TEXT = re.compile(
    r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\$(?P<name>\w+)""", re.DOTALL
)
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def with_values(statement: str, values: Mapping[str, object]) -> str:
    """The statement with each `$name` written out as its value; comments and quoted text stay as they are.

    Values are texts, whole numbers, booleans, None and lists of these. Raises KeyError where one is missing.
    """

    def written(match: re.Match[str]) -> str:
        return literal(values[match["name"]]) if match["name"] else match[0]

    return _PARAMETER_OR_TEXT.sub(written, statement)


def literal(value: object) -> str:
    """A value as Cypher writes it; nothing in a text can end the text."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(literal(each) for each in value) + "]"
    if isinstance(value, str):
        return "'" + "".join(_escaped(character) for character in value) + "'"
    raise TypeError(f"Cypher has no way to write a {type(value).__name__} here")


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\u{ord(character):04X}" if ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 else character
