"""The readers that are fuzzed: all that the registry knows, each with its samples as seeds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graphmodel.records import Kind
from loaders import registry
from loaders.format import Format
from loaders.formats import FORMATS
from loaders.source import Source
from tests.loaders import golden
from tests.loaders.reading import reader_of

for each in FORMATS:  # Python keeps what it compiled when a module is imported first: that is no doing of a reader
    registry.loader(each)


@dataclass(frozen=True)
class Seed:
    """A sound file of a format, from which damaged ones are made."""

    suffix: str
    content: bytes

    def __repr__(self) -> str:
        return f"{len(self.content)} bytes of {self.suffix}"


@dataclass(frozen=True)
class Target:
    """A reader and its seeds."""

    format: Format
    seeds: tuple[Seed, ...]

    def __repr__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The loader's name without its package."""
        return reader_of(self.format)

    @property
    def kind(self) -> Kind:
        """What its files hold."""
        return self.format.kind

    def source(self, path: Path, use: tuple[str, ...] = ()) -> Source:
        """A file as a study folder would give it to the reader."""
        return Source(self.format, path, path.parent, path.name, use=use)


def target(format_: Format) -> Target:
    """The reader of a format. Every one has samples."""
    samples = [path for path in golden.samples() if path.parent.name == reader_of(format_)]
    return Target(format_, tuple(Seed(path.suffix, path.read_bytes()) for path in samples))


TARGETS = tuple(map(target, FORMATS))
