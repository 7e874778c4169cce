"""The readers that are fuzzed: all that the registry knows, each with its samples as seeds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graphmodel.records import Kind
from loaders import registry
from loaders.source import Source
from tests.loaders import golden


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

    loader: str
    seeds: tuple[Seed, ...]

    def __repr__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The loader's name without its package."""
        return self.loader.removeprefix("loaders.")

    @property
    def kind(self) -> Kind:
        """What its files hold."""
        return registry.loader(self.loader).FORMAT.kind

    def source(self, path: Path, use: tuple[str, ...] = ()) -> Source:
        """A file as a study folder would give it to the reader."""
        return Source(self.kind, path, path.parent, path.name, self.loader, use=use)


def target(loader: str) -> Target:
    """The reader of a name, for example `loaders.codings`. Every reader has samples."""
    samples = [path for path in golden.samples() if path.parent.name == loader.removeprefix("loaders.")]
    return Target(loader, tuple(Seed(path.suffix, path.read_bytes()) for path in samples))


TARGETS = tuple(map(target, registry.LOADERS))
