"""theory.yaml: propositions with their evidence, the searches for negative cases, the core category."""

from __future__ import annotations

from typing import Any

from graphmodel.export.folder.excerpts import Evidence
from graphmodel.export.folder.whole import Folder
from graphmodel.export.folder.yaml_text import yaml_text
from graphmodel.export.rows import Row, defined
from graphmodel.schema import local

UNDATED = "undated"
FILE = "theory.yaml"


def write_theory(folder: Folder, evidence: Evidence) -> None:
    """theory.yaml, where the study has a theory beyond its codebook."""
    propositions = sorted(defined(folder.rows.propositions), key=lambda row: local(row["key"]))
    sought = sorted((row for row in folder.rows.concepts if row["sought"]), key=lambda row: local(row["key"]))
    content: dict[str, Any] = {
        "propositions": [_proposition(row, folder, evidence) for row in propositions],
        "negative_cases": [_search(row, folder, evidence) for row in sought],
        "core": next((folder.called(row["key"]) for row in folder.rows.concepts if row["isCore"]), None),
    }
    if text := yaml_text(content):
        (folder.root / FILE).write_text(text, encoding="utf-8")
    folder.exported.counts["propositions"] = len(propositions)


def sought_in(folder: Folder) -> frozenset[str]:
    """The keys of the concepts whose exceptions were sought."""
    return frozenset(row["key"] for row in folder.rows.concepts if row["sought"])


def _proposition(row: Row, folder: Folder, evidence: Evidence) -> dict[str, Any]:
    said = {
        "id": row["name"],
        "subject": folder.called(row["subject"]),
        "relation": row["relation"],
        "object": folder.called(row["object"]),
        "statement": folder.rows.clean(row["statement"]),
        "supports": evidence.supports.get(row["key"]),
        "contradicts": evidence.contradicts.get(row["key"]),
    }
    return {name: value for name, value in said.items() if value}


def _search(row: Row, folder: Folder, evidence: Evidence) -> dict[str, Any]:
    said = {
        "concept": folder.called(row["key"]),
        "sought": None if row["sought"] == UNDATED else row["sought"],
        "by": row["soughtBy"],
        "memo": folder.called(row["soughtMemo"]) if row["soughtMemo"] else None,
    }
    known = {name: value for name, value in said.items() if value}
    return {**known, "found": evidence.contradicts.get(row["key"], [])}
