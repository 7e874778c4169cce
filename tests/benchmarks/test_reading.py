"""The files that reading is measured with are read whole: otherwise the speed is that of something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.floors import FLOORS
from benchmarks.material import CODES, material
from benchmarks.reading import measure
from benchmarks.reading_cases import CHARACTERS, Case, Size, cases
from benchmarks.reading_once import counts_of
from loaders import registry

SMALL = Size(interviews=2, passages=8, references=5)
HELD_BY_HAND = {
    "study", "participants", "interviews", "codebook", "links", "revisions", "memos", "theory", "taguette_codebook",
}  # fmt: skip
"""Loaders of files that nobody has large ones of."""
CASES = [case for case in cases(SMALL) if case.name != "Word comments .docx"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_is_read_whole_and_gone_through_by_the_library(case: Case, tmp_path: Path) -> None:
    case.make(tmp_path / case.file)
    many = material(SMALL.interviews, SMALL.passages, CHARACTERS)
    expected = {"codings": many.codings, "references": SMALL.references}
    found = counts_of(case.loader, tmp_path / case.file)[case.counted]
    if case.counted in expected and "NVivo references" not in case.name:
        assert found == expected[case.counted]
    assert found > 0
    assert FLOORS[case.floor](tmp_path / case.file) > 0


def test_every_format_of_which_there_are_large_files_is_measured() -> None:
    measured = {case.loader for case in cases(SMALL)}
    assert {each.module.removeprefix("loaders.") for each in registry.FORMATS} - measured == HELD_BY_HAND


def test_a_line_says_what_was_read_and_how_it_compares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = next(case for case in cases(SMALL) if case.name == "QualCoder .qda")
    measure(case, tmp_path, rounds=1, peers=())
    said = capsys.readouterr().out
    assert said.startswith("QualCoder .qda")
    assert " codings " in said and "sqlite3" in said and said.rstrip().endswith("times that")
    assert CODES > 20
