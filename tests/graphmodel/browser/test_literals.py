from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.browser.literals import literal, with_values
from graphmodel.database import Database


def test_a_parameter_becomes_its_value_and_nothing_else_changes() -> None:
    statement = (
        "// about $name\nMATCH (n {name: $name, `$name`: '$name', b: \"it's $name\"}) /* $name */\n"
        "WHERE $all OR n.x = 'a\\'$name'\nRETURN $number"
    )
    expected = (
        "// about $name\nMATCH (n {name: 'it\\'s', `$name`: '$name', b: \"it's $name\"}) /* $name */\n"
        "WHERE false OR n.x = 'a\\'$name'\nRETURN 3"
    )
    assert with_values(statement, {"name": "it's", "all": False, "number": 3}) == expected


def test_a_value_that_is_missing_is_not_passed_over() -> None:
    with pytest.raises(KeyError, match="study"):
        with_values("MATCH (n {study: $study}) RETURN n", {})


def test_what_cypher_cannot_write_is_refused() -> None:
    with pytest.raises(TypeError, match="dict"):
        literal({"a": 1})


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-(2**63), 2**63 - 1),
            st.text(),
            st.sampled_from(["'", "\\", "\\'", "$study", "' RETURN 1 //", "\\u0027", "\n\r\t", "\x00", "\x85", "𝒳"]),
        ),
        max_size=20,
    )
)
def test_the_server_reads_the_very_value(database: Database, values: list[object]) -> None:
    text = with_values("RETURN $values AS found", {"values": values})
    assert database.reading(lambda tx: tx.run(text).single(strict=True)["found"]) == values
