"""The memos, and the literature with what it does for concepts and propositions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graphmodel.export.rows import Row
from graphmodel.export.tables.content import BETWEEN, Content
from graphmodel.export.tables.table import NARROW, PARAGRAPH, SENTENCE, Cell, Cells, Column, Table
from graphmodel.schema import Label, label_of, local

_YEAR = re.compile(r"[1-9]\d{3}")
_MEMO = (
    Column("Memo", "its name"),
    Column("Kind", "what kind of memo it is", NARROW),
    Column("Title", "its title", SENTENCE),
    Column("Date", "when it was written", NARROW),
    Column("Author", "who wrote it", NARROW),
    Column("About", "what it is about: concepts, interviews, participants, propositions, memos"),
    Column("Cites", "the literature that it cites, by key"),
    Column("Develops into", "the memos that it led to"),
    Column("Text", "the memo", PARAGRAPH),
)
_LITERATURE = (
    Column("Reference", "the key of the reference", NARROW),
    Column("Authors", "family names first"),
    Column("Year", "when it was published", NARROW),
    Column("Title", "its title", SENTENCE),
    Column("Published in", "the journal, book or series"),
    Column("DOI", "its digital object identifier"),
    Column("Bears on", "the concept or proposition", SENTENCE),
    Column("Kind", "concept or proposition", NARROW),
    Column("Path", "where the concept stands in the codebook", SENTENCE),
    Column("Stance", "supports, challenges, extends, sensitises or contextualises", NARROW),
    Column("Memo", "the memo that argues it, by name"),
    Column("Date", "when the link was made", NARROW),
    Column("Note", "what was noted of the link", SENTENCE),
)


def memos(content: Content) -> Table:
    """The memos, by date."""
    return Table("memos", "A memo", "memos", _MEMO, _memos(content))


def _memos(content: Content) -> Iterator[Cells]:
    for row in sorted(content.rows.memos, key=lambda row: (row["writtenAt"] or "", local(row["key"]))):
        yield (
            row["name"],
            row["kind"],
            content.rows.clean(row["title"]),
            row["writtenAt"],
            content.all_called(row["authors"]),
            content.all_called(row["about"]),
            content.all_called(row["cites"]),
            content.all_called(row["developsInto"]),
            content.rows.clean(row["text"]),
        )


def literature(content: Content) -> Table:
    """The references, each with a row for every link, or one without."""
    row = "What a reference does for a concept or a proposition; a reference without any has a row, too"
    return Table("literature", row, "rows of literature", _LITERATURE, _literature(content))


def _literature(content: Content) -> Iterator[Cells]:
    links: dict[str, list[Row]] = {}
    for link in content.rows.read("links"):
        links.setdefault(link["reference"], []).append(link)
    for row in sorted(content.rows.references, key=lambda row: local(row["key"])):
        held = row["properties"]
        cited = (
            content.called(row["key"]),
            BETWEEN.join(held.get("authors") or ()) or None,
            _year(held),
            *(held.get(name) for name in ("title", "container", "doi")),
        )
        found = sorted(links.get(row["key"], ()), key=_order)
        yield from ((*cited, *_link(link, content)) for link in found)
        if not found:
            yield *cited, *[None] * (len(_LITERATURE) - len(cited))


def _year(held: Mapping[str, str]) -> Cell:
    year = held.get("year")
    return int(year) if year and _YEAR.fullmatch(year) else year


def _order(link: Row) -> tuple[str, ...]:
    return tuple(link[name] or "" for name in ("at", "target", "stance", "memo", "note"))


def _link(link: Row, content: Content) -> Cells:
    concept = label_of(link["target"]) is Label.CONCEPT
    return (
        content.called(link["target"]),
        "concept" if concept else "proposition",
        content.path(link["target"]) if concept else None,
        link["stance"],
        content.called(link["memo"]),
        link["at"],
        content.rows.clean(link["note"]),
    )
