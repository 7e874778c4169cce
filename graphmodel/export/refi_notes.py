"""Memos and literature as notes, propositions as links between codes; what each is about as references and links."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.export.refi_project import RefiProject
from graphmodel.export.refi_xml import Element, date_time, element, guid, worded
from graphmodel.export.rows import Row, StudyRows
from graphmodel.schema import Label, label_of, local
from loaders.refi_names import (
    ABOUT,
    CITES,
    DEVELOPS_INTO,
    MEMO_DATE,
    MEMO_KIND,
    MEMO_TITLE,
    REFERENCE,
    REFERENCE_FIELDS,
)

_REFERRED = (Label.CONCEPT, Label.INTERVIEW)


def name_notes(rows: StudyRows, project: RefiProject) -> None:
    """Give every memo and reference its GUID, and list the notes on each concept and interview."""
    for row in (*rows.memos, *rows.references):
        project.guids[row["key"]] = guid(label_of(row["key"]), local(row["key"]))
    for row in sorted(rows.memos, key=lambda row: local(row["key"])):
        for target in row["about"]:
            if label_of(target) in _REFERRED:
                project.about.setdefault(target, []).append(project.guids[row["key"]])


def draw_propositions(rows: StudyRows, project: RefiProject) -> None:
    """A link for each proposition, from the concept that it speaks of; its statement is a note on the link."""
    found = [row for row in rows.propositions if row["subject"] in project.guids and row["object"] in project.guids]
    project.exported.lacks("propositions without both concepts", len(rows.propositions) - len(found))
    alike: dict[tuple[str, str, str], int] = {}
    for row in sorted(found, key=lambda row: (row["statement"] or "", local(row["key"]))):
        ends = project.guids[row["subject"]], project.guids[row["object"]]
        what = (row["relation"] or "", *ends)
        alike[what] = alike.get(what, 0) + 1
        statement = rows.guard.clean(row["statement"])
        note = guid("Note", *what, alike[what]) if statement else None
        if note:
            project.notes.append(element("Note", worded("PlainTextContent", statement), guid=note))
        project.guids[row["key"]] = project.link(row["relation"] or "", *ends, note, alike[what])
    project.exported.counts["propositions"] = len(found)


def write_notes(rows: StudyRows, project: RefiProject) -> None:
    """The memos and the literature, by name, with their links."""
    for row in sorted(rows.memos, key=lambda row: local(row["key"])):
        project.notes.append(_memo(row, rows, project))
    for row in sorted(rows.references, key=lambda row: local(row["key"])):
        project.notes.append(_reference(row, project))
    project.exported.counts["memos"] = len(rows.memos)
    project.exported.counts["references"] = len(rows.references)


def _memo(row: Row, rows: StudyRows, project: RefiProject) -> Element:
    own, at = project.guids[row["key"]], date_time(row["writtenAt"])
    for name, targets in ((ABOUT, row["about"]), (CITES, row["cites"]), (DEVELOPS_INTO, row["developsInto"])):
        for target in targets:
            if name == ABOUT and label_of(target) in _REFERRED:
                continue
            if target in project.guids:
                project.link(name, own, project.guids[target])
            elif label_of(target) is not Label.PARTICIPANT:
                project.exported.lacks("links of memos to what the format does not hold")
    values = [
        project.value(MEMO_KIND, row["kind"]),
        project.value(MEMO_TITLE, rows.guard.clean(row["title"])),
        project.value(MEMO_DATE, row["writtenAt"] if not at else None),
    ]
    authors = [project.guids[author] for author in row["authors"]]
    return element(
        "Note",
        worded("PlainTextContent", rows.guard.clean(row["text"])),
        *(value for value in values if value is not None),
        guid=own,
        name=row["name"] or local(row["key"]),
        creatingUser=authors[0] if authors else None,
        creationDateTime=at,
    )


def _reference(row: Row, project: RefiProject) -> Element:
    own, held = project.guids[row["key"]], row["properties"]
    for target, stance, more in row["bears"]:
        if target in project.guids:
            project.link(stance or "", own, project.guids[target])
            project.exported.lacks("memos, dates and notes of links from literature", bool(more))
    fields = {name: held.get(name) for name in REFERENCE_FIELDS} | {"authors": "; ".join(held.get("authors") or ())}
    values = [project.value(REFERENCE + name, None if value is None else str(value)) for name, value in fields.items()]
    known = [value for value in values if value is not None] or [project.value(REFERENCE + "title", held.get("name"))]
    return element(
        "Note",
        worded("PlainTextContent", ". ".join(_citation(held)) or held.get("name")),
        *known,
        guid=own,
        name=held.get("name") or local(row["key"]),
    )


def _citation(held: Row) -> Iterator[str]:
    authors, year = "; ".join(held.get("authors") or ()), held.get("year")
    if authors or year:
        yield f"{authors} ({year})" if year and authors else authors or str(year)
    yield from (str(held[name]) for name in ("title", "container", "doi") if held.get(name))
