"""Find who speaks in a transcript, turn after turn, by its text and the people of its study."""

from __future__ import annotations

from msgspec.structs import replace

from graphmodel.records import Transcript, Turn
from graphmodel.turns.find import turns_of
from graphmodel.turns.roles import People, roles_of

__all__ = ["People", "find_turns"]


def find_turns(transcript: Transcript, people: People) -> tuple[Turn, ...]:
    """The turns of a transcript with the roles of their speakers: those that its format tells, else those found in its
    text. `people` are the speakers that the study names, with their roles."""
    if transcript.turns is None:
        return turns_of(transcript.text, people, transcript.times, transcript.each_line)
    roles = roles_of((turn.speaker for turn in transcript.turns if turn.speaker), people)
    return tuple(replace(turn, role=roles[turn.speaker]) if turn.speaker else turn for turn in transcript.turns)
