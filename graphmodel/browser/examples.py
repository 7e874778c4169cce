"""Something of the study for each parameter that a question needs, so that its saved query runs as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmodel.browser.concepts import as_typed
from graphmodel.browser.pictures import picture_statement
from graphmodel.database import Database
from graphmodel.graph.attributes import attribute
from graphmodel.lookup import INTERVIEW, MEMO, PARTICIPANT, Names
from graphmodel.study_facts import StudyFacts
from graphmodel.themes import themes

WORDS_OF_A_QUOTE = 6


def examples(database: Database, names: Names, facts: StudyFacts) -> dict[str, object]:
    """A value for each type of parameter of which the study has one."""
    row = database.read(picture_statement("read_examples")[1], {"study": names.study})[0]
    found = {
        "study": names.study,
        "concept": _concept(database, names),
        "any concept": as_typed(names, row["changed"]) if row["changed"] else _concept(database, names),
        "participant": _first(names, PARTICIPANT),
        "interview": _first(names, INTERVIEW),
        "memo": _first(names, MEMO),
        "attribute": attribute(facts.attributes[0].rsplit(":", 1)[0]) if facts.attributes else None,
        "text": " ".join(str(row["quote"]).split()[:WORDS_OF_A_QUOTE]) if row["quote"] else None,
        "date": row["date"],
    }
    return {kind: value for kind, value in found.items() if value is not None}


def _concept(database: Database, names: Names) -> str | None:
    """The core category, else the theme that most is said about."""
    found = sorted(themes(database, names.study), key=_rank)
    return as_typed(names, found[-1]["key"]) if found else None


def _rank(theme: Mapping[str, Any]) -> tuple[bool, int]:
    return theme["core"], theme["excerpts"]


def _first(names: Names, kind: str) -> str | None:
    found = names.of(kind)
    return found[0].name if found else None
