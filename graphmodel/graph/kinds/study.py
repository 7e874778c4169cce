"""study.yaml: the study itself and its researchers."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.kind import DocumentKind
from graphmodel.graph.name_index import NameIndex
from graphmodel.names import fold_person
from graphmodel.records import Kind, Researcher, Study
from graphmodel.schema import Label


def define(document: Document, names: NameIndex) -> None:
    """Define the researchers, and the names of the study's levels."""
    for record in document.records:
        if isinstance(record, Study):
            names.levels = names.levels or record.levels
    for researcher in _researchers(document):
        names.define(Label.RESEARCHER, fold_person(researcher.name), researcher.name)


def contribute(document: Document, to: Contribution) -> None:
    """Add the study and its researchers."""
    for record in document.records:
        if isinstance(record, Study):
            to.add(
                document.study,
                record.place,
                title=record.title or None,
                approach=record.approach,
                question=record.question,
                notice=record.notice,
                levels=record.levels,
                remoteAllowed=record.remote_allowed or None,
            )
    for each in _researchers(document):
        to.add(to.key(Label.RESEARCHER, fold_person(each.name)), name=each.name, role=each.role)


def _researchers(document: Document) -> Iterator[Researcher]:
    for record in document.records:
        if isinstance(record, Study):
            yield from record.researchers
        elif isinstance(record, Researcher):
            yield record


KIND = DocumentKind(
    kind=Kind.STUDY, define=define, contribute=contribute, labels=(Label.STUDY, Label.RESEARCHER), relationships=()
)
