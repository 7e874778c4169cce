"""The revisions table: the changes of the theory that the researcher kept a note of."""

from __future__ import annotations

from pathlib import Path

from graphmodel.records import Kind, Revision
from loaders import vocabulary
from loaders.cells import SUFFIXES
from loaders.format import Format, Read
from loaders.source import Source
from loaders.tables import Cells, Column, Table, headers_of, records_of
from loaders.values import Values

FORMAT = Format("revisions", Kind.REVISIONS, SUFFIXES, "What was created, renamed, merged, split or dropped, and why")
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


def matches(path: Path, head: bytes) -> bool:
    """Whether the file is a table of changes with what was before and after."""
    return path.suffix.lower() in SUFFIXES and {"kind", "before", "after"} <= headers_of(path)


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
