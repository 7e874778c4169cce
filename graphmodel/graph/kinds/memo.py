"""A memo: who wrote it, what it is about, what it cites and what it develops into."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.kind import DocumentKind
from graphmodel.graph.name_index import AmbiguousName, NameIndex
from graphmodel.names import fold
from graphmodel.records import Kind, Memo, MemoLink
from graphmodel.schema import Label, Type


def define(document: Document, names: NameIndex) -> None:
    """Define the memo."""
    for memo in cast(Iterable[Memo], document.records):
        names.define(Label.MEMO, fold(memo.name), memo.name)


def contribute(document: Document, to: Contribution) -> None:
    """Add the memo with all that it links to."""
    for memo in cast(Iterable[Memo], document.records):
        key = to.add(
            to.key(Label.MEMO, fold(memo.name)),
            memo.place,
            name=memo.name,
            kind=memo.kind,
            title=memo.title,
            text=memo.text,
            writtenAt=memo.date,
        )
        if memo.author:
            to.relate(to.researcher(memo.author), Type.WROTE, key)
        for link in memo.about:
            _add_link(key, link, to)
        for cited in memo.cites:
            to.relate(key, Type.CITES, to.thing(Label.REFERENCE, cited, memo.place))
        for later in memo.develops_into:
            to.relate(key, Type.DEVELOPS_INTO, to.thing(Label.MEMO, later, memo.place))


def _add_link(memo: str, link: MemoLink, to: Contribution) -> None:
    try:
        target = to.names.target(link.name, link.to)
    except AmbiguousName as ambiguous:
        hint = "Write one of: " + "; ".join(f"[[{path}]]" for path in ambiguous.paths)
        to.error(f"the link [[{link.name}]] may mean {len(ambiguous.paths)} concepts", link.place, hint)
        return
    if not to.names.knows(target):
        hint = "It is kept as an undefined concept; add what it names, or correct the spelling"
        to.flag(f"the memo is about `{link.name}`, and nothing has that name", link.place, hint)
    to.relate(memo, Type.ABOUT, to.name(target, link.name))


KIND = DocumentKind(
    kind=Kind.MEMO,
    define=define,
    contribute=contribute,
    labels=(Label.MEMO,),
    relationships=(Type.WROTE, Type.ABOUT, Type.CITES, Type.DEVELOPS_INTO),
)
