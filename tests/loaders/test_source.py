from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graphmodel.records import TableMapping
from loaders import codings
from loaders.formats import CODEBOOK
from tests.loaders.reading import source_at


def test_a_fingerprint_changes_with_everything_that_the_records_depend_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("interview,quote,codes\n")
    source = source_at(path, "codings")
    first = source.fingerprint()
    assert source_at(path, "codings").fingerprint() == first
    others = {
        replace(source, mapping=TableMapping(split=",")).fingerprint(),
        replace(source, use=("codings",)).fingerprint(),
        replace(source, format=CODEBOOK).fingerprint(),
    }
    monkeypatch.setattr(codings, "VERSION", codings.VERSION + 1)
    others.add(source.fingerprint())
    monkeypatch.undo()
    path.write_text("interview,quote,codes\n\n")
    others.add(source.fingerprint())
    assert len(others) == 5
    assert first not in others


def test_moving_a_study_keeps_its_fingerprints(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.csv").write_text("interview,quote,codes\n")
    assert (
        source_at(tmp_path / "a/x.csv", "codings").fingerprint()
        == source_at(tmp_path / "b/x.csv", "codings").fingerprint()
    )


def test_what_cannot_be_opened_is_a_problem_and_has_a_fingerprint(tmp_path: Path) -> None:
    source = source_at(tmp_path / "absent.csv", "codings")
    assert [getattr(item, "severity", None) for item in source.read()] == ["error"]
    assert len(source.fingerprint()) == 64


def test_reading_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("interview,quote,codes\nP01-1,words,A\n")
    path.chmod(0o444)
    before = path.stat()
    list(source_at(path, "codings").read())
    after = path.stat()
    assert (before.st_mtime_ns, before.st_size, sorted(tmp_path.iterdir())) == (
        after.st_mtime_ns,
        after.st_size,
        [path],
    )
