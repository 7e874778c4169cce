"""Sources read once where memory allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.loading.reading import Reader
from graphmodel.records import Kind
from loaders.source import Source


@pytest.fixture
def memo(tmp_path: Path) -> Source:
    path = tmp_path / "one.md"
    path.write_text("On [[Trust]].\n", encoding="utf-8")
    return Source(Kind.MEMO, path, tmp_path, "one.md", "loaders.memos")


def test_a_file_is_read_once_until_it_is_forgotten(memo: Source) -> None:
    reader = Reader()
    first = reader.read(memo)
    memo.path.write_text("Otherwise.\n", encoding="utf-8")
    assert reader.read(memo) is first
    reader.forget(memo)
    (record,) = reader.read(memo).records
    assert record != first.records[0]


def test_what_does_not_fit_is_read_again(memo: Source) -> None:
    reader = Reader(keep_bytes=3)
    assert reader.read(memo) is not reader.read(memo)


def test_problems_are_told_apart_from_records(memo: Source) -> None:
    memo.path.write_text("---\nkind: nonsense\n---\nText.\n", encoding="utf-8")
    read = Reader().read(memo)
    assert len(read.records) == 1
    assert "nonsense" in read.problems[0].message
