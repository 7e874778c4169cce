"""Transcripts as SubRip subtitles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import srt

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import Kind
from loaders.captions import Cue, one_line, transcript_of
from loaders.format import Format, Read
from loaders.safety import UnreadableError
from loaders.source import Source
from loaders.text import read_text

FORMAT = Format("SubRip transcript", Kind.TRANSCRIPT, (".srt",), "An interview's words with times")
VERSION = 1

_TIMING = re.compile(r"\s*\d+:\d+:\d+(?:[,.:]\d+)?\s*-->\s*\d+:\d+:\d+")
_ENDLESS = re.compile(r"\d{7,}.*-->|-->.*\d{7,}")
_TAG = re.compile(r"</?(?:i|b|u|s|font)(?:\s[^<>]{0,200})?>|\{\\[^{}]{0,100}\}", re.IGNORECASE)


def matches(path: Path, head: bytes) -> bool:
    """Whether the file is SubRip."""
    return path.suffix.lower() == ".srt"


def read(source: Source) -> Read:
    """The Transcript."""
    text, problems = read_text(source.path)
    yield from problems
    yield from _unread_cues(text, source.path)
    try:
        subtitles = list(srt.parse(text))
    except srt.SRTParseError as error:
        line = text.count("\n", 0, error.expected_start) + 1
        hint = "A caption is a number, a line of times (00:01:02,000 --> 00:01:04,000), its words, an empty line"
        place = Place(source.path, line=line)
        raise UnreadableError(Problem(Severity.ERROR, "this is no SubRip from here on", place, hint)) from error
    except OverflowError as error:
        found = next((number for number, line in enumerate(text.split("\n"), start=1) if _ENDLESS.search(line)), None)
        message, hint = "a caption begins or ends after any recording", "Mend its line of times, or export it again"
        raise UnreadableError(Problem(Severity.ERROR, message, Place(source.path, line=found), hint)) from error
    yield from transcript_of(source, map(_cue, subtitles))


def _unread_cues(text: str, path: Path) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if "-->" in line and not _TIMING.match(line):
            message = "the line of times cannot be read; it and its words are taken as part of the caption before"
            hint = "Write the times as 00:01:02,000 --> 00:01:04,000"
            yield Problem(Severity.FLAG, message, Place(path, line=number), hint)


def _cue(subtitle: srt.Subtitle) -> Cue:
    milliseconds = round(subtitle.start.total_seconds() * 1000)
    return Cue(milliseconds, ((None, one_line(_TAG.sub("", subtitle.content))),))
