"""The schema, made where it is not there yet."""

from __future__ import annotations

from graphmodel.database import Database
from graphmodel.statements import statement, statements


def ensure_schema(database: Database) -> None:
    """Make the constraints and indexes of cypher/schema.cypher that are missing. Writes nothing where all are there."""
    wanted = statements("schema")
    there = {row["name"] for row in database.read(statement("read/schema"))}
    missing = [each for each in wanted if each.split()[each.split().index("IF") - 1] not in there]
    if missing:
        database.run_schema(missing)


def drop_schema(database: Database) -> None:
    """Remove the constraints and indexes; the data stay."""
    database.run_schema(statements("schema_teardown"))
