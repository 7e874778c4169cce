"""The links table: what a piece of literature does for a concept or a proposition."""

from __future__ import annotations

from graphmodel.records import Link
from loaders import vocabulary
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.tables import Cells, Column, Table, headers_of, records_of
from loaders.values import Values

VERSION = 1
COLUMNS = (
    Column("reference", needed=True),
    Column("concept", aliases=("concept_or_proposition", "code")),
    Column("proposition"),
    Column("stance"),
    Column("memo"),
    Column("date"),
    Column("note"),
)
_PREFIX = "proposition:"


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a table of references and what they bear on."""
    headers = file.found(headers_of)
    return "reference" in headers and bool(headers & {"concept", "proposition", "concept_or_proposition", "code"})


def read(source: Source) -> Read:
    """The Links."""
    table = Table(source, COLUMNS)
    if table.usable and not (table.has("concept") or table.has("proposition")):
        table.lacks("concept")
    values = Values(table)

    def link(row: int, cells: Cells) -> Link | None:
        read_link = _link(table, values, row, cells)
        if read_link.reference and (read_link.concept or read_link.proposition):
            return read_link
        lacking = "neither concept nor proposition" if read_link.reference else "no reference"
        table.flag(row, f"the row names {lacking} and is left out", "Fill the cell, or delete the row")
        return None

    return records_of(table, link)


def _link(table: Table, values: Values, row: int, cells: Cells) -> Link:
    reference, concept, proposition, stance, memo, date, note, *_ = cells
    named, proposed = values.text(concept), values.text(proposition)
    if named and named.casefold().startswith(_PREFIX):
        proposed, named = named[len(_PREFIX) :].strip() or proposed, None
    return Link(
        reference=reference.strip().removeprefix("@"),
        concept=named,
        proposition=proposed,
        stance=values.closed(row, "stance", stance, vocabulary.LITERATURE_STANCE),
        memo=values.text(memo),
        date=values.date(row, "date", date),
        note=values.text(note),
        place=table.place(row),
    )
