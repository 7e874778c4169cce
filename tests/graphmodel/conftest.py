"""The small study in the graph, for tests that only read."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.loading import load

SMALL = Path(__file__).parents[1] / "studies" / "small"
EMPTY = "MATCH (n) DETACH DELETE n"
JOIN = """
MATCH (person:Participant {study: 'small'}), (pair:Interview {key: 'small/interview/pair'})
WHERE person.name IN ['P1', 'P3']
CREATE (person)-[:GAVE {derived: true, by: []}]->(pair)
"""


def load_small(database: Database) -> Database:
    """An empty graph with the small study, whose interview `Pair` was given by two people: no table can say that."""
    database.write(lambda tx: tx.run(EMPTY).consume())
    load(database, [SMALL])
    database.write(lambda tx: tx.run(JOIN).consume())
    return database


@pytest.fixture(scope="module")
def small(database: Database) -> Database:
    """The small study, loaded once for the tests of a module, none of which may change the graph."""
    return load_small(database)
