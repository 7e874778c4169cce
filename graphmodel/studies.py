"""The studies in the graph."""

from __future__ import annotations

from typing import Any

from graphmodel.database import Database
from graphmodel.statements import statement


def studies(database: Database) -> list[dict[str, Any]]:
    """One row a study: its id, title, notice, and how many documents, interviews, participants, concepts, excerpts and
    memos it holds."""
    return database.read(statement("read/studies"))
