"""Turns that a format tells keep their spans and times, and get the roles that the study's people say."""

from __future__ import annotations

from graphmodel.records import Role, Transcript, Turn
from graphmodel.turns import People, find_turns

PEOPLE: People = (("Ada", Role.INTERVIEWER), ("Bo", Role.INTERVIEWER), ("Rosa", Role.PARTICIPANT))
ASKS, SAYS, OTHER = Role.INTERVIEWER, Role.PARTICIPANT, Role.OTHER


def _turn(index: int, speaker: str | None, start: int, end: int) -> Turn:
    return Turn(
        index=index, speaker=speaker, role=OTHER, start=start, end=end, label_start=start, start_ms=1000 * index
    )


def test_the_people_of_the_study_speak_in_captions() -> None:
    given = (_turn(0, "Bo", 0, 2), _turn(1, "Mo", 3, 4), _turn(2, None, 5, 6), _turn(3, "Bo", 7, 8))
    found = find_turns(Transcript("P1", "a?\nb\nc\nd", given), PEOPLE)
    # Bo asks, so that the only other speaker is who is asked; a cue without a voice is nobody's
    assert [turn.role for turn in found] == [ASKS, SAYS, OTHER, ASKS]
    assert [(turn.speaker, turn.start, turn.end, turn.start_ms) for turn in found] == [
        ("Bo", 0, 2, 0), ("Mo", 3, 4, 1000), (None, 5, 6, 2000), ("Bo", 7, 8, 3000),
    ]  # fmt: skip
    assert {turn.role for turn in find_turns(Transcript("P1", "a?\nb\nc\nd", given), ())} == {OTHER}


def test_turns_that_no_format_tells_are_looked_for_in_the_text() -> None:
    words = Transcript("P1", "Bo: a\nRosa: b", times=(500, 700))
    assert [(turn.speaker, turn.role, turn.start_ms) for turn in find_turns(words, PEOPLE)] == [
        ("Bo", ASKS, 500), ("Rosa", SAYS, 700),
    ]  # fmt: skip
    # without people neither name is believed, for each begins one line only: a turn a line, of nobody
    assert [(turn.speaker, turn.role) for turn in find_turns(words, ())] == [(None, OTHER), (None, OTHER)]


def test_an_empty_tuple_of_turns_is_no_turns() -> None:
    assert find_turns(Transcript("P1", "I: a", ()), PEOPLE) == ()


def test_a_line_is_a_paragraph_where_the_format_says_so() -> None:
    text = "One\ntwo.\n\nThree."
    assert len(find_turns(Transcript("P1", text), ())) == 2
    assert len(find_turns(Transcript("P1", text, each_line=True), ())) == 3
