"""Transcripts as rich text: each paragraph a line, the cells of a table's row parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from graphmodel.errors import Place, Problem, Severity
from loaders import safety
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.text import unix_lines, without_nul
from loaders.transcripts import is_coded, transcript

VERSION = 1
MAX_BYTES = 20 * safety.MEGABYTE
_HEAD = b"{\\rtf"
_CELL = "\ue000"
_CELL_END = re.compile(r"\\(?:nest)?cell(?![a-z]) ?")
_LINK = re.compile(r"\\fldinst\{", re.IGNORECASE)
_FONTS = re.compile(r"\{\s*\\fonttbl")
_FONT = re.compile(r"\\f(\d{1,6})(?:\\(?!fcharset)[a-z]{1,32}-?\d{0,10} ?){0,9}\\fcharset(\d{1,3})")
_MOST_FONTS = 200_000
_words: Callable[..., str] = rtf_to_text
_HINT = "Open it in Word and save it again, best as .docx"


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is an .rtf without codes in it."""
    return file.suffix == ".rtf" and not is_coded(file)


def read(source: Source) -> Read:
    """The Transcript. Pictures, comments, footnotes, headers and footers are left out."""
    text, problems = text_of(source.path)
    yield from problems
    yield from transcript(source, text, each_line=True)


def text_of(path: Path) -> tuple[str, list[Problem]]:
    """The words of the document as they are kept, and what is wrong with them. Raises UnreadableError."""
    content = safety.read_bytes(path)
    if not content.lstrip().startswith(_HEAD):
        raise _unreadable(path, "this is no rich text")
    if len(content) > MAX_BYTES:
        raise _unreadable(path, f"the rich text is larger than {MAX_BYTES // safety.MEGABYTE} MB")
    try:
        text = _words(_prepared(content.decode("cp1252", "replace")), errors="replace")
    except (ValueError, LookupError, OverflowError, TypeError) as error:
        raise _unreadable(path, "the rich text is damaged") from error
    text = unix_lines(_paired(text)).replace(f"{_CELL}\n", "\n").replace(_CELL, "\t").strip("\n")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    problems = []
    if lost:
        message = f"{lost} characters could not be read and are shown as \N{REPLACEMENT CHARACTER}"
        problems.append(Problem(Severity.FLAG, message, Place(path), _HINT))
    return text, problems


def _prepared(rtf: str) -> str:
    """The file with signs of ours for the ends of cells, addresses of links kept out of the words, and a table of
    fonts that can be searched in bounded time."""
    rtf = _CELL_END.sub(lambda _: r"\u57344?", rtf)
    rtf = _LINK.sub(lambda _: r"\fldinst {", rtf)
    start = _FONTS.search(rtf)
    if start is None:
        return rtf
    fonts = _FONT.findall(rtf[start.start() : start.start() + _MOST_FONTS])
    table = "".join(rf"{{\f{number}\fcharset{charset} X;}}" for number, charset in fonts)
    return rf"{rtf[: start.start()]}{{\fonttbl{table}}}{{\colortbl{rtf[start.end() :]}"


def _paired(text: str) -> str:
    """Halves of surrogate pairs, in which rich text writes characters beyond 16 bits, put together."""
    return without_nul(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def _unreadable(path: Path, message: str) -> safety.UnreadableError:
    return safety.UnreadableError(Problem(Severity.ERROR, message, Place(path), _HINT))
