"""Transcripts as plain text or Markdown: the text is the file's, line ends aside."""

from __future__ import annotations

from pathlib import Path

from graphmodel.records import Kind
from loaders import memos
from loaders.format import Format, Read
from loaders.source import Source
from loaders.text import read_text
from loaders.transcripts import is_coded, transcript

FORMAT = Format(
    "text transcript", Kind.TRANSCRIPT, (".txt", ".md", ".markdown"), "An interview's words, with speakers' turns"
)
VERSION = 1


def matches(path: Path, head: bytes) -> bool:
    """Whether the file is plain text or Markdown, and no memo, nor a text with codes in it."""
    return path.suffix.lower() in FORMAT.suffixes and not memos.matches(path, head) and not is_coded(path, head)


def read(source: Source) -> Read:
    """The Transcript."""
    text, problems = read_text(source.path)
    yield from problems
    yield from transcript(source, text)
