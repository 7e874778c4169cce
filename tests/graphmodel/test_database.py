from __future__ import annotations

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError


def test_a_graph_is_empty_and_takes_a_write(graph: Database) -> None:
    graph.write(lambda tx: tx.run("CREATE (:Study {key: $key})", key="s").consume())

    assert graph.read("MATCH (s:Study) RETURN s.key AS key") == [{"key": "s"}]


def test_the_next_test_finds_nothing_of_the_one_before(graph: Database) -> None:
    assert graph.read("MATCH (n) RETURN count(n) AS nodes") == [{"nodes": 0}]


def test_read_mode_refuses_a_write(graph: Database) -> None:
    with pytest.raises(GraphmodelError, match="may only read"):
        graph.read("CREATE (n) RETURN n")


def test_the_local_server_loads_nothing_from_the_network(graph: Database) -> None:
    with pytest.raises(GraphmodelError, match="load a file or an address"):
        graph.read("LOAD CSV FROM 'http://127.0.0.1:1/words.csv' AS row RETURN row")


def test_a_query_that_is_not_cypher_is_explained(graph: Database) -> None:
    with pytest.raises(GraphmodelError, match="not Cypher"):
        graph.read("MATCHH (n) RETURN n")
