from __future__ import annotations

import time
from pathlib import Path

import pytest

from graphmodel.turns import find_turns
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
    assert [turn.start_ms for turn in find_turns(record, ())] == [1250, 60_000]
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


def test_a_time_after_any_recording_is_none(tmp_path: Path) -> None:
    content = "1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n99999999999999:00:03,000 --> 00:00:04,000\nb\n"
    (record,), problems = read_as(tmp_path, "transcript_srt", "a.srt", content)
    assert record.text == "a 2 99999999999999:00:03,000 --> 00:00:04,000 b"
    assert said(problems) == [("flag", "line 6")]


def test_captions_as_programs_write_them(tmp_path: Path) -> None:
    content = (
        "\ufeff\n\n0:0:1.5 --> 0:0:2\nno number\n\n\nwith a line between\n7\n2\n"
        "00：00：03，250 -- > 00:00:04,000 X1:0 Y1:0\nb\n3\n01:00:00,000 --> 01:00:01,000\n\n4\n01:00:02,000-->01:00:03,000\nc"
    )
    (record,), problems = read_as(tmp_path, "transcript_srt", "a.srt", content)
    assert record.text == "no number with a line between 7\nb\nc"
    assert [turn.start_ms for turn in find_turns(record, ())] == [1_005, 3_250, 3_602_000]
    assert problems == []


@pytest.mark.parametrize("sign", ["\n", " ", "\t", "0", "1\n", "-->", "0:", "00:00:01,000 --> 00:00:02,000\n", "<i "])
def test_hostile_captions_take_bounded_time(tmp_path: Path, sign: str) -> None:
    started = time.process_time()
    for content in (sign * 300_000, "1\n00:00:01,000 --> 00:00:02,000\n" + sign * 300_000):
        read_as(tmp_path, "transcript_srt", "a.srt", content)
    assert time.process_time() - started < 10
