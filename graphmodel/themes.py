"""The themes of a study at a glance, one row each."""

from __future__ import annotations

from typing import Any

from graphmodel.database import Database
from graphmodel.statements import statement

COLUMNS = (
    "theme",
    "categories",
    "codes",
    "excerpts",
    "interviews",
    "participants",
    "of",
    "negativeCases",
    "literature",
    "ungrounded",
)


def themes(database: Database, study: str, withdrawn: bool = False) -> list[dict[str, Any]]:
    """One row a theme of a study that is in the graph, in one round trip.

    `COLUMNS` name what a line shows: how many categories and codes stand below the theme, how many excerpts, interviews
    and participants (`of` how many) it rests on, how many excerpts contradict it or what is below, how many references
    bear on it; `ungrounded` lists the names at or below it that nobody's words reach. Beside these a row has `key`,
    `within` (the concepts that subsume the theme), `level` and `core`. A concept of level Theme is a theme; where a
    study has none, its outermost concepts stand in. Participants who withdrew count only where `withdrawn` is true.
    """
    return database.read(statement("read/themes"), {"study": study, "withdrawn": withdrawn})
