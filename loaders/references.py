"""What the formats of literature share: an entry in CSL's terms becomes a Reference with a key of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold
from graphmodel.records import Reference
from loaders.text import encodable

_DOI_PREFIX = re.compile(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_DASHES = re.compile(r"\s*[-‐-―−]+\s*")
_YEAR = re.compile(r"\d{4}")
_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|span|sc)(?:\s[^<>]{0,200})?>", re.IGNORECASE)


def plain(text: str | None) -> str | None:
    """A field with single spaces and without mark-up; None where nothing is left."""
    return encodable(" ".join(_TAG.sub("", text).split())) or None if text else None


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
    return encodable(", ".join(part for part in (" ".join(family.split()), " ".join(given.split())) if part))


@dataclass(frozen=True, slots=True)
class Types:
    """The names of a format's types of literature in CSL's terms."""

    names: Mapping[str, str]

    def csl(self, name: str) -> str:
        """CSL's name; `document` where the type is not known."""
        return self.names.get(name.strip().lower(), "document")


class Shelf:
    """The references of one file: gives a key to an entry without one, and keeps two entries from sharing one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places: dict[str, Place] = {}

    def add(self, reference: Reference) -> list[Reference | Problem]:
        """The reference as it is to be yielded, with what there is to say of it."""
        if not (reference.title or reference.authors):
            hint = "Check the braces and commas of the entry"
            return [self._flag("the entry has neither title nor author and is left out", reference.place, hint)]
        if not reference.key:
            reference = replace(reference, key=self._made_key(reference))
            note = f"the entry `{(reference.title or '')[:60]}` has no key and is called {reference.key}"
            self._places[fold(reference.key)] = reference.place
            hint = "Give it a key of your own before memos and links name it"
            return [self._flag(note, reference.place, hint), reference]
        first = self._places.setdefault(fold(reference.key), reference.place)
        if first is not reference.place:
            where = f"line {first.line}" if first.line else first.part
            message = f"the key `{reference.key}` is taken by {where}; the second entry is left out"
            return [self._flag(message, reference.place, "Give each entry its own key")]
        return [reference]

    def _made_key(self, reference: Reference) -> str:
        family = reference.authors[0].partition(",")[0] if reference.authors else (reference.title or "").split()[0]
        letters = unicodedata.normalize("NFKD", family).casefold()
        stem = "".join(letter for letter in letters if letter.isalnum()) + (reference.year or "")
        key, number = stem, 1
        while key in self._places:
            number += 1
            key = f"{stem}-{number}"
        return key

    @staticmethod
    def _flag(message: str, place: Place, hint: str) -> Problem:
        return Problem(Severity.FLAG, message, place, hint)
