from __future__ import annotations

from pathlib import Path

from tests.loaders.reading import read_as


def test_the_interview_is_the_stem_or_what_the_table_says(tmp_path: Path) -> None:
    (record,), _ = read_as(tmp_path, "transcript_text", "2016-03 call.txt", "I: Hello.\n")
    assert record.interview == "2016-03 call"
    (record,), _ = read_as(tmp_path, "transcript_text", "2016-03 call.txt", "I: Hello.\n", interview="P01-1")
    assert record.interview == "P01-1"


def test_a_transcript_without_words_is_an_error(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "transcript_text", "a.txt", " \n\n ")
    assert records == []
    assert [problem.severity for problem in problems] == ["error"]
