"""Build the graph that the documents of a study describe."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from graphmodel.errors import Problem
from graphmodel.graph.contribution import Contribution
from graphmodel.graph.derive.consent import derive_consent
from graphmodel.graph.derive.documents import derive_documents
from graphmodel.graph.derive.givers import derive_givers
from graphmodel.graph.derive.levels import derive_levels
from graphmodel.graph.derive.speakers import derive_speakers
from graphmodel.graph.document import Document
from graphmodel.graph.elements import Graph
from graphmodel.graph.kinds import KINDS
from graphmodel.graph.merge import merge, precedence
from graphmodel.graph.name_index import UNNAMED_CODER, NameIndex
from graphmodel.graph.people import people_of
from graphmodel.graph.transcript_files import file_problems
from graphmodel.schema import Label


@dataclass(slots=True)
class Built:
    """A graph with the names that its documents mean things by, and what is outstanding: by document what it says that
    means nothing or cannot be, and what documents say against one another."""

    graph: Graph
    names: NameIndex
    contributions: list[Contribution]
    problems: list[Problem]


def build(study: str, documents: Sequence[Document]) -> Built:
    """The graph of a study, from all of its documents in any order. The same documents give the same graph.

    Never raises for what documents say: what cannot be is a problem, and the graph is built without it.
    """
    in_order = sorted(documents, key=precedence)
    with _uncollected():
        names = index_names(study, in_order)
        contributions = [contribute(document, names) for document in in_order]
        merged = merge(study, contributions)
        derive_levels(merged, names.levels)
        graph = merged.graph
        givers = derive_givers(merged, names)
        speakers = derive_speakers(graph, names, in_order, givers)
        derive_consent(merged, givers, speakers)
        derive_documents(graph, study, in_order)
    return Built(graph, names, contributions, [*file_problems(in_order), *merged.problems])


def index_names(study: str, in_order: Sequence[Document]) -> NameIndex:
    """The names of a study, from its documents in the order of precedence."""
    names = NameIndex(study)
    for document in in_order:
        KINDS[document.kind].define(document, names)
    names.connect()
    names.people = people_of(in_order)
    researchers = list(names.identities(Label.RESEARCHER))
    names.coder = researchers[0] if len(researchers) == 1 else UNNAMED_CODER
    return names


def contribute(document: Document, names: NameIndex) -> Contribution:
    """Return what one document adds to the graph."""
    contribution = Contribution(document, names)
    KINDS[document.kind].contribute(document, contribution)
    return contribution


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the garbage collector off: nothing here is garbage, and looking for it took a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
