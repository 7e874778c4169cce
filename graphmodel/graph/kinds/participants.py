"""The participants table: who takes part, with consents and attributes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from graphmodel.graph.attributes import attribute, is_number, number
from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.kind import DocumentKind
from graphmodel.graph.name_index import NameIndex
from graphmodel.names import fold
from graphmodel.records import Kind, Participant
from graphmodel.schema import Label


def define(document: Document, names: NameIndex) -> None:
    """Define the participants."""
    for row in cast(Iterable[Participant], document.records):
        names.define(Label.PARTICIPANT, fold(row.name), row.name)
        names.text_attributes.update(attribute(header) for header, value in row.attributes if not is_number(value))


def contribute(document: Document, to: Contribution) -> None:
    """Add the participants; the study lists the attributes that they have, with the type of each."""
    headers: dict[str, None] = {}
    textual = to.names.text_attributes
    for row in cast(Iterable[Participant], document.records):
        headers |= dict.fromkeys(header for header, _ in row.attributes)
        attributes = {attribute(header): value for header, value in row.attributes}
        to.add(
            to.key(Label.PARTICIPANT, fold(row.name)),
            row.place,
            name=row.name,
            consent=row.consent.value,
            quoteConsent=row.quote_consent.value,
            **{name: value if name in textual else number(value) for name, value in attributes.items()},
        )
    if headers:
        types = {header: "text" if attribute(header) in textual else "number" for header in headers}
        to.add(document.study, attributes=[f"{header}: {word}" for header, word in types.items()])


KIND = DocumentKind(
    kind=Kind.PARTICIPANTS, define=define, contribute=contribute, labels=(Label.PARTICIPANT,), relationships=()
)
