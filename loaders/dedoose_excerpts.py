"""Dedoose's excerpts: a row an excerpt, three columns a code (applied, the range of its weights, its weight)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.export_codes import Applied, parted_by
from loaders.exports import CodesOfRow, Export

VERSION = 2
_APPLIED = re.compile(r"code:\s*(.+?)\s+applied", re.IGNORECASE)
_WEIGHT = re.compile(r"code:\s*(.+?)\s+weight", re.IGNORECASE)


def _each_code(headers: Sequence[str]) -> CodesOfRow | None:
    """What reads the codes of a row in columns of their own; None where only all of them in one cell are there."""
    applied = [(at, found[1]) for at, header in enumerate(headers) if (found := _APPLIED.fullmatch(header))]
    weights = {found[1]: at for at, header in enumerate(headers) if (found := _WEIGHT.fullmatch(header))}

    def codes(row: Sequence[str]) -> list[Applied]:
        there = [code for at, code in applied if row[at].strip().casefold() in ("true", "1", "yes")]
        return [(code, row[weights[code]].strip() if code in weights else "") for code in there]

    return codes if applied else None


EXPORT = Export(
    document=("media_title",),
    quote=("excerpt_copy",),
    codes=("codes_applied_combined",),
    coder=("excerpt_creator",),
    date=("excerpt_date",),
    parts=parted_by("\\"),
    split=(", ",),
    month_first=True,
    each_code=_each_code,
    place=(("excerpt_range",),),
)
matches, read = EXPORT.matches, EXPORT.read
