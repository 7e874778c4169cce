"""What .vtt and .srt share: cues become a text of one cue a line, with times and speakers outside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graphmodel.records import Role, Turn
from loaders.format import Read
from loaders.roles import roles_of
from loaders.source import Source
from loaders.transcripts import transcript


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption: its time in milliseconds, and its words by speaker (None where the format names nobody)."""

    start_ms: int
    parts: tuple[tuple[str | None, str], ...]


def transcript_of(source: Source, cues: Iterable[Cue]) -> Read:
    """The Transcript of captions. Cues in a row by one named speaker are one turn; where the format names nobody,
    labels within the words are looked for, and failing these each cue is a turn."""
    cues = [cue for cue in cues if any(words for _, words in cue.parts)]
    text = "\n".join(" ".join(words for _, words in cue.parts if words) for cue in cues)
    if any(speaker for cue in cues for speaker, _ in cue.parts):
        yield from transcript(source, text, turns=_turns(source, cues))
    else:
        yield from transcript(source, text, times=[cue.start_ms for cue in cues], each_line=True)


def one_line(text: str) -> str:
    """The words of a caption's lines on one line."""
    return " ".join(text.split())


def _turns(source: Source, cues: list[Cue]) -> tuple[Turn, ...]:
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
                turns.append(Turn(len(turns), speaker, Role.OTHER, position, end, position, cue.start_ms))
            position = end + 1
    roles = roles_of((turn.speaker for turn in turns if turn.speaker), source.people)
    return tuple(replace(turn, role=roles[turn.speaker]) if turn.speaker else turn for turn in turns)
