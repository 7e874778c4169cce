"""The demo study in the graph, for tests that read it."""

from __future__ import annotations

import pytest

from graphmodel.database import Database
from graphmodel.demo import demo_folder
from graphmodel.loading import load

EMPTY = "MATCH (n) DETACH DELETE n"


@pytest.fixture(scope="module")
def demo(database: Database) -> Database:
    """The demo study, loaded once for the tests of a module; what one changes it puts back."""
    database.write(lambda tx: tx.run(EMPTY).consume())
    with demo_folder() as study:
        load(database, [study])
    return database
