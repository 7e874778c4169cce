"""Replace halves of surrogate pairs, which escapes in YAML, JSON and Excel can smuggle into a text: no encoding of
Unicode, and so no version of a document, can hold them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import Record
from loaders.format import Read
from loaders.text import HALVES

T = TypeVar("T")

_ENCODER = msgspec.msgpack.Encoder(enc_hook=lambda _: None)
"""Paths, the only things that it does not know, stay as they are."""


def without_surrogates(items: Iterable[Record | Problem], path: Path) -> Read:
    """The items with U+FFFD for each half of a surrogate pair, and a flag that says how many there were."""
    replaced = 0
    for item in items:
        sound, number = replace_surrogates(item)
        replaced += number
        yield sound
    if replaced:
        yield surrogates_replaced(replaced, path)


def replace_surrogates(value: T) -> tuple[T, int]:
    """The value with U+FFFD for each half of a surrogate pair in its texts, and how many there were."""
    try:
        _ENCODER.encode(value)
    except UnicodeEncodeError:
        replacing = _Replacing()
        return replacing.of(value), replacing.count
    return value, 0


def surrogates_replaced(number: int, path: Path) -> Problem:
    """The flag for a file in which so many halves were replaced."""
    what = "character that is half a character was" if number == 1 else "characters that are half a character were"
    hint = "Look for \N{REPLACEMENT CHARACTER} where letters are missing, and write them again in the file"
    return Problem(Severity.FLAG, f"{number} {what} replaced by \N{REPLACEMENT CHARACTER}", Place(path), hint)


class _Replacing:
    """A walk through a value."""

    def __init__(self) -> None:
        self.count = 0

    def of(self, value: Any) -> Any:
        """The value, or a copy with the halves replaced."""
        if isinstance(value, str) and HALVES.search(value):
            text, number = HALVES.subn("\N{REPLACEMENT CHARACTER}", value)
            self.count += number
            return text
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        if isinstance(value, msgspec.Struct):
            held = {name: self.of(getattr(value, name)) for name in value.__struct_fields__}
            return msgspec.structs.replace(value, **held)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            held = {each.name: self.of(getattr(value, each.name)) for each in dataclasses.fields(value)}
            return dataclasses.replace(value, **held)
        return value
