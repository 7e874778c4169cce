"""Derive the nodes of the documents themselves."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.captions import caption
from graphmodel.graph.document import Document
from graphmodel.graph.elements import Graph, Relationship, present
from graphmodel.schema import Label, Type


def derive_documents(graph: Graph, study: str, documents: Iterable[Document]) -> None:
    """Add a node for each document, of its study."""
    for document in documents:
        properties = present(
            {
                "key": document.key,
                "study": study,
                "kind": document.kind.value,
                "path": document.path,
                "part": document.part,
                "origin": document.origin.value,
                "sources": [document.path],
            }
        )
        properties["caption"] = caption(Label.DOCUMENT, properties)
        graph.nodes[document.key] = properties
        graph.relationships[Relationship(Type.OF, document.key, study)] = {}
