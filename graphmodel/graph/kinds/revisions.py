"""The revisions table: the researcher's own account of how the theory changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import cast

from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.kind import DocumentKind
from graphmodel.graph.name_index import AmbiguousName
from graphmodel.names import fold
from graphmodel.records import Kind, Revision
from graphmodel.schema import Label, Type

DIGITS = 24
"""Hexadecimal digits of a revision's hash in its key: 96 bits, among which no two revisions of a study meet."""


def contribute(document: Document, to: Contribution) -> None:
    """Add the revisions in order, with what each used and made, who made it and which memo gives the reason."""
    alike: Counter[str] = Counter()
    for row, revision in enumerate(cast(Iterable[Revision], document.records), start=1):
        content = "|".join((revision.date or "", revision.kind, *revision.before, "", *revision.after))
        alike[content] += 1
        key = to.add(
            to.key(Label.REVISION, f"{sha256(content.encode()).hexdigest()[:DIGITS]}/{alike[content]}"),
            revision.place,
            kind=revision.kind,
            at=revision.date,
            before=revision.before,
            after=revision.after,
            note=revision.note,
            row=row,
        )
        _relate(key, revision, to)


def _relate(key: str, revision: Revision, to: Contribution) -> None:
    for type_, names in ((Type.USED, revision.before), (Type.GENERATED, revision.after)):
        for name in names:
            to.relate(key, type_, to.name(_meant(name, revision, to), name))
    if revision.by:
        to.relate(to.researcher(revision.by), Type.MADE, key)
    if revision.memo:
        to.relate(key, Type.JUSTIFIED_BY, to.thing(Label.MEMO, revision.memo, revision.place))


def _meant(name: str, revision: Revision, to: Contribution) -> str:
    try:
        return to.names.revised(name)
    except AmbiguousName as ambiguous:
        to.error(f"`{name}` is the name of {len(ambiguous.paths)} concepts", revision.place, "; ".join(ambiguous.paths))
        return to.key(Label.RETIRED_CONCEPT, fold(name))


KIND = DocumentKind(
    kind=Kind.REVISIONS,
    contribute=contribute,
    labels=(Label.REVISION,),
    relationships=(Type.USED, Type.GENERATED, Type.MADE, Type.JUSTIFIED_BY),
)
