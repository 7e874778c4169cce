"""The words of a document, by its suffix: for formats that are a text with marks in it rather than a transcript."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from graphmodel.errors import Problem
from loaders.text import read_text

READERS = {
    ".docx": "loaders.transcript_docx",
    ".odt": "loaders.transcript_odt",
    ".rtf": "loaders.transcript_rtf",
    ".html": "loaders.transcript_html",
    ".htm": "loaders.transcript_html",
    ".pdf": "loaders.transcript_pdf",
}


def text_of(path: Path) -> tuple[str, list[Problem]]:
    """The words as they are kept for a transcript, and what there is to say of them. Raises UnreadableError."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        return read_text(path)
    text: tuple[str, list[Problem]] = import_module(reader).text_of(path)
    return text
