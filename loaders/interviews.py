"""The interviews table: whose each interview is, when, how, by whom, and why this person was asked."""

from __future__ import annotations

from graphmodel.errors import Severity
from graphmodel.names import fold_interview
from graphmodel.records import Interview
from loaders.format import Read, Unrecognised
from loaders.participants import refuse_identity
from loaders.source import Source
from loaders.tables import Cells, Column, Table, headers_of, records_of
from loaders.values import Values

VERSION = 2
COLUMNS = (
    Column("interview", needed=True),
    Column("participant", aliases=("participants", "pseudonym", "pseudonyms")),
    Column("date"),
    Column("sequence"),
    Column("mode"),
    Column("duration_min", aliases=("duration", "minutes")),
    Column("interviewer", aliases=("interviewers",)),
    Column("sampled_for"),
    Column("rationale"),
    Column("file"),
)


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a table of interviews without excerpts."""
    headers = file.found(headers_of)
    return "interview" in headers and not headers & {"quote", "codes", "code", "start", "reference"}


def read(source: Source) -> Read:
    """The Interviews."""
    table = Table(source, COLUMNS)
    refuse_identity(table)
    values = Values(table)
    rows: dict[str, int] = {}

    def interview(row: int, cells: Cells) -> Interview | None:
        name = cells[0].strip()
        if not name:
            table.flag(row, "the row names no interview and is left out", "Name it, or delete the row")
            return None
        if (known := rows.setdefault(fold_interview(name), row)) != row:
            message = f"`{name}` is the interview of row {known}"
            hint = "Names that differ in case, separators or leading zeros are one; keep one row an interview"
            table.flag(row, message, hint, Severity.ERROR)
            return None
        return _interview(table, values, row, cells)

    return records_of(table, interview)


def _interview(table: Table, values: Values, row: int, cells: Cells) -> Interview:
    name, participant, date, sequence, mode, duration, interviewer, sampled_for, rationale, file, *_ = cells
    return Interview(
        name=name.strip(),
        participants=values.several(participant),
        date=values.date(row, "date", date),
        sequence=values.number(row, "sequence", sequence),
        mode=values.text(mode),
        duration_min=values.decimal(row, "duration_min", duration),
        interviewers=values.several(interviewer),
        sampled_for=values.several(sampled_for),
        rationale=values.text(rationale),
        file=values.text(file),
        place=table.place(row),
    )
