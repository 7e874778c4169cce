"""A study taken out of Neo4j, whole."""

from __future__ import annotations

from graphmodel.database import Database
from graphmodel.server import Progress, silent
from graphmodel.statements import statement

BATCH = 10_000


def remove_study_batches(database: Database, study: str, progress: Progress = silent) -> int:
    """Delete a study with its rounds and versions in batches, and return how many nodes it had. The Study goes last:
    what ends it in between is finished by doing it again."""
    of = {"study": study, "prefix": f"{study}/", "batch": BATCH}
    text = statement("store/delete_study")
    deleted = 0
    while batch := database.write(lambda tx: int(tx.run(text, of).single(strict=True)["deleted"])):
        deleted += batch
        progress("removing", deleted, None)
    return deleted
