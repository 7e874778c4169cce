"""The table that tells about the others: which study this is, what is not in them and why, what each column means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphmodel.export.tables.content import Content
from graphmodel.export.tables.table import NARROW, PARAGRAPH, SENTENCE, Cells, Column, Table

NAME = "about"
_COLUMNS = (
    Column("Part", "what the row is about", NARROW),
    Column("What", "which of it", SENTENCE),
    Column("Says", "what there is to say", PARAGRAPH),
)


def about(content: Content, tables: Iterable[Table]) -> Table:
    """What there is to say once the tables are written."""
    return Table(NAME, "Something to know of the tables", "rows", _COLUMNS, _rows(content, tables))


def _rows(content: Content, tables: Iterable[Table]) -> Iterator[Cells]:
    yield from (("study", *said) for said in _study(content) if said[1])
    yield from (("left out", *said) for said in _left_out(content) if said[1])
    for table in tables:
        yield table.name, "a row is", table.row
        yield table.name, "rows", content.exported.counts[table.counted]
        yield from ((table.name, column.header, column.means) for column in table.columns)


def _study(content: Content) -> Iterator[Cells]:
    facts = content.rows.facts
    yield "notice", facts["notice"]
    yield "title", facts["title"] or content.rows.study
    yield "question", facts["question"]
    yield "approach", facts["approach"]
    for row in content.rows.researchers:
        yield "researcher", f"{row['name']} ({row['role']})" if row["role"] else row["name"]


def _left_out(content: Content) -> Iterator[Cells]:
    exported = content.exported
    yield "participants who withdrew, with what they said; no count includes them", exported.left_out
    yield "interviews whose words are withheld, for want of consent to quote them", exported.withheld
    yield "passages of definitions, memos and notes left blank, because they repeat such words", exported.blanked
    yield "names that repeat such words, and are not left blank", "; ".join(exported.repeating)
    yield from exported.no_place.items()
