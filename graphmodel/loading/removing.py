"""A study taken out of the graph, whole."""

from __future__ import annotations

from typing import Any

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading.locking import one_at_a_time
from graphmodel.statements import statement
from graphmodel.studies import studies

BATCH = 10_000


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
            while _remove_batch(database, study):
                continue
    return held[study]


def _remove_batch(database: Database, study: str) -> int:
    of = {"study": study, "prefix": f"{study}/", "batch": BATCH}
    return database.write(lambda tx: int(tx.run(statement("sync/delete_study"), of).single(strict=True)["deleted"]))
