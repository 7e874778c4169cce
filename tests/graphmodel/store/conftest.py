"""The schema, and a graph that holds the small study as its first round wrote it."""

from __future__ import annotations

import pytest

from graphmodel.database import Database
from graphmodel.graph.elements import Graph
from graphmodel.migration import ensure_schema
from tests.graphmodel.store.graphs import change, small


@pytest.fixture
def empty(graph: Database) -> Database:
    """No nodes, and the constraints and indexes."""
    ensure_schema(graph)
    return graph


@pytest.fixture
def written(empty: Database) -> Database:
    """The small study after one round."""
    change(empty, Graph(), small(), 1)
    return empty
