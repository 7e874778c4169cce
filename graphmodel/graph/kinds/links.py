"""The links table: what a piece of literature does for a concept or a proposition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.elements import apart
from graphmodel.graph.kind import DocumentKind
from graphmodel.records import Kind, Link
from graphmodel.schema import Label, Type


def contribute(document: Document, to: Contribution) -> None:
    """Add what each reference does, through which memo."""
    for link in cast(Iterable[Link], document.records):
        reference = to.thing(Label.REFERENCE, link.reference, link.place)
        memo = to.thing(Label.MEMO, link.memo, link.place) if link.memo else None
        said = {"stance": link.stance, "memo": memo, "at": link.date, "note": link.note}
        for target in _targets(link, to):
            to.relate(reference, Type.BEARS_ON, target, apart(Type.BEARS_ON, said), **said)


def _targets(link: Link, to: Contribution) -> Iterator[str]:
    if link.concept:
        yield to.concept(link.concept, link.place)
    if link.proposition:
        yield to.thing(Label.PROPOSITION, link.proposition, link.place)


KIND = DocumentKind(kind=Kind.LINKS, contribute=contribute, labels=(), relationships=(Type.BEARS_ON,))
