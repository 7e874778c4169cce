"""Turn a text into the words of an interview: what all formats of transcripts share."""

from __future__ import annotations

from importlib import import_module

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import Transcript, Turn
from loaders import formats
from loaders.format import Read, Unrecognised
from loaders.source import Source

_CODED = (formats.NVIVO_REFERENCES, formats.WORD_COMMENTS)


def is_coded(file: Unrecognised) -> bool:
    """Tell whether a document is a text with codes in it, which formats of their own read."""
    return any(import_module(each.module).matches(file) for each in _CODED)


def transcript(
    source: Source,
    text: str,
    *,
    times: tuple[int | None, ...] = (),
    turns: tuple[Turn, ...] | None = None,
    each_line: bool = False,
) -> Read:
    """The Transcript of a text, of the interview that the file is named for.

    `times` holds the time of each line in milliseconds, for the formats that know it; `turns` those that the format
    tells; `each_line` says that a line is a paragraph.
    """
    if not text.strip():
        hint = "See that the file holds the interview's words"
        yield Problem(Severity.ERROR, "the transcript has no words", Place(source.path), hint)
        return
    yield Transcript(
        interview=source.path.stem,
        text=text,
        turns=turns,
        times=times,
        each_line=each_line,
        place=Place(source.path),
    )
