"""The researchers of a study as users, its participants as cases with variables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmodel.consent import ACTIVE, NOT_QUOTED
from graphmodel.export.refi_project import RefiProject
from graphmodel.export.refi_xml import Element, element, guid
from graphmodel.export.rows import Row, StudyRows, attribute_text
from graphmodel.graph.attributes import attribute
from graphmodel.names import fold
from graphmodel.schema import local
from loaders.refi_names import CONSENT, QUOTE_CONSENT

_WHOLE = re.compile(r"0|-?[1-9]\d{0,17}")


def users(rows: StudyRows, project: RefiProject) -> list[Element]:
    """The researchers, by name."""
    found = []
    for row in sorted(rows.researchers, key=lambda row: str(row["name"])):
        project.guids[row["key"]] = guid("Researcher", local(row["key"]))
        project.exported.lacks("roles of researchers", bool(row["role"]))
        found.append(element("User", guid=project.guids[row["key"]], name=row["name"]))
    return found


def cases(rows: StudyRows, project: RefiProject) -> list[Element]:
    """The participants with their consents and attributes, and the interviews that each gave."""
    headers = [header.rpartition(":")[0] for header in rows.facts["attributes"]]
    for header in headers:
        values = [attribute_text(row["properties"].get(attribute(header))) for row in rows.participants]
        if any(values) and all(_WHOLE.fullmatch(value) for value in values if value):
            project.whole_numbers(header)
    project.exported.counts["participants"] = len(rows.participants)
    return [_case(row, headers, project) for row in sorted(rows.participants, key=lambda row: local(row["key"]))]


def name_cases(rows: StudyRows, project: RefiProject) -> None:
    """Give every participant and interview its GUID."""
    for row in rows.participants:
        project.guids[row["key"]] = guid("Participant", local(row["key"]))
    for row in rows.interviews:
        project.guids[row["key"]] = guid("Interview", local(row["key"]))


def _case(row: Row, headers: list[str], project: RefiProject) -> Element:
    gave = [project.guids[interview] for interview in row["interviews"] if interview in project.guids]
    return element(
        "Case",
        *(value for value in _values(row, headers, project) if value is not None),
        *(element("SourceRef", targetGUID=interview) for interview in sorted(gave)),
        guid=project.guids[row["key"]],
        name=row["properties"].get("name") or local(row["key"]),
    )


def _values(row: Row, headers: list[str], project: RefiProject) -> Iterator[Element | None]:
    held = row["properties"]
    yield project.value(CONSENT, held.get("consent") or ACTIVE)
    yield project.value(QUOTE_CONSENT, held.get("quoteConsent") or NOT_QUOTED)
    for header in sorted(dict.fromkeys(headers), key=fold):
        yield project.value(header, attribute_text(held.get(attribute(header))))
