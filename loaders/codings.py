"""The codings table: an excerpt and its codes a row."""

from __future__ import annotations

from msgspec.structs import replace

from graphmodel.errors import Place, Severity
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Stance
from loaders import vocabulary
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.tables import Column, Table, headers_of, note_others
from loaders.values import Values

VERSION = 2
COLUMNS = (
    Column("interview", aliases=("document", "transcript")),
    Column("quote", aliases=("excerpt", "text")),
    Column("start"),
    Column("end"),
    Column("occurrence"),
    Column("codes", needed=True, aliases=("code",)),
    Column("coder"),
    Column("date"),
    Column("note", aliases=("comment",)),
    Column("stance"),
)
FOLDER = "codings"


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a table of codes with the words, or the positions, that they were put to."""
    headers = file.found(headers_of)
    return bool(headers & {"codes", "code"}) and ("quote" in headers or {"start", "end"} <= headers)


def read(source: Source) -> Read:
    """The Codings, in the order of the rows."""
    table = Table(source, COLUMNS)
    own_interview = source.path.stem if source.name.startswith(f"{FOLDER}/") else None
    _columns_needed_together(table, own_interview)
    yield from table.drain()
    if not table.usable:
        return
    yield from note_others(table)
    values, path = Values(table), source.path
    named_in_rows = table.has("interview")
    stances = {"": Stance.SUPPORTS}
    for row, (interview, quote, start, end, occurrence, codes, coder, date, note, stance, *_) in table.rows():
        selector = QuoteSelector(
            quote=quote.strip() or None,
            start=values.number(row, "start", start) if start else None,
            end=values.number(row, "end", end) if end else None,
            occurrence=values.number(row, "occurrence", occurrence, smallest=1) if occurrence else None,
        )
        if selector.start is not None and selector.end is not None and selector.end < selector.start:
            table.flag(row, f"end: {selector.end} is before start, {selector.start}", "It is left out")
            selector = replace(selector, end=None)
        if selector.quote is None and (selector.start is None or selector.end is None):
            message = "the row has neither a quote nor start and end, and is left out"
            table.flag(row, message, "Copy the words of the transcript into the quote column")
            continue
        if not (named := values.several(codes)):
            table.flag(row, "the row names no code; the excerpt is kept without one", "Name a code, or delete the row")
        if stance not in stances:
            stances[stance] = _stance(table, row, stance)
        yield Coding(
            interview=values.text(interview) if named_in_rows else own_interview,
            selector=selector,
            codes=named,
            coder=values.text(coder),
            date=values.date(row, "date", date) if date else None,
            note=note.strip() or None,
            stance=stances[stance],
            place=Place(path, row=row),
        )
        if table.problems:
            yield from table.drain()
    yield from table.drain()


def _columns_needed_together(table: Table, own_interview: str | None) -> None:
    if not table.usable:
        return
    if own_interview is None and not table.has("interview"):
        table.lacks("interview")
    if not table.has("quote") and not (table.has("start") and table.has("end")):
        table.lacks("quote")


def _stance(table: Table, row: int, cell: str) -> Stance:
    stance = vocabulary.known(cell, vocabulary.STANCE) if cell.strip() else Stance.SUPPORTS
    if stance is None:
        message, hint = vocabulary.unknown("stance", cell.strip(), vocabulary.STANCE)
        table.flag(row, message, hint, Severity.ERROR)
    return stance or Stance.SUPPORTS
