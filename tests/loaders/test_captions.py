from __future__ import annotations

from pathlib import Path

from graphmodel.records import Kind, Role, Transcript
from loaders.captions import Cue, transcript_of
from loaders.source import Source

SOURCE = Source(Kind.TRANSCRIPT, Path("a.vtt"), None, "a.vtt", "loaders.transcript_vtt")


def _transcript(*cues: Cue) -> Transcript:
    (record,) = transcript_of(SOURCE, cues)
    assert isinstance(record, Transcript)
    return record


def test_cues_in_a_row_by_one_speaker_are_one_turn() -> None:
    cues = [("I", "a?"), ("Mo", "b"), ("Mo", "c"), (None, "d"), ("Mo", "e")]
    record = _transcript(*(Cue(number * 1000, (part,)) for number, part in enumerate(cues)))
    assert record.text == "a?\nb\nc\nd\ne"
    turns = [(turn.speaker, turn.role, record.text[turn.start : turn.end], turn.start_ms) for turn in record.turns]
    assert turns == [
        ("I", Role.INTERVIEWER, "a?", 0),
        ("Mo", Role.PARTICIPANT, "b\nc", 1000),
        (None, Role.OTHER, "d", 3000),
        ("Mo", Role.PARTICIPANT, "e", 4000),
    ]


def test_two_speakers_in_a_cue_and_a_cue_without_words() -> None:
    record = _transcript(Cue(0, ((None, ""), ("I", "a?"), ("Mo", "b"))), Cue(1, ((None, ""),)), Cue(2, (("I", "c"),)))
    assert record.text == "a? b\nc"
    assert [record.text[turn.start : turn.end] for turn in record.turns] == ["a?", "b", "c"]


def test_labels_within_the_words_get_the_times_of_their_cues() -> None:
    record = _transcript(
        *(Cue(number * 1000, ((None, words),)) for number, words in enumerate(["I: a?", "b", "P1: c"]))
    )
    assert [(turn.speaker, record.text[turn.start : turn.end], turn.start_ms) for turn in record.turns] == [
        ("I", "a?\nb", 0),
        ("P1", "c", 2000),
    ]
