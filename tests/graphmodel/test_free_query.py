import pytest
from neo4j.graph import Node

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.free_query import run_query


def test_a_query_gives_columns_and_rows_with_nodes_as_they_are(graph: Database) -> None:
    graph.write(lambda tx: tx.run("CREATE (:Study {key: 's', notice: 'Synthetic.'})").consume())
    found = run_query(graph, "MATCH (s:Study) RETURN s, s.key AS key", {})
    assert found.columns == ("s", "key")
    assert isinstance(found.rows[0]["s"], Node)
    assert found.notices == ("Synthetic.",)


@pytest.mark.parametrize(
    ("text", "value"), [("3", 3), ("true", True), ('["a", 1]', ["a", 1]), ("Dual roles", "Dual roles"), ('"3"', "3")]
)
def test_a_parameter_is_what_it_reads_as(graph: Database, text: str, value: object) -> None:
    assert run_query(graph, "RETURN $x AS x", {"x": text}).rows == [{"x": value}]


def test_a_query_never_writes(graph: Database) -> None:
    with pytest.raises(GraphmodelError, match="may only read"):
        run_query(graph, "CREATE (:Study {key: 's'})", {})
    assert graph.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]
