"""What memos, the bibliography, the links table and the revisions table say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from graphmodel.catalogue import AmbiguousName, written_link
from graphmodel.claims import Edge
from graphmodel.documents.context import Context, named, named_all
from graphmodel.errors import Place
from graphmodel.names import fold
from graphmodel.records import Link, Memo, MemoLink, Reference, Revision
from graphmodel.schema import Label, Type


def say_memo(memo: Memo, context: Context) -> None:
    """The memo, who wrote it, what it is about, what it cites and what it develops into."""
    key = context.claims.node(
        context.key(Label.MEMO, fold(memo.name)),
        name=memo.name,
        kind=memo.kind,
        title=memo.title,
        text=memo.text,
        writtenAt=memo.date,
    )
    if memo.author:
        context.claims.edge(Edge(Type.WROTE, context.researcher(memo.author), key))
    for link in memo.about:
        _say_about(key, link, context)
    for cited in memo.cites:
        context.claims.edge(Edge(Type.CITES, key, context.mention(Label.REFERENCE, cited, memo.place)))
    for later in memo.develops_into:
        context.claims.edge(Edge(Type.DEVELOPS_INTO, key, context.mention(Label.MEMO, later, memo.place)))


def _say_about(memo: str, link: MemoLink, context: Context) -> None:
    try:
        target = context.catalogue.target(link.name, link.to)
    except AmbiguousName as ambiguous:
        context.error(
            f"the link [[{link.name}]] may mean {len(ambiguous.paths)} concepts",
            link.place,
            "Write one of: " + "; ".join(f"[[{path}]]" for path in ambiguous.paths),
        )
        return
    if not context.catalogue.knows(target):
        context.flag(
            f"the memo is about `{link.name}`, and nothing has that name",
            link.place,
            "It is kept as an undefined concept; add what it names, or mend the spelling",
        )
    context.claims.mention(target, link.name)
    context.claims.edge(Edge(Type.ABOUT, memo, target), **named_all((written_link(link.name, link.to),), target))


def say_bibliography(references: Iterable[Reference], context: Context) -> None:
    """The references, in CSL's terms."""
    for reference in references:
        context.claims.node(
            context.key(Label.REFERENCE, fold(reference.key)),
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


def say_links(links: Iterable[Link], context: Context) -> None:
    """What each reference does for a concept or a proposition."""
    for link in links:
        reference = context.mention(Label.REFERENCE, link.reference, link.place)
        memo = context.mention(Label.MEMO, link.memo, link.place) if link.memo else None
        for target, as_named in _targets(link, context):
            context.claims.edge(
                Edge(Type.BEARS_ON, reference, target, f"{link.stance}|{memo}"),
                stance=link.stance,
                memo=memo,
                at=link.date,
                note=link.note,
                **as_named,
            )


def _targets(link: Link, context: Context) -> Iterable[tuple[str, dict[str, str]]]:
    if link.concept:
        yield context.concept(link.concept, link.place)
    if link.proposition:
        yield context.mention(Label.PROPOSITION, link.proposition, link.place), {}


def say_revisions(revisions: Iterable[Revision], context: Context) -> None:
    """Each change of the theory: what it used and made, who made it, which memo gives the reason."""
    alike: Counter[str] = Counter()
    for revision in revisions:
        content = "|".join((revision.date or "", revision.kind, *revision.before, "", *revision.after))
        alike[content] += 1
        key = context.claims.node(
            context.key(Label.REVISION, f"{sha256(content.encode()).hexdigest()[:24]}/{alike[content]}"),
            kind=revision.kind,
            at=revision.date,
            before=revision.before,
            after=revision.after,
            note=revision.note,
        )
        _say_sources(key, revision, context)


def _say_sources(key: str, revision: Revision, context: Context) -> None:
    for type_, names in ((Type.USED, revision.before), (Type.GENERATED, revision.after)):
        for name in names:
            target = _revised(name, revision.place, context)
            context.claims.edge(Edge(type_, key, target), **named(name, target))
    if revision.by:
        context.claims.edge(Edge(Type.MADE, context.researcher(revision.by), key))
    if revision.memo:
        memo = context.mention(Label.MEMO, revision.memo, revision.place)
        context.claims.edge(Edge(Type.JUSTIFIED_BY, key, memo))


def _revised(name: str, place: Place, context: Context) -> str:
    try:
        target = context.catalogue.revised(name)
    except AmbiguousName as ambiguous:
        context.error(f"`{name}` is the name of {len(ambiguous.paths)} concepts", place, "; ".join(ambiguous.paths))
        target = context.key(Label.RETIRED_CONCEPT, fold(name))
    return context.claims.mention(target, name)
