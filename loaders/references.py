"""What the formats of literature share: an entry in CSL's terms becomes a Reference with a key of its own."""

from __future__ import annotations

import codecs
import contextlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold
from graphmodel.records import Reference
from loaders.safety import read_bytes
from loaders.text import read_text, unix_lines, without_nul

_DOI_PREFIX = re.compile(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_DASHES = re.compile(r"\s*[-‐-―−]+\s*")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"%\s*encoding:\s*([\w.-]{1,40})", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|span|sc)(?:\s[^<>]{0,200})?>", re.IGNORECASE)


def plain(text: str | None) -> str | None:
    """A field with single spaces and without mark-up; None where nothing is left."""
    return without_nul(" ".join(_TAG.sub("", text).split())) or None if text else None


def year_of(text: str | None) -> str | None:
    """The four digits of the year in a date."""
    found = _YEAR.search(text or "")
    return found.group() if found else plain(text)


def pages_of(text: str | None) -> str | None:
    """Pages with one hyphen between the first and the last."""
    return _DASHES.sub("-", plain(text) or "") or None


def doi_of(text: str | None) -> str | None:
    """A DOI without the address in front of it."""
    return plain(_DOI_PREFIX.sub("", text)) if text else None


def person(family: str, given: str) -> str:
    """'Family, Given'; a name of one part as it is."""
    return without_nul(", ".join(part for part in (" ".join(family.split()), " ".join(given.split())) if part))


@dataclass(frozen=True, slots=True)
class Types:
    """The names of a format's types of literature in CSL's terms."""

    names: Mapping[str, str]

    def csl(self, name: str) -> str:
        """CSL's name; `document` where the type is not known."""
        return self.names.get(name.strip().lower(), "document")


class Shelf:
    """The references of one file: gives a key to an entry without one, and keeps two entries from sharing one."""

    def __init__(self, path: Path, keyed: bool = True) -> None:
        """`keyed`: the format has keys, and an entry without one is worth a word."""
        self._path = path
        self._keyed = keyed
        self._kept: dict[str, Reference] = {}
        self._last: dict[str, int] = {}

    def add(self, reference: Reference) -> list[Reference | Problem]:
        """The reference as it is to be yielded, with what there is to say of it."""
        if not (reference.title or reference.authors):
            hint = "Check the braces and commas of the entry"
            return [self._flag("the entry has neither title nor author and is left out", reference.place, hint)]
        if not reference.key:
            return self._with_key(reference, self._made_key(reference))
        first = self._kept.setdefault(fold(reference.key), reference)
        return [reference] if first is reference else self._second(reference, first)

    def _with_key(self, reference: Reference, key: str) -> list[Reference | Problem]:
        named = self._kept[fold(key)] = replace(reference, key=key)
        if not self._keyed:
            return [named]
        note = f"the entry `{(reference.title or '')[:60]}` has no key and is called {key}"
        return [self._flag(note, reference.place, "Give it a key of your own before memos and links name it"), named]

    def _second(self, reference: Reference, first: Reference) -> list[Reference | Problem]:
        """What a second entry of one key becomes: nothing where it says the same, else one under a key of its own."""
        where = f"line {first.place.line}" if first.place.line else first.place.part
        if replace(reference, key=first.key, place=first.place) == first:
            message = f"the entry `{reference.key}` is the same as that at {where}, and is left out"
            return [Problem(Severity.NOTE, message, reference.place)]
        key = self._free(reference.key)
        named = self._kept[fold(key)] = replace(reference, key=key)
        message = f"the key `{reference.key}` is taken by {where}; this entry is called {key}"
        return [self._flag(message, reference.place, "Give each entry its own key"), named]

    def _made_key(self, reference: Reference) -> str:
        family = reference.authors[0].partition(",")[0] if reference.authors else (reference.title or "").split()[0]
        letters = unicodedata.normalize("NFKD", family).casefold()
        stem = "".join(letter for letter in letters if letter.isalnum()) + (reference.year or "")
        return self._free(stem)

    def _free(self, stem: str) -> str:
        key, number = stem, self._last.get(fold(stem), 1)
        while fold(key) in self._kept:
            number += 1
            key = f"{stem}-{number}"
        self._last[fold(stem)] = number
        return key

    @staticmethod
    def _flag(message: str, place: Place, hint: str) -> Problem:
        return Problem(Severity.FLAG, message, place, hint)


def read_entries(path: Path) -> tuple[str, list[Problem]]:
    """The text of a file of literature, in which entries from several places may be encoded each in its own way: UTF-8,
    else what its first line declares (`% Encoding: ISO8859_1`), else each line by itself. Raises UnreadableError."""
    content = read_bytes(path)
    if content.startswith(_MARKS) or b"\x00" in content or _is_utf8(content):
        return read_text(path)
    declared = _DECLARED.match(content)
    if declared:
        with contextlib.suppress(LookupError, UnicodeDecodeError):
            return unix_lines(content.decode(declared[1].decode("ascii"))), []
    lines = content.split(b"\n")
    others = sum(not _is_utf8(line) for line in lines)
    mixed = any(not line.isascii() and _is_utf8(line) for line in lines)
    text = "\n".join(line.decode("utf-8" if _is_utf8(line) else "cp1252", "replace") for line in lines)
    message = "the file is not UTF-8 and was read as Windows-1252"
    if mixed:
        message = f"{others} lines of the file are not UTF-8 and were read as Windows-1252"
    note = Problem(Severity.NOTE, message, Place(path), "Save it as UTF-8 if letters with accents look wrong")
    return unix_lines(text), [note]


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
