"""The description of a kind of document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.name_index import NameIndex
from graphmodel.records import Kind
from graphmodel.schema import Label, Type


def define_nothing(document: Document, names: NameIndex) -> None:
    """Define no name."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """All that is particular to a kind of document: `define` adds the names that it defines to the index of names,
    `contribute` what it says to the graph. `labels` are the nodes that a document of this kind says itself, and
    `relationships` those that it says; what else it touches it only adds to."""

    kind: Kind
    contribute: Callable[[Document, Contribution], None]
    labels: tuple[Label, ...]
    relationships: tuple[Type, ...]
    define: Callable[[Document, NameIndex], None] = define_nothing
