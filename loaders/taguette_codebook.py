"""Taguette's codebook as a table: a row a tag, with its description."""

from __future__ import annotations

from loaders.export_lists import CodeList
from loaders.tag_paths import parts_of

VERSION = 1
CODES = CodeList(
    name=("tag",),
    definition=("description",),
    parts=parts_of,
    told_by=(("number_of_highlights",),),
    counts=("number_of_highlights",),
)
matches, read = CODES.matches, CODES.read
