"""A Cypher query of the user's own, run in READ mode: the server refuses it where it would write."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from neo4j import ManagedTransaction

from graphmodel.database import Database
from graphmodel.statements import statement


@dataclass(frozen=True, slots=True)
class Found:
    """What a query returned: its columns, and rows with nodes, relationships and paths as the driver gives them.

    `notices` are those of the studies in the graph.
    """

    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, object]]
    notices: tuple[str, ...] = ()


def run_query(database: Database, query: str, parameters: Mapping[str, str]) -> Found:
    """What a query returns. A parameter that reads as JSON is that value (`3`, `true`, `["a", "b"]`), else text.

    Raises GraphmodelError where the query is not Cypher, would write, or lacks a parameter.
    """
    values = {name: _value(text) for name, text in parameters.items()}

    def work(tx: ManagedTransaction) -> Found:
        result = tx.run(query, values)
        return Found(
            tuple(result.keys()), [dict(zip(record.keys(), record.values(), strict=True)) for record in result]
        )

    found = database.reading(work)
    notices = tuple(str(row["notice"]) for row in database.read(statement("read/notices")))
    return Found(found.columns, found.rows, notices)


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text
