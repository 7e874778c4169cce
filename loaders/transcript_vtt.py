"""Transcripts as WebVTT, as Zoom, Teams and other programs write them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError
from webvtt.models import Caption

from graphmodel.errors import Place, Problem, Severity
from loaders.captions import Cue, one_line, transcript_of
from loaders.format import Read, Unrecognised
from loaders.safety import UnreadableError
from loaders.source import Source
from loaders.text import read_text

VERSION = 1

_TIMING = re.compile(r"\s*(?:\d+:)?\d{2}:\d{2}\.\d{3}\s+-->\s+(?:\d+:)?\d{2}:\d{2}\.\d{3}")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>]{1,200})>")
_TAG = re.compile(r"<[^<>]{0,200}>")


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is WebVTT."""
    return file.suffix == ".vtt"


def read(source: Source) -> Read:
    """The Transcript."""
    text, problems = read_text(source.path)
    yield from problems
    yield from _unread_cues(text, source.path)
    try:
        captions = webvtt.WebVTT.from_string(text)
    except (MalformedFileError, MalformedCaptionError) as error:
        hint = "A WebVTT file begins with a line WEBVTT; export it again"
        problem = Problem(Severity.ERROR, "this is no WebVTT", Place(source.path, line=1), hint)
        raise UnreadableError(problem) from error
    yield from transcript_of(source, (_cue(caption) for caption in captions.captions))


def _unread_cues(text: str, path: Path) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if "-->" in line and not _TIMING.match(line):
            hint = "Write the times as 00:01:02.000 --> 00:01:04.000"
            yield Problem(
                Severity.FLAG, "the words under this line of times are left out", Place(path, line=number), hint
            )


def _cue(caption: Caption) -> Cue:
    time = caption.start_time
    seconds = (time.hours * 60 + time.minutes) * 60 + time.seconds
    pieces = _VOICE.split(caption.raw_text)
    parts = [(None, pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]
    return Cue(seconds * 1000 + time.milliseconds, tuple(_part(speaker, words) for speaker, words in parts))


def _part(speaker: str | None, words: str) -> tuple[str | None, str]:
    name = one_line(html.unescape(speaker)) if speaker else None
    return name, one_line(html.unescape(_TAG.sub("", words)))
