"""Sources read into records, each once where memory allows, with their problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphmodel.errors import Problem
from graphmodel.records import Record
from loaders.source import Source

KEEP_BYTES = 16 * 1024 * 1024
"""How many bytes of source files are kept as records at most; files beyond that are read again when their turn
comes."""


@dataclass(slots=True)
class Read:
    """The records of a file and what is wrong with it."""

    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Reader:
    """Reads sources, and remembers as many as fit."""

    def __init__(self, keep_bytes: int = KEEP_BYTES) -> None:
        self._left = keep_bytes
        self._kept: dict[str, Read] = {}

    def read(self, source: Source) -> Read:
        """All records and problems of a source."""
        kept = self._kept.get(source.name)
        if kept:
            return kept
        read = Read()
        for item in source.read():
            (read.problems if isinstance(item, Problem) else read.records).append(item)  # type: ignore[arg-type]
        size = source.path.stat().st_size if source.path.exists() else 0
        if size <= self._left:
            self._left -= size
            self._kept[source.name] = read
        return read

    def forget(self, source: Source) -> None:
        """Give up what is remembered of a source that will not be asked for again."""
        self._kept.pop(source.name, None)
