from __future__ import annotations

from pathlib import Path

from tests.loaders.reading import read_as, said


def test_tags_entities_and_notes_are_no_words(tmp_path: Path) -> None:
    (record,), problems = read_as(
        tmp_path,
        "transcript_vtt",
        "a.vtt",
        "WEBVTT\n\nNOTE aside\n\n"
        "01:00:00.500 --> 01:00:01.000 align:start\n<c.red>1 &lt; 2</c> <00:00:01.000>&amp; so\non\n",
    )
    assert (record.text, record.times) == ("1 < 2 & so on", (3_600_500,))
    assert problems == []


def test_what_is_no_webvtt(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "transcript_vtt", "a.vtt", "00:01.000 --> 00:02.000\nwords\n")
    assert (records, said(problems)) == ([], [("error", "line 1")])


def test_words_under_times_that_cannot_be_read_are_reported(tmp_path: Path) -> None:
    _, problems = read_as(
        tmp_path, "transcript_vtt", "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\n1s --> 2s\nlost\n"
    )
    assert said(problems) == [("flag", "line 6")]
