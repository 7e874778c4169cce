from __future__ import annotations

import time
from pathlib import Path

import pytest

from graphmodel.turns import find_turns
from loaders import transcript_rtf
from tests.loaders.builders import documents
from tests.loaders.reading import read_as, said


def _text(folder: Path, body: str) -> str:
    (record,), problems = read_as(folder, "transcript_rtf", "a.rtf", rf"{{\rtf1\ansi\ansicpg1252 {body}}}")
    assert problems == []
    return str(record.text)


def test_paragraphs_are_lines_and_cells_are_parted_by_tabs(tmp_path: Path) -> None:
    (record,), problems = read_as(tmp_path, "transcript_rtf", "a.rtf", documents.rtf_of_lines())
    assert problems == []
    assert record.text.split("\n") == [
        *documents.LINES[:2], f"{documents.LINES[2]} café ą a link", documents.LINES[3], "I\tOne", "two.", "P1\tThree.",
    ]  # fmt: skip
    assert [turn.speaker for turn in find_turns(record, ())][:4] == ["I", "P1", "I", "P1"]


def test_what_is_no_word_of_the_body_is_left_out(tmp_path: Path) -> None:
    body = r"a{\*\unknown x}{\pict 0102}{\footnote no}{\header no} b\line c\tab d\~e\emdash"
    assert _text(tmp_path, body) == "a b\nc\td\N{NO-BREAK SPACE}e—"


def test_characters_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    content = rb"{\rtf1\ansi\ansicpg65001 a\'ff b}"
    (record,), problems = read_as(tmp_path, "transcript_rtf", "a.rtf", content)
    assert record.text == "a\N{REPLACEMENT CHARACTER} b"
    assert said(problems) == [("flag", "")]


def test_half_of_a_pair_is_no_character(tmp_path: Path) -> None:
    (record,), _ = read_as(tmp_path, "transcript_rtf", "a.rtf", rb"{\rtf1 a\u-10179?b}")
    assert record.text.encode()


def test_a_nul_is_no_character(tmp_path: Path) -> None:
    (record,), problems = read_as(tmp_path, "transcript_rtf", "a.rtf", b"{\\rtf1 a\x00b\\u0?c}")
    assert "\x00" not in record.text
    assert said(problems) == [("flag", "")]


def test_what_is_no_rich_text(tmp_path: Path) -> None:
    for content in (b"text", b"{\\rt"):
        records, problems = read_as(tmp_path, "transcript_rtf", "a.rtf", content)
        assert records == []
        assert said(problems) == [("error", "")]


@pytest.mark.parametrize(
    "content",
    [
        b"{\\rtf1{\\fonttbl" + b"\\f0" * 200_000,
        b"{\\rtf1{\\fonttbl{\\f0" + b"\\fcharset0 " * 100_000,
        b"{\\rtf1 " + b"{\\field{\\*\\fldinst{" * 50_000,
        b"{\\rtf1" + b"{" * 300_000,
    ],
)
def test_hostile_files_take_bounded_time(tmp_path: Path, content: bytes) -> None:
    begun = time.process_time()
    read_as(tmp_path, "transcript_rtf", "a.rtf", content)
    assert time.process_time() - begun < 20


def test_a_file_beyond_the_bound_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcript_rtf, "MAX_BYTES", 100)
    records, problems = read_as(tmp_path, "transcript_rtf", "a.rtf", rb"{\rtf1 " + b"a" * 200 + b"}")
    assert (records, said(problems)) == ([], [("error", "")])
