"""Transcripts as web pages: each block a line, as a browser shows it, the cells of a table's row parted by tabs."""

from __future__ import annotations

import codecs
import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import Kind
from loaders import safety
from loaders.format import Format, Read
from loaders.refi_xml import Element
from loaders.source import Source
from loaders.text import decode, encodable, unix_lines
from loaders.transcripts import is_coded, transcript

FORMAT = Format("HTML transcript", Kind.TRANSCRIPT, (".html", ".htm"), "An interview's words, with speakers' turns")
VERSION = 1
MAX_BYTES = 20 * safety.MEGABYTE
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD_BYTES = 4096
_SPACES = re.compile(" {2,}")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NOT_TEXT = frozenset(
    ["head", "script", "style", "template", "noscript", "svg", "math", "object", "iframe", "textarea", "select"]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_BREAK, _CELL, _ROW, _KEPT = "\ue000", "\ue001", "\ue002", "\ue003"
_SIGNS = re.compile(f"[{_BREAK}{_CELL}{_ROW}{_KEPT}]")
_HINT = "Open it in a browser and save its words as text"


def matches(path: Path, head: bytes) -> bool:
    """Whether the file is a web page without codes in it."""
    return path.suffix.lower() in FORMAT.suffixes and not is_coded(path, head)


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
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(page.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        problem = Problem(Severity.ERROR, "this is no web page that can be read", Place(path), _HINT)
        raise safety.UnreadableError(problem) from error
    if any(_is_limit(entry.message) for entry in parser.error_log):
        message = "the page goes too deep or has too long a part, and words may be missing"
        problems = [*problems, Problem(Severity.FLAG, message, Place(path), _HINT)]
    return encodable("\n".join(_lines("".join(_words(root))))), problems


def _is_limit(message: str) -> bool:
    """Whether the parser says that it gave up on what goes too deep or is too long."""
    return "depth" in message.casefold() or "huge" in message.casefold()


def _decoded(content: bytes, path: Path) -> tuple[str, list[Problem]]:
    declared = _DECLARED.search(content[:_HEAD_BYTES])
    if declared and not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with contextlib.suppress(LookupError, UnicodeDecodeError):
            return unix_lines(content.decode(declared[1].decode("ascii"))), []
    text, problems = decode(content, path)
    return unix_lines(text), problems


def _words(root: Element) -> Iterator[str]:
    """The words of the page, with signs of ours where a line, a cell or a row ends."""
    passed_over = kept = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        change = 1 if event == "start" else -1
        passed_over += change * (tag in _NOT_TEXT)
        kept += change * (tag == "pre")
        if event == "start":
            yield _sign(element, tag)
            yield "" if passed_over else _shown(element.text, kept > 0)
        else:
            yield "" if tag == "br" else _sign(element, tag, ends=True)
            yield "" if passed_over else _shown(element.tail, kept > 0)


def _sign(element: Element, tag: str, ends: bool = False) -> str:
    if tag in ("td", "th"):
        first = element.getprevious() is None
        return "" if ends or first else _CELL
    if tag == "tr":
        return _ROW
    return _BREAK if tag in _BLOCKS or tag == "br" else ""


def _shown(text: str | None, kept: bool) -> str:
    plain = _SIGNS.sub("", text or "")
    return plain.replace("\n", _BREAK).replace(" ", _KEPT) if kept else _SPACE.sub(" ", plain)


def _lines(text: str) -> Iterator[str]:
    """The lines with something in them. The first block of a cell begins where the cell does."""
    for row in text.split(_ROW):
        cells = row.split(_CELL)
        for line in _CELL.join(cell.strip(f"{_BREAK} ") for cell in cells).split(_BREAK):
            shown = "\t".join(_SPACES.sub(" ", cell).strip(" ") for cell in line.split(_CELL))
            if shown.strip():
                yield shown.replace(_KEPT, " ")
