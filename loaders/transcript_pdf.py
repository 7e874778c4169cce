"""Transcripts as PDF: the words of each page in the order in which they are drawn, line by line.

The file is read by a process of its own, which is ended when it takes too long or too much memory: a PDF is a program
as much as a text.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from loaders import safety
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.text import unix_lines
from loaders.transcripts import transcript

VERSION = 1
MAX_BYTES = 50 * safety.MEGABYTE
MAX_SECONDS = 60
_HEAD = b"%PDF-"
_HINT = "Save it as .docx or .txt, best from the program that it was made with"


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a PDF."""
    return file.suffix == ".pdf"


def read(source: Source) -> Read:
    """The Transcript, with a note that a PDF knows lines and no paragraphs."""
    text, problems = text_of(source.path)
    yield from problems
    yield from transcript(source, text, each_line=True)


def text_of(path: Path) -> tuple[str, list[Problem]]:
    """The words of the document, and what there is to say of them. Raises UnreadableError."""
    content = safety.read_bytes(path)
    if _HEAD not in content[:1024]:
        raise _unreadable(path, "this is no PDF")
    if len(content) > MAX_BYTES:
        raise _unreadable(path, f"the PDF is larger than {MAX_BYTES // safety.MEGABYTE} MB")
    pages = _pages(path, content)
    text = unix_lines("\n".join(pages)).replace("\x00", "")
    if not text.strip():
        hint = "Let a program for recognising text (OCR) read it first, and check what it made of it"
        raise _unreadable(path, "the PDF holds pictures of pages and no words", hint)
    message = "a PDF knows lines and no paragraphs: its words are read line by line"
    problems = [Problem(Severity.NOTE, message, Place(path), "If you have the text that it was made from, use that")]
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page.strip()]
    if empty:
        message = f"there are no words on {'page' if len(empty) == 1 else 'pages'} {', '.join(empty[:20])}"
        problems.append(Problem(Severity.FLAG, message, Place(path), "See whether they are pictures of text"))
    return text, problems


def _pages(path: Path, content: bytes) -> list[str]:
    command = [sys.executable, "-I", "-m", "loaders.pdf_pages"]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=MAX_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise _unreadable(path, f"the PDF was not read after {MAX_SECONDS} seconds") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise _unreadable(path, "the PDF is damaged, or takes too much memory to read") from error
    if "refused" in answer:
        raise _unreadable(path, str(answer["refused"]))
    return [str(page) for page in answer["pages"]]


def _unreadable(path: Path, message: str, hint: str = _HINT) -> safety.UnreadableError:
    return safety.UnreadableError(Problem(Severity.ERROR, message, Place(path), hint))
