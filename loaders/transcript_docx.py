"""Transcripts as Word documents: the paragraphs of the body a line each, the cells of a table's row parted by tabs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import Kind
from loaders import safety
from loaders.format import Format, Read
from loaders.source import Source
from loaders.transcripts import transcript

FORMAT = Format("Word transcript", Kind.TRANSCRIPT, (".docx",), "An interview's words, with speakers' turns")
VERSION = 1

_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    qn("w:softHyphen"): "\N{SOFT HYPHEN}",
}
_TEXT, _PARAGRAPH, _TABLE, _ROW, _CELL = (qn(f"w:{name}") for name in ("t", "p", "tbl", "tr", "tc"))
_BODY = qn("w:body")
_BOX = qn("w:txbxContent")
_BREAK_TYPE = qn("w:type")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_TEXT = {qn(f"w:{name}") for name in ("pPr", "rPr", "del", "moveFrom", "tblPr", "trPr", "tcPr")} | {_BOX, _FALLBACK}


def matches(path: Path, head: bytes) -> bool:
    """Whether the file is a .docx."""
    return path.suffix.lower() == ".docx"


def read(source: Source) -> Read:
    """The Transcript. Deletions that Word tracks are left out, insertions are in; so are hidden words."""
    body = _body(source.path)
    if any(True for box in body.iter(_BOX) for _ in box.iter(_TEXT)):
        message = "words in a text box are not read as part of the transcript"
        hint = "Move them into the text, if they were said"
        yield Problem(Severity.FLAG, message, Place(source.path), hint)
    yield from transcript(source, "\n".join(_blocks(body)), each_line=True)


def _body(path: Path) -> BaseOxmlElement:
    whole = safety.repacked(path)
    try:
        _refuse_declarations(path, whole)
        document: BaseOxmlElement = docx.Document(whole).element
        return document.find(_BODY) if document.find(_BODY) is not None else document
    except (PackageNotFoundError, SyntaxError, LookupError, ValueError, AttributeError, TypeError, OSError) as error:
        hint = "Open it in Word and save it again as .docx"
        raise safety.UnreadableError(Problem(Severity.ERROR, "this is no Word document", Place(path), hint)) from error


def _refuse_declarations(path: Path, whole: io.BytesIO) -> None:
    """Word never declares entities; words behind one would be lost, since none is ever resolved."""
    for name, content in safety.parts_of(whole):
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in content:
            hint = "Do not open it in a hurry: ask whoever sent it. A document saved by Word has none"
            problem = Problem(Severity.ERROR, f"the part {name} declares a DOCTYPE", Place(path), hint)
            raise safety.UnreadableError(problem)


def _blocks(element: BaseOxmlElement) -> Iterator[str]:
    """The lines of a body: its paragraphs, and the rows of its tables, also within content controls."""
    for child in element:
        if child.tag == _PARAGRAPH:
            yield "".join(_words(child))
        elif child.tag == _TABLE:
            yield from ("\t".join(_cells(row)) for row in _within(child, _ROW))
        elif child.tag not in _NOT_TEXT:
            yield from _blocks(child)


def _cells(row: BaseOxmlElement) -> Iterator[str]:
    return ("\n".join(_blocks(cell)) for cell in _within(row, _CELL))


def _within(element: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    """The nearest descendants of a tag: rows and cells may stand in content controls or tracked insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _NOT_TEXT:
            yield from _within(child, tag)


def _words(element: BaseOxmlElement) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            if child.get(_BREAK_TYPE) in (None, "textWrapping"):
                yield _SIGNS[child.tag]
        elif child.tag not in _NOT_TEXT:
            yield from _words(child)
