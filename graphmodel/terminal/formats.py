"""The formats that are read and written."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.formats import FormatUse
from graphmodel.terminal.sheet import Sheet

COLUMNS = ("format", "use", "files", "holds", "what")


def formats_sheet(formats: Sequence[FormatUse]) -> Sheet:
    """One row a format and what is done with it."""
    rows = [
        {
            "format": each.name,
            "use": each.use,
            "files": " ".join(each.suffixes),
            "holds": each.holds.value,
            "what": each.what,
        }
        for each in formats
    ]
    return Sheet(columns=COLUMNS, rows=rows)
