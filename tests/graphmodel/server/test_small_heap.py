"""A study that is larger than one transaction may be is loaded by a local server with the smallest heap it ever has."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.generate import Size, generate
from graphmodel import server
from graphmodel.database import open_running
from graphmodel.loading import load
from graphmodel.server import process
from graphmodel.store import parts

SIZE = Size(interviews=34, excerpts=200, codes=2, characters=20_000)
"""6,800 excerpts with 13,600 codings: about 52,000 nodes and relationships. Half of what transactions may take of a heap
of 512 MB, 179 MB, is enough for 45,800 of 4 kB."""


def test_a_study_beyond_one_transaction_is_loaded_in_parts(
    home: server.Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "LARGEST_HEAP_MB", process.SMALLEST_HEAP_MB)
    divided = parts.divided
    counted: list[int] = []
    monkeypatch.setattr(parts, "divided", lambda change, most: (counted.append(change.size), divided(change, most))[1])
    folder = generate(tmp_path / "study", SIZE)
    with open_running(server.ensure_running(home=home)) as database:
        load(database, [folder])
        excerpts = "MATCH (e:Excerpt)-[:FROM]->(:Interview) RETURN count(e) AS excerpts"
        codings = "MATCH (:Excerpt)-[r:CODED_AS]->(:Concept) RETURN count(r) AS codings"
        held = database.read(excerpts)[0]["excerpts"], database.read(codings)[0]["codings"]
        assert not load(database, [folder]).written
    # Each of the 6,800 rows quotes words of its own, or the same excerpt again with other codes: no row is lost.
    assert 6_000 < held[0] <= 6_800
    assert 12_500 < held[1] <= 13_600
    assert counted and counted[0] > 45_800
