"""The participants table: a pseudonym a row, the two consents, and any attributes."""

from __future__ import annotations

from typing import TypeVar

from graphmodel.errors import Severity
from graphmodel.names import fold
from graphmodel.records import Consent, Participant, QuoteConsent
from loaders import vocabulary
from loaders.format import Read, Unrecognised
from loaders.identity import holds_mail, looks_like
from loaders.source import Source
from loaders.tables import Cells, Column, Table, headers_of, records_of

VERSION = 1
COLUMNS = (
    Column("participant", needed=True, aliases=("pseudonym",)),
    Column("consent"),
    Column("quote_consent", aliases=("quoteconsent",)),
)

C = TypeVar("C", Consent, QuoteConsent)


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a table that begins with participants and names no interview."""
    headers = file.found(headers_of)
    return bool(headers & {"participant", "pseudonym"}) and not headers & {"interview", "quote", "codes", "reference"}


def read(source: Source) -> Read:
    """The Participants."""
    table = Table(source, COLUMNS)
    refuse_identity(table)
    rows: dict[str, int] = {}

    def participant(row: int, cells: Cells) -> Participant | None:
        name = cells[0].strip()
        if not name:
            table.flag(row, "the row names no participant and is left out", "Give it a pseudonym, or delete it")
            return None
        if (known := rows.setdefault(fold(name), row)) != row:
            table.flag(row, f"`{name}` is in row {known} already", "Keep one row a participant", Severity.ERROR)
            return None
        return _participant(table, row, name, cells)

    return records_of(table, participant, others_read=True)


def _participant(table: Table, row: int, name: str, cells: Cells) -> Participant:
    _, consent, quote_consent, *others, _ = cells
    _refuse_mail(table, row, others)
    headed = zip(table.others, others, strict=True)
    return Participant(
        name=name,
        consent=_known(table, row, "consent", consent, Consent.WITHDRAWN) or Consent.ACTIVE,
        quote_consent=_known(table, row, "quote consent", quote_consent, QuoteConsent.NONE) or QuoteConsent.NONE,
        attributes=tuple((header, cell.strip()) for (_, header), cell in headed if cell.strip()),
        place=table.place(row),
    )


def refuse_identity(table: Table) -> None:
    """An error for each column that looks as if it said who somebody is, and was not declared an attribute."""
    for _, header in table.others:
        what = looks_like(header)
        if what and not table.declared(header):
            table.refuse(*_refusal(header, what))


def _refuse_mail(table: Table, row: int, cells: list[str]) -> None:
    for (_, header), cell in zip(table.others, cells, strict=True):
        if holds_mail(cell) and not table.declared(header):
            message, hint = _refusal(header, "an e-mail address")
            table.flag(row, message, hint, Severity.ERROR)


def _refusal(header: str, what: str) -> tuple[str, str]:
    message = (
        f"the column `{header}` looks like {what}; what ties a pseudonym to a person stays out of the graph, "
        "because everybody who opens the graph could then say who spoke"
    )
    return (
        message,
        f"Delete the column; or, if it says nothing of who they are, put in study.yaml: attributes: [{header}]",
    )


def _known(table: Table, row: int, what: str, cell: str, strictest: C) -> C | None:
    """The value of a consent, None where the cell is empty; what is not understood is read as the one that allows
    least."""
    if not cell.strip():
        return None
    values = tuple(type(strictest))
    value = vocabulary.known(cell, values)
    if value is None:
        message, hint = vocabulary.unknown(what, cell.strip(), values)
        table.flag(row, f"{message}; it is read as {strictest}", hint)
    return value or strictest
