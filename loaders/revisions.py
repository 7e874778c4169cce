"""The revisions table: the changes of the theory that the researcher kept a note of."""

from __future__ import annotations

from graphmodel.records import Revision
from loaders import vocabulary
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.tables import Cells, Column, Table, headers_of, records_of
from loaders.values import Values

VERSION = 1
COLUMNS = (
    Column("date"),
    Column("kind", needed=True),
    Column("before"),
    Column("after"),
    Column("by"),
    Column("memo"),
    Column("note"),
)


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a table of changes with what was before and after."""
    return {"kind", "before", "after"} <= file.found(headers_of)


def read(source: Source) -> Read:
    """The Revisions, in the order of the rows."""
    table = Table(source, COLUMNS)
    values = Values(table)

    def revision(row: int, cells: Cells) -> Revision | None:
        date, kind, before, after, by, memo, note, *_ = cells
        word = values.closed(row, "kind of revision", kind, vocabulary.REVISION)
        if word is None:
            table.flag(row, "the row has no kind and is left out", f"Known: {', '.join(vocabulary.REVISION)}")
            return None
        return Revision(
            kind=word,
            date=values.date(row, "date", date),
            before=values.several(before),
            after=values.several(after),
            by=values.text(by),
            memo=values.text(memo),
            note=values.text(note),
            place=table.place(row),
        )

    return records_of(table, revision)
