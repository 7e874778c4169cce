from __future__ import annotations

from pathlib import Path

from tests.loaders.reading import read_as


def test_the_interview_is_the_stem_and_turns_are_left_to_be_found(tmp_path: Path) -> None:
    (record,), _ = read_as(tmp_path, "transcript_text", "2016-03 call.txt", "I: Hello.\n")
    assert (record.interview, record.turns) == ("2016-03 call", None)


def test_a_transcript_without_words_is_an_error(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "transcript_text", "a.txt", " \n\n ")
    assert records == []
    assert [problem.severity for problem in problems] == ["error"]
