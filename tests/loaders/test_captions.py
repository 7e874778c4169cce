from __future__ import annotations

from pathlib import Path

from graphmodel.records import Role, Transcript
from graphmodel.turns import find_turns
from loaders.captions import Cue, transcript_of
from loaders.formats import TRANSCRIPT_VTT
from loaders.source import Source

SOURCE = Source(TRANSCRIPT_VTT, Path("a.vtt"), None, "a.vtt")


def _transcript(*cues: Cue) -> Transcript:
    (record,) = transcript_of(SOURCE, cues)
    assert isinstance(record, Transcript)
    return record


def test_cues_in_a_row_by_one_speaker_are_one_turn() -> None:
    cues = [("I", "a?"), ("Mo", "b"), ("Mo", "c"), (None, "d"), ("Mo", "e")]
    record = _transcript(*(Cue(number * 1000, (part,)) for number, part in enumerate(cues)))
    assert record.text == "a?\nb\nc\nd\ne"
    turns = [
        (turn.speaker, turn.role, record.text[turn.start : turn.end], turn.start_ms) for turn in find_turns(record, ())
    ]
    assert turns == [
        ("I", Role.INTERVIEWER, "a?", 0),
        ("Mo", Role.PARTICIPANT, "b\nc", 1000),
        (None, Role.OTHER, "d", 3000),
        ("Mo", Role.PARTICIPANT, "e", 4000),
    ]


def test_two_speakers_in_a_cue_and_a_cue_without_words() -> None:
    record = _transcript(Cue(0, ((None, ""), ("I", "a?"), ("Mo", "b"))), Cue(1, ((None, ""),)), Cue(2, (("I", "c"),)))
    assert record.text == "a? b\nc"
    assert [record.text[turn.start : turn.end] for turn in find_turns(record, ())] == ["a?", "b", "c"]


def test_labels_within_the_words_get_the_times_of_their_cues() -> None:
    record = _transcript(
        *(Cue(number * 1000, ((None, words),)) for number, words in enumerate(["I: a?", "b", "P1: c"]))
    )
    assert [(turn.speaker, record.text[turn.start : turn.end], turn.start_ms) for turn in find_turns(record, ())] == [
        ("I", "a?\nb", 0),
        ("P1", "c", 2000),
    ]


def test_voices_are_turns_of_roles_found_later_and_labels_are_left_to_be_found() -> None:
    voiced = _transcript(Cue(0, (("I", "a?"),)), Cue(1000, (("Mo", "b"),)))
    assert voiced.turns is not None
    assert [(turn.speaker, turn.role) for turn in voiced.turns] == [("I", Role.OTHER), ("Mo", Role.OTHER)]
    plain = _transcript(Cue(0, ((None, "I: a?"),)), Cue(1000, ((None, "b"),)))
    assert (plain.turns, plain.times, plain.each_line) == (None, (0, 1000), True)
