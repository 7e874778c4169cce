from __future__ import annotations

from pathlib import Path

from tests.loaders.reading import read_as, said


def test_a_cue_is_a_line_with_its_time(tmp_path: Path) -> None:
    (record,), problems = read_as(
        tmp_path,
        "transcript_srt",
        "a.srt",
        "1\r\n00:00:01,250 --> 00:00:02,000\r\nI: <i>a</i>\r\nb?\r\n\r\n"
        "2\r\n00:01:00,000 --> 00:01:01,000\r\n{\\an8}P1: c\r\n",
    )
    assert record.text == "I: a b?\nP1: c"
    assert [turn.start_ms for turn in record.turns] == [1250, 60_000]
    assert problems == []


def test_what_is_no_subrip_is_an_error_at_its_line(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "transcript_srt", "a.srt", "words\n\n1\n00:00:01,000 --> 00:00:02,000\na\n")
    assert (records, said(problems)) == ([], [("error", "line 1")])


def test_times_that_cannot_be_read_are_reported(tmp_path: Path) -> None:
    (record,), problems = read_as(
        tmp_path, "transcript_srt", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n0:3 --> 0:4\nb\n"
    )
    assert record.text == "a 2 0:3 --> 0:4 b"
    assert said(problems) == [("flag", "line 6")]


def test_a_time_after_any_recording_is_an_error_at_its_line(tmp_path: Path) -> None:
    content = "1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n99999999999999:00:03,000 --> 00:00:04,000\nb\n"
    records, problems = read_as(tmp_path, "transcript_srt", "a.srt", content)
    assert (records, said(problems)) == ([], [("error", "line 6")])
