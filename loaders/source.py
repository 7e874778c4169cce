"""One file of a study that can be read, and how."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from graphmodel.errors import Problem
from graphmodel.records import Kind, Record, TableMapping
from loaders import safety
from loaders.format import Format, Loader
from loaders.name_lengths import within_bounds
from loaders.surrogates import without_surrogates
from loaders.using import taken


@dataclass(frozen=True, slots=True)
class Source:
    """A file and what is known of it before it is read.

    `name` is the path within the study folder, with `/`; the file's name where there is no folder. Of a program's
    project the study may use only some parts (`use`, see `using.PARTS`). `items` are there where the file was read
    already: what its loader yields.
    """

    format: Format
    path: Path
    root: Path | None
    name: str
    mapping: TableMapping | None = None
    use: tuple[str, ...] = ()
    items: tuple[Record | Problem, ...] | None = None

    def read(self) -> Iterator[Record | Problem]:
        """The records of the file, with every problem found in it, in the order of the file. Opened for reading only;
        never raises for what the file holds."""
        yield from without_surrogates(within_bounds(self._found(), self.path), self.path)

    def _found(self) -> Iterator[Record | Problem]:
        if self.items is not None:
            yield from self.items
            return
        refused = self._refusal()
        if refused:
            yield refused
            return
        try:
            items = self._module().read(self)
            yield from taken(items, self.use) if self.use else items
        except safety.UnreadableError as error:
            yield error.problem

    def fingerprint(self) -> str:
        """SHA-256, in hex, over all that the records depend on: the bytes, the mapping, the parts used, the format and
        the version of its loader. A file that cannot be opened has a fingerprint too, unlike any readable one's."""
        digest = hashlib.sha256()
        facts = (self.format.id, self._module().VERSION, self.mapping, self.use)
        digest.update(repr(facts).encode("utf-8", "surrogatepass"))
        refused = self._refusal()
        if refused:
            digest.update(f"refused: {refused.message}".encode("utf-8", "surrogatepass"))
            return digest.hexdigest()
        try:
            safety.digest_into(digest, self.path)
        except safety.UnreadableError as error:
            digest.update(f"refused: {error.problem.message}".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def _refusal(self) -> Problem | None:
        return safety.refusal(self.path, self.root, safety.limit_of(self.path))

    @property
    def kind(self) -> Kind:
        """The kind of document that the file holds."""
        return self.format.kind

    @property
    def version(self) -> int:
        """The version of the loader, raised when it would read the same file otherwise."""
        return self._module().VERSION

    def _module(self) -> Loader:
        return cast(Loader, import_module(self.format.module))
