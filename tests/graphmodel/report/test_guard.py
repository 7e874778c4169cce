"""Words that may not be quoted, kept out of what is written about them."""

from __future__ import annotations

import pytest

from graphmodel.report.guard import BLANK, Guard

SAID = "Tuesdays you are. Fridays I'm paying for my own chips."


def cleaned(text: str, *guarded: tuple[str, bool]) -> tuple[str | None, int]:
    guard = Guard(guarded, [text])
    return guard.clean(text), guard.blanked


def test_a_quotation_is_blanked_and_what_is_written_around_it_stays() -> None:
    text = "Their solution: “tuesdays you are — fridays I’m paying for my own chips”, she says."
    assert cleaned(text, (SAID, False)) == (f"Their solution: “{BLANK}”, she says.", 1)


def test_part_of_what_was_said_is_enough() -> None:
    assert cleaned("As in: paying for my own chips!", (SAID, True)) == (f"As in: {BLANK}!", 1)


def test_two_passages_apart_are_two() -> None:
    other = "I never saw it coming at all"
    text = "First: paying for my own chips. Then: I never saw it coming."
    assert cleaned(text, (SAID, True), (other, True)) == (f"First: {BLANK}. Then: {BLANK}.", 2)


def test_passages_that_meet_are_one() -> None:
    text = "paying for my own chips never saw it coming at all"
    assert cleaned(text, (SAID, True), ("I never saw it coming at all", True)) == (BLANK, 1)


@pytest.mark.parametrize(("said", "coded", "kept"), [("a paid friend", True, False), ("a paid friend", False, True)])
def test_a_short_span_is_guarded_whole_where_it_is_coded(said: str, coded: bool, kept: bool) -> None:
    assert (cleaned("She calls it a paid friend.", (said, coded))[0] == "She calls it a paid friend.") is kept


def test_two_words_are_ordinary_english() -> None:
    assert cleaned("A paid friend.", ("paid friend", True)) == ("A paid friend.", 0)


def test_four_words_in_a_row_of_more_are_ordinary_english() -> None:
    assert cleaned("I'm paying for my lunch.", (SAID, True)) == ("I'm paying for my lunch.", 0)


def test_nothing_guarded_nothing_blanked() -> None:
    guard = Guard([], ["anything"])
    assert (guard.clean("anything"), guard.clean(None), guard.repeats("anything")) == ("anything", None, False)
