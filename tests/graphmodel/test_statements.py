"""The Cypher files as resources."""

from __future__ import annotations

import pytest

from graphmodel.statements import statement, statements


def test_a_statement_is_its_file() -> None:
    assert "MATCH (s:Study)" in statement("read/studies")


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        statement("store/no_such_file")


def test_a_file_of_several_statements_is_taken_apart() -> None:
    parts = statements("schema")
    assert len(parts) == statement("schema").count("IF NOT EXISTS")
    assert all(part.count("IF NOT EXISTS") == 1 and not part.endswith(";") for part in parts)


def test_what_makes_the_schema_is_what_takes_it_down() -> None:
    made = {part.split()[part.split().index("IF") - 1] for part in statements("schema")}
    gone = {part.split()[part.split().index("IF") - 1] for part in statements("schema_teardown")}
    assert made == gone
