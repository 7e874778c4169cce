"""Bytes of a text file as text: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from loaders.safety import UnreadableError, read_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which no encoding of Unicode holds."""


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """The text of the file, byte order mark off and lines ended by LF, with a note where it is not UTF-8.

    Raises UnreadableError where the bytes are no text.
    """
    content = read_bytes(path)
    text, problems = decode(content, path)
    if "\x00" in text:
        place = Place(path, line=text.count("\n", 0, text.index("\x00")) + 1)
        hint = "Open it in the program that made it and save it as plain text in UTF-8"
        raise UnreadableError(Problem(Severity.ERROR, "the file holds a NUL byte and is no text", place, hint))
    return unix_lines(text), problems


def encodable(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair."""
    return text if text.isascii() else HALVES.sub("\N{REPLACEMENT CHARACTER}", text)


def without_nul(text: str) -> str:
    """The text with U+FFFD for NUL, which escapes in YAML, JSON and Excel can smuggle in."""
    return text.replace("\x00", "\N{REPLACEMENT CHARACTER}")


def unix_lines(text: str) -> str:
    """The text with CRLF, and CR alone, turned into LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def decode(content: bytes, path: Path) -> tuple[str, list[Problem]]:
    """The bytes as text, byte order mark off. Raises UnreadableError."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding, path), []
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        text = _decoded(content, "cp1252", path)
    note = "the file is not UTF-8 and was read as Windows-1252"
    return text, [Problem(Severity.NOTE, note, Place(path), "Save it as UTF-8 if letters with accents look wrong")]


def _decoded(content: bytes, encoding: str, path: Path) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"the file holds a byte that is no text: 0x{content[error.start]:02x}"
        hint = "Save it as UTF-8 (in Excel: Save as, CSV UTF-8; in Word: Plain text, Unicode UTF-8)"
        raise UnreadableError(Problem(Severity.ERROR, message, Place(path, line=line), hint)) from error
