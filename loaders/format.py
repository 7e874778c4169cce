"""What a loader module says of itself, and what a loader gives back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from graphmodel.errors import Problem
from graphmodel.records import Kind, Record

if TYPE_CHECKING:
    from loaders.source import Source

Read = Iterator[Record | Problem]


@dataclass(frozen=True, slots=True)
class Format:
    """The facts of a format: its name, the kind of document that it holds, its suffixes, what is read of it."""

    name: str
    kind: Kind
    suffixes: tuple[str, ...]
    reads: str

    @property
    def id(self) -> str:
        return self.name.casefold().replace(" ", "-")


class Loader(Protocol):
    """A module of this package that reads one format."""

    FORMAT: Format
    VERSION: int

    def matches(self, path: Path, head: bytes) -> bool:
        """Whether the file is of this format; `head` is how it begins."""
        ...

    def read(self, source: Source) -> Read:
        """The records of the file and the problems found in it, in the order of the file."""
        ...
