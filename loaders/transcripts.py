"""What all formats of transcripts share: a text becomes the words of an interview, or a problem."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import Transcript, Turn
from loaders.format import Read
from loaders.source import Source
from loaders.turns import turns_of

_CODED = ("loaders.nvivo_references", "loaders.word_comments")


def interview_of(source: Source) -> str:
    """The interview that the file holds: as the interviews table says, else the file's name without its suffix."""
    return source.interview or source.path.stem


def is_coded(path: Path, head: bytes) -> bool:
    """Whether a document is a text with codes in it, which formats of their own read. `head` is how it begins."""
    return any(import_module(name).matches(path, head) for name in _CODED)


def transcript(
    source: Source,
    text: str,
    times: Sequence[int | None] = (),
    turns: tuple[Turn, ...] | None = None,
    each_line: bool = False,
) -> Read:
    """The Transcript of a text; its turns are looked for unless they are given.

    `times` holds the time of each line in milliseconds, for the formats that know it; `each_line` says that a line
    is a paragraph.
    """
    if not text.strip():
        hint = "See that the file holds the interview's words"
        yield Problem(Severity.ERROR, "the transcript has no words", Place(source.path), hint)
        return
    if turns is None:
        turns = turns_of(text, source.people, times, each_line)
    yield Transcript(interview_of(source), text, turns, Place(source.path))
