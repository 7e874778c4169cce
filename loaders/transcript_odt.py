"""Transcripts as OpenDocument text: each paragraph or heading a line, the cells of a table's row parted by tabs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from loaders import safety
from loaders.format import Read, Unrecognised
from loaders.refi_xml import Element, children, local, parse_xml
from loaders.source import Source
from loaders.transcripts import transcript

VERSION = 1
_CONTENT = "content.xml"
_COUNT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}c"
_MOST_SPACES = 1000
_LINES = ("p", "h")
_NOT_TEXT = {"tracked-changes", "annotation", "note", "sequence-decls", "forms", "ruby-text", "table-of-content"}
_BOX = "text-box"


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is an .odt."""
    return file.suffix == ".odt"


def read(source: Source) -> Read:
    """The Transcript. What was deleted with changes tracked, comments and footnotes are left out."""
    text, problems = text_of(source.path)
    yield from problems
    yield from transcript(source, text, each_line=True)


def text_of(path: Path) -> tuple[str, list[Problem]]:
    """The words of the document as they are kept, and what is not among them. Raises UnreadableError."""
    parts = dict(safety.parts_of(safety.repacked(path)))
    hint = "Open it in LibreOffice or Word, take off any password, and save it again"
    if _CONTENT not in parts:
        raise safety.UnreadableError(Problem(Severity.ERROR, "this is no OpenDocument text", Place(path), hint))
    root = parse_xml(parts[_CONTENT], path, _CONTENT)
    body = next((text for body in children(root, "body") for text in children(body, "text")), None)
    if body is None:
        raise safety.UnreadableError(Problem(Severity.ERROR, "the document has no text in it", Place(path), hint))
    problems = []
    if any(True for box in body.iter("{*}" + _BOX) for _ in box.itertext()):
        message = "words in a text box are not read as part of the transcript"
        problems.append(Problem(Severity.FLAG, message, Place(path), "Move them into the text, if they were said"))
    return "\n".join(_blocks(body)), problems


def _blocks(element: Element) -> Iterator[str]:
    for child in element:
        name = local(child) if isinstance(child.tag, str) else ""
        if name in _LINES:
            yield "".join(_words(child))
        elif name == "table-row":
            cells = (cell for cell in children(child, "table-cell"))
            yield "\t".join("\n".join(_blocks(cell)) for cell in cells)
        elif name and name not in _NOT_TEXT and name != _BOX:
            yield from _blocks(child)


def _words(element: Element) -> Iterator[str]:
    """The words of a paragraph: white space in the file is one space, spaces and tabs that are meant are elements."""
    yield _single(element.text)
    for child in element:
        name = local(child) if isinstance(child.tag, str) else ""
        if name == "s":
            count = child.get(_COUNT) or "1"
            yield " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
        elif name in ("tab", "line-break"):
            yield "\t" if name == "tab" else "\n"
        elif name and name not in _NOT_TEXT and name != _BOX:
            yield from _words(child)
        yield _single(child.tail)


def _single(text: str | None) -> str:
    """Runs of white space as one space each, those at the ends too."""
    if not text:
        return ""
    inside = " ".join(text.split())
    before = " " if text[0].isspace() else ""
    after = " " if inside and text[-1].isspace() else ""
    return f"{before}{inside}{after}"
