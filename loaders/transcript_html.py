"""Transcripts as web pages: each block a line, as a browser shows it, the cells of a table's row parted by tabs."""

from __future__ import annotations

import codecs
import contextlib
import re
from pathlib import Path

from lxml import etree

from graphmodel.errors import Place, Problem, Severity
from loaders import formats, safety
from loaders.format import Read, Unrecognised
from loaders.html_text import HtmlText
from loaders.source import Source
from loaders.text import decode, without_nul
from loaders.transcripts import is_coded, transcript

VERSION = 2
MAX_BYTES = 20 * safety.MEGABYTE
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD_BYTES = 4096
_HINT = "Open it in a browser and save its words as text"


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a web page without codes in it."""
    return file.suffix in formats.TRANSCRIPT_HTML.suffixes and not is_coded(file)


def read(source: Source) -> Read:
    """The Transcript. Nothing that the page names is fetched, and no script is run."""
    text, problems = text_of(source.path)
    yield from problems
    yield from transcript(source, text, each_line=True)


def text_of(path: Path) -> tuple[str, list[Problem]]:
    """The words of the page as they are kept, and what there is to say of them. Raises UnreadableError."""
    content = safety.read_bytes(path)
    if len(content) > MAX_BYTES:
        message = f"the page is larger than {MAX_BYTES // safety.MEGABYTE} MB"
        raise safety.UnreadableError(Problem(Severity.ERROR, message, Place(path), _HINT))
    page, problems = _decoded(content, path)
    try:
        shown = HtmlText(page.replace("\x00", ""), whole=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        problem = Problem(Severity.ERROR, "this is no web page that can be read", Place(path), _HINT)
        raise safety.UnreadableError(problem) from error
    if shown.damaged:
        message = "the page goes too deep or has too long a part, and words may be missing"
        problems = [*problems, Problem(Severity.FLAG, message, Place(path), _HINT)]
    return without_nul(shown.text), problems


def _decoded(content: bytes, path: Path) -> tuple[str, list[Problem]]:
    declared = _DECLARED.search(content[:_HEAD_BYTES])
    if declared and not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with contextlib.suppress(LookupError, UnicodeDecodeError):
            return content.decode(declared[1].decode("ascii")), []
    return decode(content, path)
