"""Taguette's codebook as a table: a row a tag, with its description."""

from __future__ import annotations

from graphmodel.records import Kind
from loaders.cells import SUFFIXES
from loaders.export_lists import CodeList
from loaders.format import Format
from loaders.tag_paths import parts_of

FORMAT = Format("Taguette codebook", Kind.PROJECT, SUFFIXES, "Tags with their descriptions")
VERSION = 1
CODES = CodeList(
    name=("tag",),
    definition=("description",),
    parts=parts_of,
    told_by=(("number_of_highlights",),),
    counts=("number_of_highlights",),
)
matches, read = CODES.matches, CODES.read
