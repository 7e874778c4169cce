"""The bibliography: pieces of literature in CSL's terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.kind import DocumentKind
from graphmodel.graph.name_index import NameIndex
from graphmodel.names import fold
from graphmodel.records import Kind, Reference
from graphmodel.schema import Label


def define(document: Document, names: NameIndex) -> None:
    """Define the references."""
    for reference in cast(Iterable[Reference], document.records):
        names.define(Label.REFERENCE, fold(reference.key), reference.key)


def contribute(document: Document, to: Contribution) -> None:
    """Add the references."""
    for reference in cast(Iterable[Reference], document.records):
        to.add(
            to.key(Label.REFERENCE, fold(reference.key)),
            reference.place,
            name=reference.key,
            type=reference.type,
            title=reference.title,
            authors=reference.authors,
            year=reference.year,
            container=reference.container,
            volume=reference.volume,
            issue=reference.issue,
            pages=reference.pages,
            doi=reference.doi,
        )


KIND = DocumentKind(
    kind=Kind.BIBLIOGRAPHY, define=define, contribute=contribute, labels=(Label.REFERENCE,), relationships=()
)
