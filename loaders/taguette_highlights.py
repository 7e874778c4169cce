"""Taguette's highlights, as its project page exports them: a row for each tag of a highlight."""

from __future__ import annotations

from graphmodel.records import Kind
from loaders.cells import SUFFIXES
from loaders.exports import Export
from loaders.format import Format
from loaders.tag_paths import parts_of

FORMAT = Format(
    "Taguette highlights", Kind.PROJECT, SUFFIXES, "Highlights with their tags; highlights without a tag are not in it"
)
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
