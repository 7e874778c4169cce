"""Every Cypher file of the project, asked of the server what it would do: on a graph that holds a study, in each
dialect that the server speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from neo4j import ManagedTransaction, NotificationClassification

from graphmodel.database import Database
from graphmodel.headers import header_lines, used_parameters
from graphmodel.questions import catalogue
from graphmodel.statements import statements
from tests.graphmodel.conftest import load_small

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "cypher"
FILES = sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.cypher"))
SELF_DESCRIBED = ("ask",)
SEVERAL = ("schema", "schema_teardown")
UNWANTED = {
    NotificationClassification.UNRECOGNIZED,
    NotificationClassification.DEPRECATION,
    NotificationClassification.PERFORMANCE,
}
SLOW_OPERATORS = {"AllNodesScan", "CartesianProduct"}
READING = ("ask", "browser", "draw", "export", "read", "report")
VERSION = "CALL dbms.components() YIELD versions RETURN versions[0] AS version"


@pytest.fixture(scope="module")
def study(database: Database) -> Database:
    return load_small(database)


@pytest.mark.parametrize("name", FILES)
def test_the_server_finds_nothing_wrong(study: Database, name: str) -> None:
    for dialect in dialects(study):
        for text in statements(name) if name in SEVERAL else [(FOLDER / f"{name}.cypher").read_text(encoding="utf-8")]:
            summary = explain(study, dialect, text)
            assert [str(each) for each in summary.gql_status_objects if each.classification in UNWANTED] == []
            if name.startswith(READING):
                assert SLOW_OPERATORS.isdisjoint(operators(summary.plan)), dialect


@pytest.mark.parametrize(
    "name", [name for name in FILES if name.split("/")[0] in ("store", "read", "report", "export")]
)
def test_a_file_declares_the_parameters_that_it_uses(name: str) -> None:
    text = (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
    assert declared(text) == used_parameters(text)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_used(name: str) -> None:
    folder, _, stem = name.rpartition("/")
    if folder in SELF_DESCRIBED:
        assert stem in catalogue()
        return
    drawn = {question.draw for question in catalogue().values()}
    assert name in drawn or re.search(rf'"(?:{re.escape(name)}|{re.escape(stem)})"', sources())


def dialects(database: Database) -> tuple[str, ...]:
    version = database.read(VERSION)[0]["version"]
    return ("",) if version.startswith("5.") else ("", "CYPHER 25 ")


def explain(database: Database, dialect: str, text: str) -> Any:
    """What the server says of a statement; the transaction is a writing one and nothing is run in it."""

    def ask(tx: ManagedTransaction) -> Any:
        return tx.run(f"{dialect}EXPLAIN {text}", dict.fromkeys(used_parameters(text))).consume()

    return database.write(ask)


def operators(plan: Mapping[str, Any]) -> Iterator[str]:
    yield str(plan["operatorType"]).split("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


def declared(text: str) -> set[str]:
    line = next(line for line in header_lines(text) if line.startswith("parameters:"))
    names = line.removeprefix("parameters:")
    while "(" in names:
        names = re.sub(r"\([^()]*\)", "", names)
    return {name.strip() for name in names.split(",")} - {"none"}


def sources() -> str:
    paths = [ROOT / "cli.py", *(ROOT / "graphmodel").rglob("*.py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)
