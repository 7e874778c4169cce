"""The codebook and the revisions of the theory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphmodel.export.folder.tables import Value
from graphmodel.export.folder.whole import Folder
from graphmodel.export.rows import Row, defined

_CONCEPT = (
    "code", "parents", "level", "definition", "properties", "origin", "stage", "id", "was", "merged_into",
    "split_from", "guids",
)  # fmt: skip
_REVISION = ("date", "kind", "before", "after", "by", "memo", "note")


def write_codebook(folder: Folder) -> None:
    """The living concepts, those above before those below, then the ones that went into others."""
    living = sorted(defined(folder.rows.concepts), key=lambda row: folder.concepts.path(row["key"]))
    rows: list[Sequence[Value]] = [_concept(row, folder) for row in living]
    rows += _retired(folder)
    folder.table("codebook", _CONCEPT, rows)
    folder.exported.counts["concepts"] = len(living)


def _concept(row: Row, folder: Folder) -> Sequence[Value]:
    return (
        row["name"],
        folder.all_called(row["parents"]),
        row["level"],
        folder.rows.clean(row["definition"]),
        [folder.rows.clean(each) or "" for each in row["properties"] or ()],
        row["origin"],
        row["stage"],
        folder.concepts.identity(row["key"]),
        row["formerNames"],
        None,
        folder.concepts.once(row["splitFrom"]) if row["splitFrom"] else None,
        row["guids"],
    )


def _retired(folder: Folder) -> Iterator[Sequence[Value]]:
    for row in folder.rows.retired:
        if row["mergedInto"]:
            definition, into = folder.rows.clean(row["definition"]), folder.called(row["mergedInto"])
            former, guids = row["formerNames"], row["guids"]
            yield row["name"], None, None, definition, None, None, None, None, former, into, None, guids


def write_revisions(folder: Folder) -> None:
    """The changes of the theory, in the order of the table that they were read from."""
    rows = [
        (
            row["at"],
            row["kind"],
            row["before"],
            row["after"],
            next(iter(folder.all_called(row["by"])), None),
            next(iter(folder.all_called(row["memos"])), None),
            folder.rows.clean(row["note"]),
        )
        for row in folder.rows.read("revisions")
    ]
    folder.exported.counts["revisions"] = folder.table("revisions", _REVISION, rows)
