"""What a study was loaded from, read back."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel.database import Database
from graphmodel.graph.difference import Difference
from graphmodel.graph.elements import Graph
from graphmodel.schema import Label
from graphmodel.store.conflicts import ChangedByHand
from graphmodel.store.round_steps import RoundWrite
from graphmodel.store.rounds import round_hash, sealed, version_hash, version_key
from graphmodel.store.state import Contents, State, Version, read_contents, read_state, unfinished
from graphmodel.store.write import write_round
from tests.graphmodel.store.graphs import STUDY, a_round, by_hand, change, node, small

CODINGS = node(Label.DOCUMENT, "codings.csv")
NONCE = bytes(range(32))
RECORDS = bytes(range(256)) * 2


def a_version(document: str = CODINGS, since: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "key": version_key(document, since),
        "study": STUDY,
        "document": document,
        "kind": "codings",
        "part": None,
        "path": "codings.csv",
        "format": "codings",
        "origin": "folder",
        "since": since,
        "nonce": NONCE,
        "sha256": version_hash(NONCE, RECORDS),
        "recordsVersion": 1,
        "records": RECORDS,
        "uses": b"\x00\xff",
        **more,
    }


def wanted(document: str = CODINGS, since: int = 1, **more: Any) -> Version:
    given: dict[str, Any] = {
        "key": version_key(document, since),
        "document": document,
        "kind": "codings",
        "part": None,
        "path": "codings.csv",
        "format": "codings",
        "origin": "folder",
        "since": since,
        "nonce": NONCE,
        "sha256": version_hash(NONCE, RECORDS),
        "records_version": 1,
        "uses": b"\x00\xff",
        "placed_with": "",
    }
    return Version(**given | more)


def test_there_is_nothing_of_a_study_that_was_never_loaded(written: Database) -> None:
    assert read_state(written, "other") == State()
    assert not unfinished(State())


def test_the_state_is_read_back(empty: Database) -> None:
    first = a_version(placed=b"p", places=b"q", placedWith="hash")
    change(empty, Graph(), small(), 1, versions=[first], problems=b"\x01", study_properties={"schemaVersion": 2})
    state = read_state(empty, STUDY)
    assert state.study == small().nodes[STUDY] | {"schemaVersion": 2}
    assert state.documents == {CODINGS: small().nodes[CODINGS]}
    assert state.versions == {CODINGS: wanted(placed_with="hash")}
    assert (state.round, state.problems) == (a_round(), b"\x01")
    assert not unfinished(state)


def test_a_version_ends_when_another_comes(empty: Database) -> None:
    memo = node(Label.DOCUMENT, "memo.md")
    change(empty, Graph(), small(), 1, versions=[a_version(), a_version(memo)], problems=b"\x01")
    write = RoundWrite(
        study=STUDY,
        round=a_round(2),
        versions=[a_version(since=2, uses=None, nonce=None)],
        ended=[version_key(CODINGS, 1), version_key(memo, 1)],
    )
    write_round(empty, write, seen=1)
    assert read_state(empty, STUDY).versions == {CODINGS: wanted(since=2, uses=b"", nonce=b"")}
    # `since <= k` and (`until` null or `> k`): both first versions stand after round 1 and not after round 2.
    untils = empty.read("MATCH (v:Version {since: 1}) RETURN v.until AS until")
    assert untils == [{"until": 2}, {"until": 2}]
    with pytest.raises(ChangedByHand, match="versions that end"):
        write_round(empty, RoundWrite(study=STUDY, round=a_round(3), ended=[version_key(memo, 1)]), seen=2)


def test_contents_are_read_where_they_are_wanted(empty: Database) -> None:
    memo = node(Label.DOCUMENT, "memo.md")
    versions = [a_version(placed=b"p", places=b"q"), a_version(memo)]
    change(empty, Graph(), small(), 1, versions=versions)
    keys = [version_key(CODINGS, 1), version_key(memo, 1)]
    assert read_contents(empty, keys) == {CODINGS: Contents(RECORDS, b"p", b"q"), memo: Contents(RECORDS, b"", b"")}
    assert read_contents(empty, []) == {}
    with pytest.raises(ChangedByHand, match="1 of 2 versions"):
        read_contents(empty, [*keys[:1], "s/document/other@1"])


def test_what_is_beside_the_records_is_refreshed(empty: Database) -> None:
    change(empty, Graph(), small(), 1, versions=[a_version(placed=b"p")])
    refreshed = {version_key(CODINGS, 1): {"placed": b"new", "uses": None, "placedWith": "other"}}
    write_round(empty, RoundWrite(study=STUDY, refreshed=refreshed, problems=b"\x02"), seen=1)
    state = read_state(empty, STUDY)
    assert state.versions == {CODINGS: wanted(uses=b"", placed_with="other")}
    assert (state.round, state.problems) == (a_round(), b"\x02")
    assert read_contents(empty, [version_key(CODINGS, 1)])[CODINGS].placed == b"new"


def test_problems_go_on_with_the_last_round(empty: Database) -> None:
    change(empty, Graph(), small(), 1, problems=b"\x01")
    change(empty, small(), Graph({STUDY: small().nodes[STUDY]}), 2)
    assert read_state(empty, STUDY).problems == b"\x01"
    change(empty, Graph({STUDY: small().nodes[STUDY]}), small(), 3, problems=b"")
    assert read_state(empty, STUDY).problems == b""
    held = empty.read("MATCH (r:Round) WHERE r.problems IS NOT NULL RETURN r.number AS number")
    assert held == [{"number": 3}]


def test_problems_need_a_round_to_be_kept_with(empty: Database) -> None:
    with pytest.raises(ChangedByHand, match="rounds to keep problems with"):
        write_round(empty, RoundWrite(study=STUDY, problems=b"\x02"), seen=None)


def test_rounds_and_versions_hang_on_their_study_alone(empty: Database) -> None:
    change(empty, Graph(), small(), 1, versions=[a_version()])
    rows = empty.read("MATCH (n:Round|Version)-[r]-(o) RETURN type(r) AS type, o.key AS key ORDER BY type")
    assert rows == [{"type": "ROUND_OF", "key": STUDY}, {"type": "VERSION_OF", "key": STUDY}]


def test_many_large_versions_go_in_several_messages(empty: Database) -> None:
    versions = [a_version(node(Label.DOCUMENT, f"{at}.txt"), records=bytes(3 * 2**20)) for at in range(5)]
    change(empty, Graph(), small(), 1, versions=versions)
    assert len(read_state(empty, STUDY).versions) == 5


def test_hashes_make_a_chain_that_is_read_back(empty: Database) -> None:
    version = a_version()
    first = sealed(a_round(), added=[(CODINGS, version["sha256"])], ended=[])
    write = RoundWrite(study=STUDY, difference=Difference(), round=first, versions=[version])
    by_hand(empty, "CREATE (:Study {key: 's', study: 's'})")
    write_round(empty, write, seen=None)
    second = sealed(a_round(2, before=first.sha256), added=[], ended=[CODINGS])
    write_round(empty, RoundWrite(study=STUDY, round=second, ended=[version["key"]]), seen=1)
    last = read_state(empty, STUDY).round
    assert last == second
    assert round_hash(last, added=[], ended=[CODINGS]) == last.sha256
