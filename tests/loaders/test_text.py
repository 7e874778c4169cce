from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.errors import Severity
from loaders.safety import UnreadableError
from loaders.text import decode, encodable, read_text, unix_lines, without_nul


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_with_a_mark_or_of_utf8_are_read_alike(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("É\r\nb\rc\n".encode(encoding))
    assert read_text(path) == ("É\nb\nc\n", [])


def test_windows_1252_is_read_and_noted(tmp_path: Path) -> None:
    text, problems = decode("“Gärten” – 5 €".encode("cp1252"), tmp_path)
    assert text == "“Gärten” – 5 €"
    assert [problem.severity for problem in problems] == [Severity.NOTE]


@pytest.mark.parametrize(("content", "line"), [(b"a\nb\x00c", 2), (b"a\nb\n\x81\x8d", 3)])
def test_what_is_no_text_is_refused_at_its_line(tmp_path: Path, content: bytes, line: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        read_text(path)
    assert caught.value.problem.place.line == line
    assert caught.value.problem.hint


def test_line_ends() -> None:
    assert unix_lines("a\r\nb\rc\n\r") == "a\nb\nc\n\n"


def test_halves_of_surrogate_pairs_are_replaced() -> None:
    assert encodable("a\ud800b\udfff") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"
    assert encodable("é😀") == "é😀"


def test_a_nul_is_no_character_of_a_text() -> None:
    assert without_nul("a\x00b") == "a\N{REPLACEMENT CHARACTER}b"
    assert without_nul("é\x00") == "é\N{REPLACEMENT CHARACTER}"
