"""What a study folder calls things: concepts by a name that means only them, files by names that any system takes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from graphmodel.export.rows import DOWN, Row, defined, path_to
from graphmodel.graph.concept_paths import fold_path
from graphmodel.graph.name_index import AmbiguousName, ConceptEntry, NameIndex
from graphmodel.names import fold
from graphmodel.schema import Label, local

_NOT_IN_A_FILE_NAME = re.compile(r"[^\w .,'()+@&-]+")
_PASSED_OVER = re.compile(r"readme|licen[cs]e|con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
_LONGEST = 120


class ConceptNames:
    """The names by which tables and memos find a study's concepts again."""

    def __init__(self, study: str, concepts: Sequence[Row], retired: Iterable[Row]) -> None:
        self._names = {row["key"]: str(row["name"]) for row in (*concepts, *retired)}
        parents = {row["key"]: row["parents"] for row in concepts}
        self._paths = {key: tuple(self._names[each] for each in path_to(key, parents)) for key in parents}
        self._index = _index(study, concepts, retired)
        self._alike = Counter(fold(row["name"]) for row in defined(concepts))

    def of(self, key: str) -> str:
        """The concept's name where only it has the name, else its path, else its identity."""
        return next((name for name in self._candidates(key) if self._index.meaning(name) == key), local(key))

    def once(self, key: str) -> str:
        """What a living or retired concept is called where a name may be that of either."""
        return next((name for name in self._candidates(key) if self._once(name) == key), local(key))

    def path(self, key: str) -> tuple[str, ...]:
        """The names from the outermost first-named ancestor down to the concept's own."""
        return self._paths.get(key, (self._names.get(key, local(key)),))

    def identity(self, key: str) -> str | None:
        """The concept's id, where its identity is not what its name or its path makes it."""
        name, path = fold(self._names[key]), fold_path(DOWN.join(self.path(key)))
        return None if local(key) == (name if self._alike[name] == 1 else path) else local(key)

    def _candidates(self, key: str) -> tuple[str, str]:
        return self._names.get(key, local(key)), DOWN.join(self.path(key))

    def _once(self, name: str) -> str | None:
        try:
            return self._index.revised(name)
        except AmbiguousName:
            return None


def _index(study: str, concepts: Iterable[Row], retired: Iterable[Row]) -> NameIndex:
    """The names of a study as loading will know them."""
    index = NameIndex(study)
    for row in defined(concepts):
        entry = ConceptEntry(
            key=row["key"],
            name=row["name"],
            parent_names=tuple(map(local, row["parents"])),
            former_names=tuple(row["formerNames"] or ()),
            guids=tuple(row["guids"] or ()),
        )
        index.define_concept(entry)
    for row in retired:
        if row["mergedInto"]:
            index.define(Label.RETIRED_CONCEPT, local(row["key"]), row["name"])
            index.merge(row["name"], local(row["mergedInto"]), (*(row["formerNames"] or ()), *(row["guids"] or ())))
    index.connect()
    return index


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
