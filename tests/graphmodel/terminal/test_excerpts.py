from dataclasses import replace

from graphmodel.terminal.excerpts import LEFT_OUT, notes_of, verified, where, who, words_of
from tests.graphmodel.terminal.test_trace_tree import EXCERPT


def test_words_keep_their_lines_and_lose_surplus_blanks() -> None:
    spanning = replace(EXCERPT, text="She said\n\n  I:   mm\nP01: yes\x1b[0m")
    assert words_of(spanning, all_words=True) == "“She said\nI: mm\nP01: yes\ufffd[0m”"
    assert words_of(replace(EXCERPT, quotable=False), all_words=False) == LEFT_OUT


def test_who_and_where() -> None:
    assert who(replace(EXCERPT, participants=())) == "no participant named"
    assert where(replace(EXCERPT, occurrence=2, occurrences=3, turn=None, codings=())) == (
        "interview P01-1, 2015-03-02 · characters 120–180, occurrence 2 of 3"
    )


def test_how_the_words_were_found_is_said_where_not_to_the_letter() -> None:
    assert verified(EXCERPT) is None
    assert verified(replace(EXCERPT, verification="relocated")) == "found elsewhere than said"


def test_notes_say_whose_they_are() -> None:
    assert notes_of(EXCERPT) == ["AB: first thought"]
