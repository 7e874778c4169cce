"""Taguette's highlights, as its project page exports them: a row for each tag of a highlight."""

from __future__ import annotations

from loaders.exports import Export
from loaders.tag_paths import parts_of

VERSION = 2
EXPORT = Export(
    document=("document",),
    quote=("content",),
    codes=("tag",),
    parts=parts_of,
    told_by=(("id",),),
    identity=("id",),
    hint="Positions, descriptions of tags and the history are in Taguette's .sqlite3 project",
)
matches, read = EXPORT.matches, EXPORT.read
