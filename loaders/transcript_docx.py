"""Transcripts as Word documents: the paragraphs of the body a line each, the cells of a table's row parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.comments import Comment
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from graphmodel.errors import Place, Problem, Severity
from loaders import safety
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.transcripts import is_coded, transcript

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
COMMENT_MARKS = {qn("w:commentRangeStart"): "(", qn("w:commentRangeEnd"): ")"}
MARK = re.compile("\0([()])([^\0]*)\0")
"""A mark of a comment among the words: where the one of this number begins or ends. No XML holds a NUL."""
_ID = qn("w:id")
_BODY = qn("w:body")
_BOX = qn("w:txbxContent")
_BROKEN = (PackageNotFoundError, SyntaxError, LookupError, ValueError, AttributeError, TypeError, OSError)
_BREAK_TYPE = qn("w:type")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_TEXT = {qn(f"w:{name}") for name in ("pPr", "rPr", "del", "moveFrom", "tblPr", "trPr", "tcPr")} | {_BOX, _FALLBACK}


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a .docx without codes in it."""
    return file.suffix == ".docx" and not is_coded(file)


def read(source: Source) -> Read:
    """The Transcript. Deletions that Word tracks are left out, insertions are in; so are hidden words."""
    opened = Opened(source.path)
    yield from opened.problems
    if comments := len(opened.comments()):
        message = f"the document has {comments} comments, which are not part of the transcript"
        hint = f"If they are codes, move it out of {source.path.parent.name}/ and name it in study.yaml under sources"
        yield Problem(Severity.NOTE, message, Place(source.path), hint)
    yield from transcript(source, MARK.sub("", opened.marked_text), each_line=True)


@dataclass(frozen=True, slots=True)
class Look:
    """Signs by which the formats of Word documents are told apart: the words, empty where they cannot be read, and
    whether there are comments."""

    words: str = ""
    commented: bool = False


def look(path: Path) -> Look:
    """Look into a document whose format is asked for."""
    try:
        opened = Opened(path)
    except safety.UnreadableError:
        return Look()
    words = MARK.sub("", opened.marked_text)
    try:
        return Look(words, bool(opened.comments()))
    except safety.UnreadableError:
        return Look(words)


def text_of(path: Path) -> tuple[str, list[Problem]]:
    """The words of the document as they are kept, and what is not among them. Raises UnreadableError."""
    opened = Opened(path)
    return MARK.sub("", opened.marked_text), opened.problems


class Opened:
    """A Word document that was opened within the bounds."""

    def __init__(self, path: Path) -> None:
        """Raises UnreadableError."""
        self.path = path
        self.packed = safety.repacked(path)
        self.problems: list[Problem] = []
        try:
            self.document = docx.Document(self.packed)
            root: BaseOxmlElement = self.document.element
            self._body = root.find(_BODY) if root.find(_BODY) is not None else root
        except _BROKEN as error:
            raise _no_word_document(path) from error
        if root.getroottree().docinfo.doctype:
            raise _no_word_document(path)
        if any(True for box in self._body.iter(_BOX) for _ in box.iter(_TEXT)):
            message = "words in a text box are not read as part of the transcript"
            hint = "Move them into the text, if they were said"
            self.problems.append(Problem(Severity.FLAG, message, Place(path), hint))

    @property
    def marked_text(self) -> str:
        """The words, with marks (see `MARK`) where comments begin and end."""
        return _joined("\n", _blocks(self._body))

    def comments(self) -> list[Comment]:
        """The comments, in the order of their part. Raises UnreadableError where that is damaged."""
        has_some = any(relation.reltype == RELATIONSHIP_TYPE.COMMENTS for relation in self.document.part.rels.values())
        try:
            return list(self.document.comments) if has_some else []
        except _BROKEN as error:
            raise _no_word_document(self.path) from error


def _no_word_document(path: Path) -> safety.UnreadableError:
    hint = "Open it in Word and save it again as .docx"
    return safety.UnreadableError(Problem(Severity.ERROR, "this is no Word document", Place(path), hint))


def _blocks(element: BaseOxmlElement) -> Iterator[str]:
    """The lines of a body: its paragraphs, and the rows of its tables, also within content controls. Marks of comments
    that stand between lines are pieces of their own."""
    for child in element:
        if child.tag == _PARAGRAPH:
            yield "".join(_words(child))
        elif child.tag == _TABLE:
            for row in _within(child, _ROW):
                yield row if isinstance(row, str) else _joined("\t", _cells(row))
        elif child.tag in COMMENT_MARKS:
            yield _mark(child)
        elif child.tag not in _NOT_TEXT:
            yield from _blocks(child)


def _cells(row: BaseOxmlElement) -> Iterator[str]:
    for cell in _within(row, _CELL):
        yield cell if isinstance(cell, str) else _joined("\n", _blocks(cell))


def _within(element: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement | str]:
    """The nearest descendants of a tag: rows and cells may stand in content controls or tracked insertions. Marks of
    comments between them too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in COMMENT_MARKS:
            yield _mark(child)
        elif child.tag not in _NOT_TEXT:
            yield from _within(child, tag)


def _words(element: BaseOxmlElement) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            if child.get(_BREAK_TYPE) in (None, "textWrapping"):
                yield _SIGNS[child.tag]
        elif child.tag in COMMENT_MARKS:
            yield _mark(child)
        elif child.tag not in _NOT_TEXT:
            yield from _words(child)


class _Mark(str):
    """A mark of a comment that stands between lines, rows or cells, and is none itself."""


def _mark(element: BaseOxmlElement) -> _Mark:
    return _Mark(f"\0{COMMENT_MARKS[element.tag]}{element.get(_ID, '')}\0")


def _joined(separator: str, pieces: Iterable[str]) -> str:
    """The pieces with the separator between them; a mark alone is no piece."""
    whole: list[str] = []
    begun = False
    for piece in pieces:
        if begun and not isinstance(piece, _Mark):
            whole.append(separator)
        begun = begun or not isinstance(piece, _Mark)
        whole.append(piece)
    return "".join(whole)
