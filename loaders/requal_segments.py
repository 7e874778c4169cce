"""requal's segments as a table. Its characters count from 1, and an end is the last character of its segment."""

from __future__ import annotations

from loaders.exports import Export

VERSION = 2
EXPORT = Export(
    document=("doc_name",),
    quote=("segment_text",),
    codes=("code_name",),
    coder=("user_name",),
    place=(("segment_start",), ("segment_end",)),
    start=("segment_start",),
    end=("segment_end",),
    first=1,
    inclusive=True,
    numbering=("doc_id", "code_id", "segment_id", "user_id", "project_id", "code_color"),
)
matches, read = EXPORT.matches, EXPORT.read
