"""The hashes of rounds and versions, worked out without the code that makes them."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from graphmodel.store.rounds import Round, round_hash, sealed, version_hash
from tests.graphmodel.store.graphs import a_round


def test_a_version_is_hashed_with_its_nonce() -> None:
    assert version_hash(b"\x00" * 32, b"words") == hashlib.sha256(b"\x00" * 32 + b"words").hexdigest()
    assert version_hash(b"\x01" * 32, b"words") != version_hash(b"\x00" * 32, b"words")


def test_a_round_is_hashed_as_canonical_json() -> None:
    written = (
        '{"added":[["s/document/a.csv","aa"],["s/document/b.csv","bb"]],"at":"2016-03-01T12:00:00+00:00",'
        '"before":"","by":"Zoë","command":"load","dated":"2016","ended":["s/document/b.csv","s/document/c.csv"],'
        '"files":"[\\"codings.csv\\"]","number":1,"reason":null,"study":"s"}'
    )
    committed = a_round(by="Zoë", dated="2016")
    added = [("s/document/b.csv", "bb"), ("s/document/a.csv", "aa")]
    ended = ["s/document/c.csv", "s/document/b.csv"]
    assert round_hash(committed, added=added, ended=ended) == hashlib.sha256(written.encode("utf-8")).hexdigest()


def test_what_a_round_tells_is_outside_its_hash() -> None:
    first = sealed(a_round(), added=[], ended=[])
    told = replace(first, counts="{}", told='["more"]', status="writing")
    assert round_hash(told, added=[], ended=[]) == first.sha256
    assert round_hash(replace(first, by="CD"), added=[], ended=[]) != first.sha256


def test_a_round_commits_to_the_one_before() -> None:
    first = sealed(a_round(), added=[("s/document/a", "aa")], ended=[])
    second = sealed(a_round(2, before=first.sha256), added=[], ended=[])
    other = sealed(a_round(2, before=sealed(a_round(), added=[], ended=[]).sha256), added=[], ended=[])
    assert second.sha256 != other.sha256


def test_a_round_is_what_its_node_describes() -> None:
    made = sealed(a_round(3, reason="program"), added=[], ended=[])
    assert Round.of({**made.properties(), "problems": b""}) == made
    assert made.key == "s/round/3"
