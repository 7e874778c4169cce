"""The formats that are read and written, as their modules describe them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from graphmodel.export import WRITERS
from graphmodel.records import Kind
from loaders.format import Format
from loaders.formats import FORMATS


@dataclass(frozen=True, slots=True)
class FormatUse:
    """A format with what is done with it: `use` is 'read' or 'written'. `holds` is the kind of document."""

    name: str
    use: str
    suffixes: tuple[str, ...]
    holds: Kind
    what: str


def formats() -> list[FormatUse]:
    """All formats that are read, in the order in which they are asked, then all that are written."""
    read = [_use(each, "read") for each in FORMATS]
    return read + [_use(import_module(name).FORMAT, "written") for name in WRITERS]


def _use(fact: Format, use: str) -> FormatUse:
    return FormatUse(fact.name, use, fact.suffixes, fact.kind, fact.reads)
