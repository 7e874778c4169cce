"""What a study folder calls things: concepts by a name that means only them, files by names that any system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from graphmodel.catalogue import fold_path
from graphmodel.export.rows import DOWN, Row, path_to
from graphmodel.names import fold
from graphmodel.schema import Label, local
from graphmodel.schema import key as node_key

_NOT_IN_A_FILE_NAME = re.compile(r"[^\w .,'()+@&-]+")
_PASSED_OVER = re.compile(r"readme|licen[cs]e|con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
_LONGEST = 120


class ConceptNames:
    """The names by which tables and memos find a study's concepts again."""

    def __init__(self, study: str, concepts: Iterable[Row], retired: Iterable[Row]) -> None:
        self._study = study
        self._concepts = {row["key"]: row for row in concepts}
        parents = {key: row["parents"] for key, row in self._concepts.items()}
        self._paths = {key: self._names(path_to(key, parents)) for key in parents}
        self._retired = {row["key"]: row for row in retired}
        self._meanings = self._index()
        self._merged = {fold(name): row["mergedInto"] for row in self._retired.values() for name in _all_names(row)}

    def of(self, key: str) -> str:
        """The concept's name where only it has the name, else its path, else its identity; a retired one's name."""
        if key in self._retired:
            return str(self._retired[key]["name"])
        path = self.path(key)
        return next((name for name in (path[-1], DOWN.join(path)) if self._meaning(name) == key), local(key))

    def path(self, key: str) -> tuple[str, ...]:
        """The names from the outermost first-named ancestor down to the concept's own."""
        return self._paths.get(key, (local(key),))

    def _names(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(str(self._concepts[key]["name"]) for key in keys)

    def _meaning(self, name: str) -> str | None:
        """The key of what a name stands for; None where it stands for several."""
        found = self._meanings.get(fold_path(name), set())
        if found:
            return next(iter(found)) if len(found) == 1 else None
        return self._merged.get(fold(name)) or node_key(self._study, Label.CONCEPT, fold_path(name))

    def _index(self) -> dict[str, set[str]]:
        """What each name stands for: an identity comes before a name, a name before a path, both before former names."""
        tiers: tuple[dict[str, set[str]], ...] = ({}, {}, {}, {})
        for key, row in self._concepts.items():
            path = self._paths[key]
            tails = (DOWN.join(path[start:]) for start in range(len(path) - 1))
            former = (*(row["formerNames"] or ()), *(row["guids"] or ()))
            for tier, names in zip(tiers, ((local(key),), (path[-1],), tails, former), strict=True):
                for name in names:
                    tier.setdefault(fold_path(name), set()).add(key)
        index: dict[str, set[str]] = {}
        for tier in reversed(tiers):
            index.update(tier)
        return index


def _all_names(retired: Row) -> tuple[str, ...]:
    return (retired["name"], *(retired["formerNames"] or ()), *(retired["guids"] or ()))


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
