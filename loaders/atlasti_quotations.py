"""ATLAS.ti's quotations, as its Quotation Manager exports them: a row a quotation, its codes in one cell."""

from __future__ import annotations

from loaders.exports import Export

VERSION = 2
EXPORT = Export(
    document=("document",),
    quote=("quotation_content",),
    codes=("codes",),
    told_by=(("quotation_name", "id", "density"),),
    coder=("created_by",),
    date=("created",),
    note=("comment",),
    label=("quotation_name",),
    count=("density",),
    split=("\n", ";", ",", "|"),
    group=("document_groups",),
    place=(("reference",),),
    identity=("id",),
    hint="Code groups, links and memos are in the project as ATLAS.ti exports it for other programs (.qdpx)",
)
matches, read = EXPORT.matches, EXPORT.read
