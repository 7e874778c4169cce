"""study.yaml, the participants and the interviews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from graphmodel.export.folder.tables import Value
from graphmodel.export.folder.whole import Folder
from graphmodel.export.folder.yaml_text import yaml_text
from graphmodel.export.rows import UNDEFINED, Row, attribute_text, defined
from graphmodel.graph.attributes import attribute
from graphmodel.schema import local
from loaders.study import FILE

_PARTICIPANT = ("participant", "consent", "quote_consent")
_INTERVIEW = (
    "interview", "participant", "date", "sequence", "mode", "duration_min", "interviewer", "sampled_for", "rationale",
    "file",
)  # fmt: skip


def write_study(folder: Folder) -> None:
    """study.yaml, last of all: it says of the tables what these turned out to need."""
    facts = folder.rows.facts
    content: dict[str, Any] = {
        "id": folder.rows.study,
        "title": facts["title"],
        "approach": facts["approach"],
        "question": facts["question"],
        "notice": facts["notice"],
        "levels": facts["levels"],
        "researchers": [_researcher(row) for row in defined(folder.rows.researchers)],
        "attributes": _headers(folder),
        "tables": folder.tables,
        "remote": "allowed" if facts["remoteAllowed"] else None,
    }
    (folder.root / FILE).write_text(yaml_text(content), encoding="utf-8")


def _researcher(row: Row) -> dict[str, str]:
    return {"name": row["name"]} | ({"role": row["role"]} if row["role"] else {})


def _headers(folder: Folder) -> list[str]:
    return [header.rpartition(":")[0] for header in folder.rows.facts["attributes"]]


def write_participants(folder: Folder) -> None:
    """The participants with consent and attributes."""
    headers = _headers(folder)
    people = [row["properties"] for row in folder.rows.participants if row["properties"]["status"] != UNDEFINED]
    rows = [
        (
            held["name"],
            held["consent"],
            held["quoteConsent"],
            *(attribute_text(held.get(attribute(header))) for header in headers),
        )
        for held in sorted(people, key=lambda held: str(held["key"]))
    ]
    folder.exported.counts["participants"] = folder.table("participants", (*_PARTICIPANT, *headers), rows)


def write_interviews(folder: Folder, files: dict[str, str]) -> None:
    """The interviews with all that is known of each. `files` are those of the transcripts that are not called as
    their interview is, by the interview's key."""
    rows = [
        row
        for interview in sorted(defined(folder.rows.interviews), key=_in_order)
        if not interview["unnamed"]
        for row in _interview(interview, folder, files.get(interview["key"]))
    ]
    folder.exported.counts["interviews"] = folder.table("interviews", _INTERVIEW, rows)


def _in_order(row: Row) -> tuple[bool, int, str]:
    return row["sequence"] is None, row["sequence"] or 0, local(row["key"])


def _interview(row: Row, folder: Folder, file: str | None) -> Iterator[Sequence[Value]]:
    reasons = {row["rationale"], *(each["rationale"] for each in row["sampledFor"])} - {None}
    folder.exported.lacks("reasons for sampling beside the first of an interview", max(0, len(reasons) - 1))
    yield (
        row["name"],
        folder.all_called(row["givers"]),
        row["date"],
        row["sequence"],
        row["mode"],
        row["durationMin"],
        row["interviewers"],
        [folder.called(each["target"]) for each in row["sampledFor"]],
        folder.rows.clean(next(iter(sorted(reasons)), None)),
        file,
    )
