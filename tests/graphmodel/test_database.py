from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import LiteralString

import pytest
from neo4j import ManagedTransaction

from graphmodel.database import Database, open_database, open_running
from graphmodel.errors import GraphmodelError
from graphmodel.server import LocalServer
from graphmodel.server.ports import free_ports
from graphmodel.settings import Settings
from graphmodel.statements import statements

ELSEWHERE = "neo4j+s://graph.example.org"


def create_study(tx: ManagedTransaction) -> None:
    tx.run("CREATE (:Study {key: 's'})").consume()


def count_nodes(database: Database) -> int:
    return int(database.read("MATCH (n) RETURN count(n) AS nodes")[0]["nodes"])


def test_what_is_written_is_read(graph: Database) -> None:
    graph.write(create_study)

    assert graph.read("MATCH (s:Study) RETURN s.key AS key") == [{"key": "s"}]


def test_the_next_test_finds_nothing_of_the_one_before(graph: Database) -> None:
    assert count_nodes(graph) == 0


def test_parameters_travel_beside_the_query(graph: Database) -> None:
    hostile = "'}) MATCH (n) DETACH DELETE n //"

    assert graph.read("RETURN $text AS text, $rows AS rows", {"text": hostile, "rows": [{"a": 1}]}) == [
        {"text": hostile, "rows": [{"a": 1}]}
    ]


def test_work_returns_its_value_and_is_committed_whole(graph: Database) -> None:
    def work(tx: ManagedTransaction) -> int:
        create_study(tx)
        return int(tx.run("MATCH (n) RETURN count(n) AS nodes").single(strict=True)["nodes"])

    assert graph.write(work) == 1
    assert graph.reading(lambda tx: tx.run("MATCH (n) RETURN n.key").value()) == ["s"]


def test_work_that_fails_leaves_nothing(graph: Database) -> None:
    def work(tx: ManagedTransaction) -> None:
        create_study(tx)
        raise GraphmodelError("no")

    with pytest.raises(GraphmodelError, match="no"):
        graph.write(work)

    assert count_nodes(graph) == 0


def test_a_transaction_that_meets_a_deadlock_is_run_again(graph: Database) -> None:
    """Two transactions lock two nodes in opposite orders: the server refuses one of them, once."""
    graph.write(lambda tx: tx.run("CREATE (:Study {key: 'a', n: 0}), (:Study {key: 'b', n: 0})").consume())
    both_hold_one, tries = threading.Barrier(2), []

    def add_to(first: str, second: str) -> None:
        def work(tx: ManagedTransaction) -> None:
            tries.append(first)
            add_one(tx, first)
            if tries.count(first) == 1:
                both_hold_one.wait(10)
            add_one(tx, second)

        graph.write(work)

    other = threading.Thread(target=add_to, args=("b", "a"))
    other.start()
    add_to("a", "b")
    other.join()

    assert graph.read("MATCH (s:Study) RETURN s.n AS n") == [{"n": 2}, {"n": 2}]
    assert len(tries) > 2


def add_one(tx: ManagedTransaction, key: str) -> None:
    tx.run("MATCH (s:Study {key: $key}) SET s.n = s.n + 1", key=key).consume()


def test_a_read_sees_what_another_thread_wrote_through_the_same_connection(graph: Database) -> None:
    for _ in range(20):
        writer = threading.Thread(target=graph.write, args=(create_study_unkeyed,))
        writer.start()
        writer.join()

    assert count_nodes(graph) == 20


def create_study_unkeyed(tx: ManagedTransaction) -> None:
    tx.run("CREATE (:Passing)").consume()


def test_the_schema_can_be_applied_twice(graph: Database) -> None:
    graph.run_schema(statements("schema"))
    before = graph.read("SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name")
    graph.run_schema(statements("schema"))

    assert graph.read("SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name") == before
    assert {row["state"] for row in before} == {"ONLINE"}


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("CREATE (n) RETURN n", "would change the graph, and here it may only read"),
        ("MATCH (n) DETACH DELETE n", "would change the graph, and here it may only read"),
        ("MATCHH (n) RETURN n", "not Cypher that the server understands: .*MATCHH"),
        ("RETURN $missing AS x", "needs a parameter that was not given: .*missing"),
        ("RETURN 1 / 0 AS x", "the server refused the query: .*zero"),
    ],
)
def test_a_query_that_the_server_refuses_is_explained(graph: Database, query: LiteralString, sentence: str) -> None:
    with pytest.raises(GraphmodelError, match=sentence):
        graph.read(query)

    assert count_nodes(graph) == 0


@pytest.fixture
def local(local_server: LocalServer) -> Iterator[Database]:
    with open_running(local_server) as opened:
        yield opened


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:1/words.csv",
        "https://example.org/?q=words",
        "ftp://127.0.0.1/words.csv",
        "file:///etc/hostname",
        "file:///../../../etc/hostname",
    ],
)
def test_the_local_server_loads_no_address_and_no_file_of_the_machine(local: Database, address: str) -> None:
    with pytest.raises(GraphmodelError, match="wanted to load a file or an address"):
        local.read("LOAD CSV FROM $address AS row RETURN row", {"address": address})


def test_load_csv_does_not_even_reach_a_server_that_listens(local: Database) -> None:
    """READ mode does not stop LOAD CSV, by which a query could send words of the study to any address."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(1)
        query = "LOAD CSV FROM 'http://127.0.0.1:' + $port + '/?words' AS row RETURN row"
        with pytest.raises(GraphmodelError, match="wanted to load a file or an address"):
            local.read(query, {"port": str(listener.getsockname()[1])})
        with pytest.raises(TimeoutError):
            listener.accept()


def test_no_server_there(database: Database) -> None:
    settings = Settings(f"bolt://127.0.0.1:{free_ports().bolt}", "neo4j", "x")

    with pytest.raises(GraphmodelError, match=r"no Neo4j answers at .* \(Connection refused\)") as failure:
        open_database(settings)
    assert "starts a local one by itself" in str(failure.value.hint)


def test_wrong_password(database: Database) -> None:
    with pytest.raises(GraphmodelError, match="refuses the user name or password") as failure:
        open_database(replace(database.settings, password="wrong"))
    assert "NEO4J_PASSWORD" in str(failure.value.hint)


def test_no_password(database: Database) -> None:
    with pytest.raises(GraphmodelError, match="refuses the user name or password"):
        open_database(replace(database.settings, password=None))


def test_something_else_than_neo4j_there() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        answering = threading.Thread(target=answer_as_a_web_server, args=(listener,))
        answering.start()
        with pytest.raises(GraphmodelError, match=r"not a Neo4j|no Neo4j answers|connection to .* failed"):
            open_database(Settings(f"bolt://127.0.0.1:{listener.getsockname()[1]}", "neo4j", "x"))
        answering.join()


def answer_as_a_web_server(listener: socket.socket) -> None:
    connection, _ = listener.accept()
    with connection:
        connection.recv(100)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def test_a_database_that_is_not_there(database: Database) -> None:
    with (
        open_database(replace(database.settings, database="nowhere")) as other,
        pytest.raises(GraphmodelError, match=r"has no such database: .*nowhere"),
    ):
        other.read("RETURN 1 AS one")


def elsewhere(database: Database, uri: str, *, remote: bool = False) -> Database:
    """A connection that thinks that its server is on another machine, though it never gets to ask it."""
    return Database(database._driver, replace(database.settings, uri=uri), remote=remote)


def test_a_study_is_not_written_to_another_machine_unasked(graph: Database) -> None:
    other = elsewhere(graph, ELSEWHERE)

    with pytest.raises(GraphmodelError, match=r"to another machine: `graph\.example\.org`") as refusal:
        other.write(create_study)
    with pytest.raises(GraphmodelError, match="to another machine"):
        other.run_schema(statements("schema"))

    assert "--remote" in str(refusal.value.hint)
    assert "remote: allowed" in str(refusal.value.hint)
    assert count_nodes(graph) == 0


def test_a_study_is_not_written_over_an_open_connection_even_where_it_is_allowed(graph: Database) -> None:
    other = elsewhere(graph, "neo4j://graph.example.org", remote=True)

    with pytest.raises(GraphmodelError, match="not encrypted") as refusal:
        other.write(create_study)

    assert "neo4j+s://" in str(refusal.value.hint)
    assert count_nodes(graph) == 0


def test_an_allowed_write_names_the_other_machine(graph: Database) -> None:
    other = elsewhere(graph, ELSEWHERE)

    assert other.permit_writing(remote=True) == "writing to graph.example.org"
    other.write(create_study)

    assert count_nodes(graph) == 1


def test_reading_from_another_machine_needs_no_permission(graph: Database) -> None:
    assert count_nodes(elsewhere(graph, ELSEWHERE)) == 0


def test_writing_on_this_machine_needs_no_permission_and_no_word(graph: Database) -> None:
    assert graph.permit_writing() is None
