"""The small study in the graph, for tests that only read."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.loading import load

SMALL = Path(__file__).parents[1] / "studies" / "small"
EMPTY = "MATCH (n) DETACH DELETE n"


def load_small(database: Database) -> Database:
    """A graph that holds the small study and nothing else."""
    database.write(lambda tx: tx.run(EMPTY).consume())
    load(database, [SMALL])
    return database


@pytest.fixture(scope="module")
def small(database: Database) -> Database:
    """The small study, loaded once for the tests of a module, none of which may change the graph."""
    return load_small(database)
