"""Turn captions into a text of one cue a line, with times and speakers outside it: what .vtt and .srt share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from graphmodel.records import Role, Turn
from loaders.format import Read
from loaders.source import Source
from loaders.transcripts import transcript


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption: its time in milliseconds, and its words by speaker (None where the format names nobody)."""

    start_ms: int
    parts: tuple[tuple[str | None, str], ...]


def transcript_of(source: Source, cues: Iterable[Cue]) -> Read:
    """The Transcript of captions. Cues in a row by one named speaker are one turn; where the format names nobody, each
    cue is a line with its time."""
    cues = [cue for cue in cues if any(words for _, words in cue.parts)]
    text = "\n".join(" ".join(words for _, words in cue.parts if words) for cue in cues)
    if any(speaker for cue in cues for speaker, _ in cue.parts):
        yield from transcript(source, text, turns=_turns(cues))
    else:
        yield from transcript(source, text, times=tuple(cue.start_ms for cue in cues), each_line=True)


def one_line(text: str) -> str:
    """The words of a caption's lines on one line."""
    return " ".join(text.split())


def _turns(cues: list[Cue]) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    position = 0
    for cue in cues:
        for speaker, words in cue.parts:
            if not words:
                continue
            end = position + len(words)
            if turns and turns[-1].speaker == speaker:
                turns[-1] = replace(turns[-1], end=end)
            else:
                turns.append(_turn(len(turns), speaker, position, end, cue.start_ms))
            position = end + 1
    return tuple(turns)


def _turn(index: int, speaker: str | None, start: int, end: int, start_ms: int) -> Turn:
    """A turn without a label among the words, of a role that is found later."""
    return Turn(
        index=index, speaker=speaker, role=Role.OTHER, start=start, end=end, label_start=start, start_ms=start_ms
    )
