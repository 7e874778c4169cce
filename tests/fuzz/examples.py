"""Damaged files of a format, and whether its reader came through one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from graphmodel.errors import GraphmodelError
from graphmodel.records import Kind
from loaders import registry, using
from loaders.format import Unrecognised
from tests.fuzz import archives, databases, markup, pieces
from tests.fuzz.guard import watched
from tests.fuzz.judge import faults
from tests.fuzz.targets import Seed, Target

SECONDS, MEGABYTES = 5.0, 400.0
"""What a damaged copy of a small file may take, of processor time and of memory."""
PARTS = tuple(using.PARTS)


@dataclass(frozen=True)
class Example:
    """A file to read, and which parts of it the study uses."""

    suffix: str
    content: bytes
    use: tuple[str, ...] = ()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Hypothesis shows how long the file is; the file itself lies where it was read."""
        printer.text(f"Example({self.suffix}, {len(self.content)} bytes, use={self.use})")


@st.composite
def examples(draw: st.DrawFn, target: Target) -> Example:
    """A damaged copy of a sample."""
    seed = draw(st.sampled_from(target.seeds))
    other = draw(st.sampled_from([each for each in target.seeds if each.suffix == seed.suffix]))
    content = _damage(seed)(draw, seed.content, other.content)
    project = target.kind is Kind.PROJECT
    use = tuple(draw(st.lists(st.sampled_from(PARTS), max_size=2, unique=True))) if project else ()
    return Example(seed.suffix, content or b"x", use)


def _damage(seed: Seed) -> Callable[[st.DrawFn, bytes, bytes], bytes]:
    """How a file of this make is damaged."""
    if seed.content.startswith(archives.MAGIC):
        return archives.changed
    if seed.content.startswith(databases.MAGIC):
        return databases.changed
    return _changed_markup if markup.is_xml(seed.content) else pieces.changed


def _changed_markup(draw: st.DrawFn, content: bytes, other: bytes) -> bytes:
    return markup.changed(draw, content) if draw(st.integers(0, 2)) else pieces.changed(draw, content, other)


def come_through(target: Target, example: Example, folder: Path) -> None:
    """Read the example as its format, to the end, and ask every format whether it claims it."""
    path = folder / f"P1-1{example.suffix}"
    path.write_bytes(example.content)
    before = {each: each.stat().st_mtime_ns for each in folder.iterdir()}
    source = target.source(path, example.use)
    with watched(folder) as watch:
        found = faults(source.read(), path)
        source.fingerprint()
        registry.loader(target.format).matches(Unrecognised(path, example.content[:4096]))
        with suppress(GraphmodelError):
            registry.recognise(path)
    assert found == [], f"the file is {path}"
    assert watch.wrong == []
    assert watch.seconds < SECONDS
    assert watch.megabytes < MEGABYTES
    assert {each: each.stat().st_mtime_ns for each in folder.iterdir()} == before
