"""OpenQDA's codings as a table: a row a selection."""

from __future__ import annotations

from loaders.exports import Export

VERSION = 2
EXPORT = Export(
    document=("source", "file"),
    quote=("selection",),
    codes=("code_category",),
    told_by=(("start_pos",), ("end_pos",)),
    coder=("created_by",),
    date=("created_at",),
    place=(("start_pos",), ("end_pos",)),
    start=("start_pos",),
    end=("end_pos",),
)
matches, read = EXPORT.matches, EXPORT.read
