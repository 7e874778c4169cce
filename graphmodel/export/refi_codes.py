"""The concepts of a study as a code tree: each below the parent that was named first, further parents as links."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.export.refi_project import RefiProject
from graphmodel.export.refi_xml import Element, element, kept_guid, worded
from graphmodel.export.rows import Row, StudyRows
from graphmodel.names import fold
from graphmodel.schema import local
from loaders.refi_names import SUBSUMED_BY

_NO_PLACE = {
    "properties": "properties of concepts",
    "origin": "origins of concepts",
    "stage": "stages of concepts",
    "level": "levels of concepts",
    "isCore": "the core category",
    "sought": "searches for negative cases",
    "formerNames": "former names of concepts",
}


def name_codes(rows: StudyRows, project: RefiProject) -> None:
    """Give every concept its GUID: one that it has from a program, else one of ours."""
    taken: set[str] = set()
    for row in sorted(rows.concepts, key=lambda row: str(row["key"])):
        given = kept_guid(row["guids"], "Concept", local(row["key"]))
        if given in taken:
            given = kept_guid(None, "Concept", local(row["key"]))
        taken.add(given)
        project.guids[row["key"]] = given
        for name, what in _NO_PLACE.items():
            project.exported.lacks(what, bool(row[name]))


def codes(rows: StudyRows, project: RefiProject) -> list[Element]:
    """The outermost codes, those below them inside."""
    by_key = {row["key"]: row for row in rows.concepts}
    below: dict[str | None, list[Row]] = {}
    for row in rows.concepts:
        parents = [parent for parent in row["parents"] if parent in by_key]
        below.setdefault(parents[0] if parents else None, []).append(row)
        for parent in parents[1:]:
            project.link(SUBSUMED_BY, project.guids[row["key"]], project.guids[parent])
    project.exported.counts["codes"] = len(rows.concepts)
    return list(_tree(None, below, rows, project))


def _tree(
    above: str | None, below: dict[str | None, list[Row]], rows: StudyRows, project: RefiProject
) -> Iterator[Element]:
    for row in sorted(below.get(above, ()), key=lambda row: (fold(row["name"]), project.guids[row["key"]])):
        yield element(
            "Code",
            worded("Description", rows.guard.clean(row["definition"])),
            *project.note_refs(row["key"]),
            *_tree(row["key"], below, rows, project),
            guid=project.guids[row["key"]],
            name=row["name"],
            isCodable="true",
        )
