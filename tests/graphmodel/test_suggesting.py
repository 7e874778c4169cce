import time

from graphmodel.database import Database
from graphmodel.lookup import CONCEPT
from graphmodel.settings import Settings
from graphmodel.suggesting import suggest_names, suggest_studies


def test_names_and_studies_come_from_the_graph(graph: Database) -> None:
    made = "CREATE (:Study {key: 's'}), (:Concept:Theme {key: 's/concept/x', study: 's', name: 'X'})"
    graph.write(lambda tx: tx.run(made).consume())
    assert suggest_names(graph.settings, None, CONCEPT) == ["X"]
    assert suggest_studies(graph.settings) == ["s"]


def test_where_there_is_nothing_to_ask_nothing_is_offered_and_soon(graph: Database) -> None:
    started = time.monotonic()
    assert suggest_names(Settings("bolt://localhost:1", "neo4j", None), None, CONCEPT) == []
    assert suggest_studies(Settings("bolt://localhost:1", "neo4j", None)) == []
    assert time.monotonic() - started < 5


def test_an_unknown_study_offers_nothing(graph: Database) -> None:
    assert suggest_names(graph.settings, "no such study", CONCEPT) == []
