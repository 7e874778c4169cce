"""The comments of a Word document: where each stands, who wrote it and when, and which of its words are codes."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docx.comments import Comment
from docx.oxml.ns import qn
from lxml import etree

from loaders import safety
from loaders.transcript_docx import MARK, Opened

_DEDOOSE = re.compile(r"codes? \(\d+-\d+\)", re.IGNORECASE)
_LABEL = re.compile(r"\s*(?:codes?\s*:|#)\s*", re.IGNORECASE)
_LONGEST_CODE = 80
_MOST_WORDS = 8
_ANSWERS = "commentsExtended.xml"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment. `codes` are as written; `notes` are its other paragraphs, with those of its answers. `span` is where
    it stands in the text (code points, 0-based, half-open), None where it stands at no words."""

    number: str
    author: str | None
    date: str | None
    codes: tuple[str, ...]
    notes: tuple[str, ...]
    span: tuple[int, int] | None


def text_and_remarks(opened: Opened) -> tuple[str, list[Remark]]:
    """The words of the document and its comments, in their order; answers are notes of what they answer."""
    marked = opened.marked_text
    spans = _spans(marked)
    comments = opened.comments()
    answered = _answered(opened, comments)
    remarks = {str(comment.comment_id): _remark(comment, spans) for comment in comments}
    for number, above in answered.items():
        answer = remarks.pop(number)
        if above in remarks:
            said = tuple(f"{answer.author or 'somebody'}: {words}" for words in (*answer.codes, *answer.notes))
            remarks[above] = replace(remarks[above], notes=(*remarks[above].notes, *said))
        else:
            remarks[number] = answer
    return MARK.sub("", marked), list(remarks.values())


def _spans(marked: str) -> dict[str, tuple[int, int]]:
    """Where each comment stands in the text without marks, white space at the ends left out."""
    starts: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    text = MARK.sub("", marked)
    removed = 0
    for mark in MARK.finditer(marked):
        at, number = mark.start() - removed, mark[2]
        removed += len(mark[0])
        if mark[1] == "(":
            starts.setdefault(number, at)
        elif number in starts:
            words = text[starts[number] : at]
            begin = starts[number] + len(words) - len(words.lstrip())
            if words.strip():
                spans[number] = begin, begin + len(words.strip())
    return spans


def _remark(comment: Comment, spans: dict[str, tuple[int, int]]) -> Remark:
    number = str(comment.comment_id)
    lines = [line.strip() for paragraph in comment.paragraphs for line in paragraph.text.split("\n") if line.strip()]
    listed = bool(lines) and _DEDOOSE.fullmatch(lines[0]) is not None
    codes: dict[str, None] = {}
    notes: list[str] = []
    for line in lines[listed:]:
        if listed:
            codes[line] = None
        elif _reads_as_code(line):
            codes.update(
                dict.fromkeys(filter(None, (_LABEL.sub("", part, count=1).strip() for part in line.split(";"))))
            )
        else:
            notes.append(line)
    date = comment.timestamp.isoformat().replace("+00:00", "Z") if comment.timestamp else None
    return Remark(number, comment.author.strip() or None, date, tuple(codes), tuple(notes), spans.get(number))


def _reads_as_code(line: str) -> bool:
    """Tell whether a paragraph is a name or several, rather than a sentence."""
    if _LABEL.match(line):
        return True
    parts = [part for part in line.split(";") if part.strip()]
    short = all(len(part) <= _LONGEST_CODE and len(part.split()) <= _MOST_WORDS for part in parts)
    return short and not line.endswith((".", "!", "?"))


def _answered(opened: Opened, comments: list[Comment]) -> dict[str, str]:
    """The number of each answer, with the number of the comment at the beginning of its thread."""
    content = next((part for name, part in safety.parts_of(opened.packed) if name.endswith(_ANSWERS)), None)
    if content is None:
        return {}
    numbers = {paragraph: str(comment.comment_id) for comment in comments for paragraph in _paragraphs(comment)}
    pairs = [(entry.get(f"{_W15}paraId"), entry.get(f"{_W15}paraIdParent")) for entry in _entries(content)]
    above = {numbers[one]: numbers[other] for one, other in pairs if one in numbers and other in numbers}
    return {number: _first(number, above) for number in above if _first(number, above) != number}


def _first(number: str, above: dict[str, str]) -> str:
    passed = {number}
    while number in above and above[number] not in passed:
        number = above[number]
        passed.add(number)
    return number


def _paragraphs(comment: Comment) -> Iterator[str]:
    for paragraph in comment._comment_elm.iter(qn("w:p")):
        if identity := paragraph.get(_PARAGRAPH):
            yield identity


def _entries(content: bytes) -> Iterator[etree._Element]:
    """The entries of the threads' part; none where it is damaged, so that answers are comments of their own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    with contextlib.suppress(etree.XMLSyntaxError):
        yield from etree.fromstring(content, parser).iter(f"{_W15}commentEx")
