"""Transcripts as SubRip subtitles, read line by line: a file of a few kilobytes can keep a pattern over the whole of it
busy for hours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from loaders.captions import Cue, one_line, transcript_of
from loaders.format import Read, Unrecognised
from loaders.safety import UnreadableError
from loaders.source import Source
from loaders.text import read_text

VERSION = 2

_TIME = r"(\d{1,6})[:,.：，．。](\d{1,6})[:,.：，．。](\d{1,6})[:,.：，．。]?(\d{0,6})"
_TIMING = re.compile(rf"\s*{_TIME} *-[ -] *> *{_TIME}", re.ASCII)
_NUMBER = re.compile(r"\s*-?\d{1,9}(?:\.\d{0,9})?\s*", re.ASCII)
_TAG = re.compile(r"</?(?:i|b|u|s|font)(?:\s[^<>]{0,200})?>|\{\\[^{}]{0,100}\}", re.IGNORECASE)


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is SubRip."""
    return file.suffix == ".srt"


def read(source: Source) -> Read:
    """The Transcript."""
    text, problems = read_text(source.path)
    yield from problems
    lines = text.split("\n")
    yield from _unread_times(lines, source.path)
    yield from transcript_of(source, _cues(lines, source.path))


def _unread_times(lines: Sequence[str], path: Path) -> Iterator[Problem]:
    for number, line in enumerate(lines, start=1):
        if "-->" in line and not _TIMING.match(line):
            message = "the line of times cannot be read; it and its words are taken as part of the caption before"
            hint = "Write the times as 00:01:02,000 --> 00:01:04,000"
            yield Problem(Severity.FLAG, message, Place(path, line=number), hint)


def _cues(lines: Sequence[str], path: Path) -> Iterator[Cue]:
    """The captions: each a line of times, in front of which its number may stand, and the lines below up to the next.

    Raises UnreadableError where other words come first.
    """
    timings = [(number, found) for number, line in enumerate(lines) if (found := _TIMING.match(line))]
    starts = [number - (number > 0 and _NUMBER.fullmatch(lines[number - 1]) is not None) for number, _ in timings]
    bounds = [*starts, len(lines)]
    before = next((number for number in range(bounds[0]) if lines[number].strip()), None)
    if before is not None:
        hint = "A caption is a number, a line of times (00:01:02,000 --> 00:01:04,000), its words, an empty line"
        place = Place(path, line=before + 1)
        raise UnreadableError(Problem(Severity.ERROR, "this is no SubRip from here on", place, hint))
    for (number, found), end in zip(timings, bounds[1:], strict=True):
        hours, minutes, seconds, thousandths = (int(part or 0) for part in found.groups()[:4])
        words = one_line(_TAG.sub("", "\n".join(lines[number + 1 : end])))
        yield Cue(((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths, ((None, words),))
