"""Statements for other labels and types than those that their files show."""

from __future__ import annotations

from typing import Any, cast

import pytest

from graphmodel.schema import Label, Type
from graphmodel.statements import statement, statement_for


def test_labels_and_types_take_the_places_of_the_examples() -> None:
    text = statement_for(
        "store/create_bare_relationships", Excerpt=Label.CONCEPT, CODED_AS=Type.SUBSUMED_BY, Concept=Label.EXCERPT
    )
    assert "MATCH (a:Concept {key: row[0]})\nMATCH (b:Excerpt {key: row[1]})\nCREATE (a)-[:SUBSUMED_BY]->(b)" in text


def test_what_a_file_says_of_itself_stays() -> None:
    text = statement_for("store/create_nodes", Concept=(Label.CONCEPT, Label.THEME))
    assert text.splitlines()[:2] == statement("store/create_nodes").splitlines()[:2]
    assert "CREATE (n:Concept:Theme)" in text


def test_only_the_schemas_words_come_into_a_statement() -> None:
    with pytest.raises(TypeError):
        statement_for("store/create_nodes", Concept=cast(Any, "Memo) DETACH DELETE (n"))


def test_a_place_that_the_file_lacks_is_told() -> None:
    with pytest.raises(KeyError):
        statement_for("store/create_nodes", Excerpt=Label.MEMO)
