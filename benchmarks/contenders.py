"""Other ways to write the same elements into the same server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from neo4j import Driver, Session

from benchmarks.elements import Elements, Properties

BATCH = 10_000


def load_csv(driver: Driver, elements: Elements, folder: str) -> None:
    """`LOAD CSV` from files in the server's import folder, in transactions of 10,000 rows."""
    with driver.session() as session:
        for label, rows in elements.nodes.items():
            name = label.replace(":", "_")
            _load(session, f"{folder}/{name}.csv", f"CREATE (n:{label} {{{_typed(rows)}}})")
        for (type_, start, end), rows in elements.edges.items():
            properties = [row["properties"] for row in rows]
            _load(
                session,
                f"{folder}/{type_}_{start}_{end}.csv",
                f"MATCH (a:{start} {{key: row._start}}) MATCH (b:{end} {{key: row._end}}) "
                f"CREATE (a)-[:{type_} {{{_typed(properties)}}}]->(b)",
            )


def _load(session: Session, file: str, work: str) -> None:
    statement = (
        f"LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row CALL (row) {{ {work} }} IN TRANSACTIONS OF {BATCH} ROWS"
    )
    session.run(statement).consume()  # type: ignore[arg-type]


def _typed(rows: list[Properties]) -> str:
    sample: Properties = {}
    for row in rows:
        sample.update(row)
    return ", ".join(f"{name}: {_convert(name, value)}" for name, value in sorted(sample.items()))


def _convert(name: str, value: Any) -> str:
    cell = f"row.{name}"
    if isinstance(value, list):
        items = f"split({cell}, '|')"
        return f"[each IN {items} | toInteger(each)]" if value and isinstance(value[0], int) else items
    if isinstance(value, bool):
        return f"toBoolean({cell})"
    return f"toInteger({cell})" if isinstance(value, int) else cell


def bare_driver(driver: Driver, elements: Elements) -> None:
    """The official driver in a plain loop: `UNWIND $rows` of 10,000, nodes first."""
    with driver.session() as session:
        for label, rows in elements.nodes.items():
            _unwind(session, rows, f"UNWIND $rows AS row CREATE (n:{label}) SET n = row")
        for (type_, start, end), rows in elements.edges.items():
            statement = (
                f"UNWIND $rows AS row MATCH (a:{start} {{key: row.start}}) MATCH (b:{end} {{key: row.end}}) "
                f"CREATE (a)-[r:{type_}]->(b) SET r = row.properties"
            )
            _unwind(session, rows, statement)


def _unwind(session: Session, rows: list[dict[str, Any]], statement: str) -> None:
    for batch in _batches(rows):
        session.execute_write(lambda tx, batch=batch: tx.run(statement, rows=batch).consume())  # type: ignore[misc]


def _batches(rows: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def py2neo_bulk(uri: str, auth: tuple[str, str], elements: Elements) -> None:
    """py2neo's bulk functions in batches of 10,000."""
    from py2neo import Graph
    from py2neo.bulk import create_nodes, create_relationships

    graph = Graph(uri, auth=auth)
    for label, rows in elements.nodes.items():
        for batch in _batches(rows):
            create_nodes(graph.auto(), batch, labels=set(label.split(":")))
    for (type_, start, end), rows in elements.edges.items():
        for batch in _batches(rows):
            data = [(row["start"], row["properties"], row["end"]) for row in batch]
            create_relationships(graph.auto(), data, type_, start_node_key=(start, "key"), end_node_key=(end, "key"))


def import_folder(home: Path) -> Path:
    """The folder from which the local server may load files."""
    return home / "import"
