"""NVivo's codes (nodes, in older versions) as a table: a list, a codebook or the report of the code structure."""

from __future__ import annotations

from loaders.export_codes import parted_by
from loaders.export_lists import CodeList

VERSION = 1
CODES = CodeList(
    name=("hierarchical_name", "name"),
    definition=("description",),
    told_by=(("references", "nickname", "aggregate"), ("files", "sources", "aggregate", "nickname")),
    parts=parted_by("\\"),
    roots=("codes", "nodes", "codes/nodes"),
    counts=("files", "sources", "references"),
)
matches, read = CODES.matches, CODES.read
