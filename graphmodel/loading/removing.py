"""A study taken out of the graph, whole."""

from __future__ import annotations

from typing import Any

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading.locking import one_at_a_time
from graphmodel.store.removal import remove_study_batches
from graphmodel.studies import studies


def remove_study(database: Database, study: str, *, dry_run: bool = False) -> dict[str, Any]:
    """Take a study and everything in it out of the graph, in batches; its files are not touched.

    Returns what it held, as `studies` counts it. Raises GraphmodelError where there is no such study.
    """
    held = {row["study"]: row for row in studies(database)}
    if study not in held:
        listed = ", ".join(held) or "none"
        raise GraphmodelError(f"there is no study `{study}`", f"studies in the graph: {listed}")
    if not dry_run:
        with one_at_a_time(study):
            remove_study_batches(database, study)
    return held[study]
