from __future__ import annotations

from pathlib import Path

from graphmodel.turns import find_turns
from tests.loaders.reading import read_as


def test_the_text_is_the_file_s_but_for_mark_and_line_ends(tmp_path: Path) -> None:
    text = "I:  Hello  😀 \n\n\tP1: É\u0301 \n"
    (record,), problems = read_as(
        tmp_path, "transcript_text", "a.md", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    )
    assert record.text == text
    assert problems == []
    assert [text[turn.start : turn.end] for turn in find_turns(record, ())] == ["Hello  😀", "É\u0301"]
