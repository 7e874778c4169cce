"""Transcripts as plain text or Markdown: the text is the file's, line ends aside."""

from __future__ import annotations

from loaders import formats, memos
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.text import read_text
from loaders.transcripts import is_coded, transcript

VERSION = 1


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is plain text or Markdown, and no memo, nor a text with codes in it."""
    return file.suffix in formats.TRANSCRIPT_TEXT.suffixes and not memos.matches(file) and not is_coded(file)


def read(source: Source) -> Read:
    """The Transcript."""
    text, problems = read_text(source.path)
    yield from problems
    yield from transcript(source, text)
