from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.records import Role
from graphmodel.turns.find import turns_of
from graphmodel.turns.roles import People


def _heard(text: str, people: People = ()) -> list[tuple[str | None, str]]:
    return [(turn.speaker, text[turn.start : turn.end]) for turn in turns_of(text, people)]


@pytest.mark.parametrize(
    "text",
    [
        "I: Begin?\nP1: Yes.",
        "I : Begin?\nP1 : Yes.",
        "I:\tBegin?\nP1:\tYes.",
        "I\tBegin?\nP1\tYes.",
        "I:Begin?\nP1:Yes.",
        "I:\nBegin?\n\nP1:\nYes.\n",
        "**I:** Begin?\n\n**P1**: Yes.",
        "[I] Begin?\n[P1] Yes.",
        "00:00:01 I: Begin?\n00:00:02 P1: Yes.",
        "[00:01] - I: Begin?\n(00:02.5) P1: Yes.",
        "#00:00:01-3# I: Begin?\n#00:00:02-1# P1: Yes.",
        "I [00:00:01]: Begin?\nP1 (0:02): Yes.",
        "I：Begin?\nP1：Yes.",
    ],
)
def test_ways_to_mark_two_speakers(text: str) -> None:
    assert _heard(text) == [("I", "Begin?"), ("P1", "Yes.")]
    assert [turn.role for turn in turns_of(text)] == [Role.INTERVIEWER, Role.PARTICIPANT]


@pytest.mark.parametrize(
    "text",
    [
        "Interviewer\nBegin?\n\nMs Hill\nYes.\n\nMs Hill\nYes.",
        "Interviewer 0:00\nBegin?\n\nMs Hill  0:01\nYes.\nMs Hill 0:02\nYes.",
    ],
)
def test_names_on_lines_of_their_own(text: str) -> None:
    assert _heard(text) == [("Interviewer", "Begin?"), ("Ms Hill", "Yes."), ("Ms Hill", "Yes.")]


def test_the_span_leaves_out_label_time_and_white_space_and_keeps_continuations() -> None:
    text = "Title\n\n[00:01:02]\nP1:  One.\n  two: three\n\nfour  \n\nI: Five."
    title, first, second = turns_of(text)
    assert text[title.start : title.end] == "Title"
    assert text[first.start : first.end] == "One.\n  two: three\n\nfour"
    assert text[first.label_start : first.start] == "[00:01:02]\nP1:  "
    assert (first.start_ms, second.start_ms) == (62_000, None)
    assert [turn.index for turn in (title, first, second)] == [0, 1, 2]


@pytest.mark.parametrize(
    "line",
    [
        "And then: nothing.",
        "Note: the tape is unclear.",
        "http://example.org is where.",
        "[laughs] I did.",
        "[pause 3] I did.",
        "[00:10:00] and on it went.",
        "10:30: we left.",
        "There is one thing that I never told anybody about it all: nothing.",
    ],
)
def test_a_line_that_only_looks_like_a_label_belongs_to_the_turn_before(line: str) -> None:
    assert _heard(f"I: Begin?\nP1: Yes.\n{line}\nI: Oh.") == [("I", "Begin?"), ("P1", f"Yes.\n{line}"), ("I", "Oh.")]


def test_an_unknown_name_counts_from_its_second_line_on() -> None:
    assert _heard("I: Who?\nNurse: Hello.\nI: Oh.")[0] == ("I", "Who?\nNurse: Hello.")
    assert _heard("I: Who?\nNurse: Hello.\nI: Oh.\nNurse: Bye.")[1] == ("Nurse", "Hello.")


def test_numbered_speakers_count_together() -> None:
    assert [speaker for speaker, _ in _heard("[id1] A.\n[id2] B.")] == ["id1", "id2"]
    assert [speaker for speaker, _ in _heard("Speaker 1: A.\nSpeaker 2: B.")] == ["Speaker 1", "Speaker 2"]


def test_people_of_the_study_are_believed_at_once() -> None:
    people = (("Ada Kerr", Role.INTERVIEWER), ("Rosa", Role.PARTICIPANT))
    assert [(turn.speaker, turn.role) for turn in turns_of("AK: Begin?\nrosa: Yes.", people)] == [
        ("AK", Role.INTERVIEWER),
        ("rosa", Role.PARTICIPANT),
    ]


def test_text_without_marks_is_a_turn_a_paragraph() -> None:
    assert _heard("One\ntwo.\n\n\nThree.\n") == [(None, "One\ntwo."), (None, "Three.")]
    assert _heard("One.\nTwo.\n") == [(None, "One."), (None, "Two.")]
    assert {turn.role for turn in turns_of("One.\nTwo.")} == {Role.OTHER}


def test_repeated_answers_are_no_speakers() -> None:
    assert {speaker for speaker, _ in _heard("Did you?\n\nYes\n\nWere you?\n\nYes\n\nWhy?")} == {None}


def test_a_label_without_words_is_no_turn() -> None:
    assert _heard("I: \nP1: Yes.\nI:") == [("P1", "Yes.")]


lines = st.lists(
    st.sampled_from(["I: ", "P1: ", "Mo: ", "[id1] ", "[00:01] ", "Mo\n", "\n", "", "\t", "**I:** "]).flatmap(
        lambda mark: st.text(alphabet="aI: \t\n[]1é😀(*", max_size=12).map(lambda words: mark + words)
    ),
    max_size=12,
)


@given(lines)
def test_turns_are_in_order_apart_and_hold_every_word_but_labels(parts: list[str]) -> None:
    text = "\n".join(parts)
    turns = turns_of(text)
    position = 0
    for index, turn in enumerate(turns):
        assert turn.index == index
        assert position <= turn.label_start <= turn.start < turn.end <= len(text)
        assert text[turn.start : turn.end] == text[turn.start : turn.end].strip()
        position = turn.end


@given(st.text(alphabet="ab \n", max_size=60))
def test_without_labels_no_word_is_lost(text: str) -> None:
    covered = {position for turn in turns_of(text) for position in range(turn.start, turn.end)}
    assert all(position in covered for position, character in enumerate(text) if not character.isspace())


@pytest.mark.parametrize(
    "text",
    ["Anna: hello\n" * 20_000, ("*" * 200 + "\n") * 5_000, " " * 500_000 + "x", "A: x\n" + "\n" * 100_000 + "A: y"],
)
def test_time_is_linear_in_the_text(text: str) -> None:
    started = time.process_time()
    turns_of(text)
    assert time.process_time() - started < 3
