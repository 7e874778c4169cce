"""Codings: the excerpts of one interview with the concepts that were put to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from graphmodel.errors import NOWHERE
from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.excerpts import add_excerpt, interview_name, report_unnamed
from graphmodel.graph.kind import DocumentKind
from graphmodel.records import Coding, Kind, Stance
from graphmodel.schema import Label, Type


def contribute(document: Document, to: Contribution) -> None:
    """Add the excerpts of the rows; of an outline only what it names."""
    outline = document.outline
    assert outline is not None and document.interview is not None
    to.interview(interview_name(outline.name, document))
    if not document.records:
        _name_all(document, to)
    rows = cast(Sequence[Coding], document.records)
    if rows and outline.name is None:
        report_unnamed(len(rows), document, rows[0].place, to)
    for row, placed in zip(rows, document.placed, strict=True):
        excerpt = add_excerpt(document.interview, row, placed, to)
        if row.codes:
            coder = to.coder(row.coder)
            type_ = Type.CODED_AS if row.stance is Stance.SUPPORTS else Type.CONTRADICTS
            for code in row.codes:
                concept = to.concept(code, row.place)
                to.relate(excerpt, type_, concept, coder, coder=coder, at=row.date, note=row.note, quote=placed.quote)


def _name_all(document: Document, to: Contribution) -> None:
    """Name what the rows name, without telling again what is wrong with them."""
    outline = document.outline
    assert outline is not None
    if outline.name is None:
        to.add(to.interview(interview_name(None, document)), name=interview_name(None, document), unnamed=True)
    for concept in outline.concepts:
        to.concept(concept, NOWHERE)
    for coder in outline.coders:
        to.coder(coder)
    to.problems.clear()


KIND = DocumentKind(
    kind=Kind.CODINGS,
    contribute=contribute,
    labels=(Label.EXCERPT,),
    relationships=(Type.FROM, Type.SPANS, Type.CODED_AS, Type.CONTRADICTS),
)
