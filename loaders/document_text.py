"""The words of a document, by its suffix: for formats that are a text with marks in it rather than a transcript."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from graphmodel.errors import Problem
from graphmodel.records import Kind
from loaders import safety
from loaders.format import Unrecognised
from loaders.formats import TRANSCRIPT_DOCX, TRANSCRIPT_TEXT, format_for
from loaders.text import read_text


def text_of(path: Path) -> tuple[str, list[Problem]]:
    """The words as they are kept for a transcript, and what there is to say of them. Raises UnreadableError."""
    format_ = format_for(Kind.TRANSCRIPT, path.suffix)
    if format_ is None or format_ is TRANSCRIPT_TEXT:
        return read_text(path)
    text: tuple[str, list[Problem]] = import_module(format_.module).text_of(path)
    return text


def words_of(file: Unrecognised) -> str:
    """The words of a file whose format is asked for, empty where they cannot be read."""
    if file.suffix in TRANSCRIPT_DOCX.suffixes:
        words: str = file.found(import_module(TRANSCRIPT_DOCX.module).look).words
        return words
    return file.found(_words)


def _words(path: Path) -> str:
    try:
        return text_of(path)[0]
    except safety.UnreadableError:
        return ""
