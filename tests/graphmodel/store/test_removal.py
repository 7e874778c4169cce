"""A study taken out, with all that the store keeps of it."""

from __future__ import annotations

import pytest

from graphmodel.database import Database
from graphmodel.store import removal
from graphmodel.store.removal import remove_study_batches
from tests.graphmodel.store.graphs import by_hand

COUNT = "MATCH (n) RETURN count(n) AS nodes"


@pytest.mark.parametrize("batch", [3, 10_000])
def test_a_study_goes_whole(written: Database, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    monkeypatch.setattr(removal, "BATCH", batch)
    by_hand(
        written,
        "MATCH (s:Study) CREATE (:Version {key: 's/document/a@1', study: 's', records: $bytes})-[:VERSION_OF]->(s)"
        "CREATE (:Study {key: 's2'})<-[:OF]-(:Document {key: 's2/document/a', study: 's2'}), (:Version {key: 's2/d@1'})",
        bytes=b"\x00",
    )
    shown: list[int] = []
    # 14 nodes of the theory, a Round, a Version
    assert remove_study_batches(written, "s", lambda label, done, total: shown.append(done)) == 16
    assert shown == ([3, 6, 9, 12, 15, 16] if batch == 3 else [16])
    assert written.read(COUNT) == [{"nodes": 3}]


def test_the_study_goes_last(written: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(removal, "BATCH", 14)

    def stop(label: str, done: int, total: int | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        remove_study_batches(written, "s", stop)
    assert written.read("MATCH (s:Study) RETURN s.key AS key") == [{"key": "s"}]
    assert remove_study_batches(written, "s") == 1


def test_there_may_be_nothing_to_remove(written: Database) -> None:
    assert remove_study_batches(written, "other") == 0
