"""What a study folder calls things: concepts by a name that means only them, files by names that any system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from graphmodel.catalogue import Catalogue
from graphmodel.names import fold
from graphmodel.schema import local

_NOT_IN_A_FILE_NAME = re.compile(r"[^\w .,'()+@&-]+")
_PASSED_OVER = re.compile(r"readme|licen[cs]e|con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
_LONGEST = 120


class ConceptNames:
    """The names by which tables and memos find a study's concepts again."""

    def __init__(self, catalogue: Catalogue, names: Mapping[str, str]) -> None:
        """`names` holds the name of every concept, defined or not, by its key."""
        self._catalogue = catalogue
        self._names = names

    def of(self, key: str) -> str:
        """The concept's name where only it has the name, else its path, else its identity."""
        candidates = (self._names.get(key, ""), " > ".join(self.path(key)))
        return next((name for name in candidates if name and self._catalogue.meaning(name) == key), local(key))

    def path(self, key: str) -> tuple[str, ...]:
        """The names from the outermost first-named ancestor down to the concept's own."""
        found = self._catalogue.concepts.get(key)
        return found.name_path if found else (self._names.get(key, local(key)),)


class FileNames:
    """Gives each thing of a folder a file name of its own, without a suffix, case aside."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def stem(self, name: str) -> str:
        """The name as it is where every system takes it for a file's, else as near to it as can be."""
        plain = _NOT_IN_A_FILE_NAME.sub("-", unicodedata.normalize("NFC", name))[:_LONGEST].strip(" .-") or "unnamed"
        if _PASSED_OVER.fullmatch(plain):
            plain = f"{plain}-1"
        stem, number = plain, 1
        while fold(stem) in self._taken:
            number += 1
            stem = f"{plain}-{number}"
        self._taken.add(fold(stem))
        return stem
