"""The command that takes golden records: it says what it would change, and overwrites only when told to."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.loaders import golden


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(golden, "SAMPLES", tmp_path)
    path = tmp_path / "codebook" / "codebook.csv"
    path.parent.mkdir()
    path.write_text("code,parent\nA,\n")
    return path


def _run(monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
    monkeypatch.setattr(sys, "argv", ["golden", *options])
    return golden.main()


def test_what_is_missing_is_said_and_written_when_asked(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(monkeypatch) == 1
    assert not golden.golden_of(sample).exists()
    assert _run(monkeypatch, "--write") == 0
    assert json.loads(golden.golden_of(sample).read_text())["loader"] == "loaders.codebook"
    assert _run(monkeypatch) == 0
    assert capsys.readouterr().out.splitlines() == [
        "missing: codebook/codebook.csv.golden.json", "written: codebook/codebook.csv.golden.json",
    ]  # fmt: skip


def test_what_differs_is_overwritten_with_force_alone_and_never_unsaid(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = golden.golden_of(sample)
    kept.write_text("looked through by hand\n")
    assert _run(monkeypatch) == 1
    assert _run(monkeypatch, "--write") == 1
    assert kept.read_text() == "looked through by hand\n"
    assert _run(monkeypatch, "--write", "--force") == 0
    assert kept.read_text() == golden.text_of(sample)
    assert capsys.readouterr().out.splitlines() == [
        "differs: codebook/codebook.csv.golden.json",
        "differs, not overwritten without --force: codebook/codebook.csv.golden.json",
        "overwritten: codebook/codebook.csv.golden.json",
    ]  # fmt: skip


def test_golden_records_without_a_sample_are_said(sample: Path) -> None:
    sample.rename(sample.with_name("codes.csv"))
    sample.with_name("old.csv.golden.json").write_text("{}")
    assert list(golden.differences()) == [
        "missing: codebook/codes.csv.golden.json", "belongs to no sample: codebook/old.csv.golden.json",
    ]  # fmt: skip
