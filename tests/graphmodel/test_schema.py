"""Labels, types and keys; and that the files that make the schema name them all."""

from __future__ import annotations

import pytest

from graphmodel.schema import KEY_WORD, LEVELS, Label, key, label_of, local
from graphmodel.statements import statement


@pytest.mark.parametrize("label", KEY_WORD)
@pytest.mark.parametrize("identity", ["trust", "a > b", "p1/x/1", "memos/one.md#p1", "ünï"])
def test_a_key_tells_its_label_and_identity(label: Label, identity: str) -> None:
    made = key("s", label, identity)
    assert made.startswith("s/")
    assert (label_of(made), local(made)) == (label, identity)


def test_a_studys_key_is_its_id() -> None:
    assert key("s", Label.STUDY, "s") == "s"
    assert label_of("s") is Label.STUDY


def test_every_label_but_the_levels_has_a_kind_of_key_of_its_own() -> None:
    assert {*KEY_WORD, *LEVELS, Label.STUDY} == set(Label)
    assert len(set(KEY_WORD.values())) == len(KEY_WORD)


def test_every_label_with_a_key_has_its_constraint() -> None:
    schema = statement("schema")
    for label in (*KEY_WORD, Label.STUDY):
        assert f"FOR (n:{label}) REQUIRE n.key IS UNIQUE" in schema
