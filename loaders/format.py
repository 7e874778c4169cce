"""The facts of a format, and the face that its loader shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from graphmodel.errors import Problem
from graphmodel.records import Kind, Record

if TYPE_CHECKING:
    from loaders.source import Source

Read = Iterator[Record | Problem]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Format:
    """The facts of a format: its name, the kind of document that it holds, its suffixes, what is read of it.

    A format that is read has an `id`, which documents keep and which therefore stays the same for good, and a `module`
    that reads it.
    """

    name: str
    kind: Kind
    suffixes: tuple[str, ...]
    reads: str
    id: str = ""
    module: str = ""


class Unrecognised:
    """A file whose format is asked for. What one loader looks for in it is kept for the others."""

    def __init__(self, path: Path, head: bytes) -> None:
        """`head` is how the file begins."""
        self.path, self.head = path, head
        self.suffix = path.suffix.lower()
        self._found: dict[Callable[[Path], Any], Any] = {}

    def found(self, look: Callable[[Path], T]) -> T:
        """The finding of a function in the file; it looks once."""
        if look not in self._found:
            self._found[look] = look(self.path)
        held: T = self._found[look]
        return held


class Loader(Protocol):
    """A module of this package that reads one format."""

    VERSION: int

    def matches(self, file: Unrecognised) -> bool:
        """Tell whether the file is of this format."""
        ...

    def read(self, source: Source) -> Read:
        """The records of the file and the problems found in it, in the order of the file."""
        ...
