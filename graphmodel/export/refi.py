"""A study as a REFI-QDA project (.qdpx): what NVivo, ATLAS.ti, MAXQDA, QualCoder and others exchange.

Positions are Unicode code points, as the standard has it, or UTF-16 units where that is chosen, in texts that end
their lines with LF and have no byte order mark. What the standard has no element for stands in variables and links
under names that `loaders.refi_names` lists, or is counted as having no place.
"""

from __future__ import annotations

import zipfile
from importlib.metadata import version
from pathlib import Path

from lxml import etree

from graphmodel.database import Database
from graphmodel.export.refi_codes import codes, name_codes
from graphmodel.export.refi_notes import draw_propositions, name_notes, write_notes
from graphmodel.export.refi_people import cases, name_cases, users
from graphmodel.export.refi_project import RefiProject
from graphmodel.export.refi_sources import Source
from graphmodel.export.refi_xml import Element, element, holding, worded
from graphmodel.export.rows import StudyRows, read_rows
from graphmodel.export.written import Chosen, Exported, replacing
from graphmodel.records import Kind
from loaders.format import Format
from loaders.refi_names import describe
from loaders.refi_xml import guid_of

FORMAT = Format(
    "REFI-QDA project",
    Kind.PROJECT,
    (".qdpx",),
    "Sources with their words, code tree, codings with users and dates, memos, participants, theory and literature",
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def write(database: Database, study: str, path: Path, chosen: Chosen) -> Exported:
    """Write a study to a .qdpx. The same study gives the same bytes."""
    rows = read_rows(database, study, chosen)
    exported = Exported(study, path, notice=rows.facts["notice"])
    with replacing(path) as file, zipfile.ZipFile(file, "w") as archive:
        project = _project(rows, RefiProject(exported, chosen.utf16), archive)
        xml = etree.tostring(project, xml_declaration=True, encoding="UTF-8", pretty_print=False)
        _put(archive, "project.qde", xml)
    _count(rows, exported)
    return exported


def _project(rows: StudyRows, project: RefiProject, archive: zipfile.ZipFile) -> Element:
    people = users(rows, project)
    name_codes(rows, project)
    name_cases(rows, project)
    name_notes(rows, project)
    draw_propositions(rows, project)
    book, known, sources = codes(rows, project), cases(rows, project), _sources(rows, project, archive)
    write_notes(rows, project)
    return element(
        "Project",
        holding("Users", people),
        element("CodeBook", element("Codes", *book)) if book else None,
        holding("Variables", project.variable_elements()),
        holding("Cases", known),
        holding("Sources", sources),
        holding("Notes", sorted(project.notes, key=guid_of)),
        holding("Links", [project.links[own] for own in sorted(project.links)]),
        worded("Description", describe(rows.facts)),
        name=rows.facts["title"] or rows.study,
        origin=f"graphmodel {version('graphmodel')}",
    )


def _sources(rows: StudyRows, project: RefiProject, archive: zipfile.ZipFile) -> list[Element]:
    found = []
    for row in rows.interviews_in_order():
        source = Source(row, rows, project)
        found.append(source.element())
        _put(archive, f"sources/{source.guid}.txt", source.words.encode())
    project.exported.counts["interviews"] = len(found)
    return found


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content, zipfile.ZIP_DEFLATED)


def _count(rows: StudyRows, exported: Exported) -> None:
    exported.lacks("revisions of the theory", rows.facts["revisions"])
    exported.lacks("retired concepts", rows.facts["retired"])
    exported.lacks("reasons for sampling interviews", rows.facts["sampled"])
    rows.account(exported)
