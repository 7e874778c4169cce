import io
from dataclasses import replace

import pytest
from rich.console import Console
from rich.text import Text

from graphmodel.terminal.streams import console
from graphmodel.terminal.trace_tree import draw_trace
from graphmodel.trace import (
    CodedBy,
    Trace,
    TracedConcept,
    TracedExcerpt,
    TracedMemo,
    TracedProposition,
    TracedReference,
)

EXCERPT = TracedExcerpt(
    key="s/excerpt/1",
    text="She was like\na [bold]friend[/bold] to me.",
    quote=None,
    start=120,
    end=180,
    verification="exact",
    occurrence=1,
    occurrences=None,
    interview="P01-1",
    date="2015-03-02",
    participants=("P01",),
    quotable=True,
    codings=(CodedBy("AB", "2015-04-02", "first thought"), CodedBy("TC", None, None)),
    turn=3,
    start_ms=127_000,
)
NOTHING: dict[str, tuple[()]] = dict.fromkeys(("negative_cases", "memos", "literature", "propositions", "children"), ())


def concept(name: str, level: str, **more: object) -> TracedConcept:
    usual: dict[str, object] = {
        "key": f"s/concept/{name}",
        "name": name,
        "level": level,
        "definition": None,
        "properties": (),
        "origin": None,
        "stage": None,
        "status": "active",
        "core": False,
        "negative_case_sought_at": None,
        "negative_case_sought_by": None,
        "excerpt_count": 1,
        "interview_count": 1,
        "participant_count": 1,
        "own_count": 0,
        "excerpts": (),
        "hidden": 0,
    }
    return TracedConcept(**{**usual, **NOTHING, **more})  # type: ignore[arg-type]


def drawn(
    top: TracedConcept, *, width: int = 80, all_words: bool = True, brief: bool = False, paths: object = None
) -> str:
    stream = io.StringIO()
    screen = Console(file=stream, width=width, force_terminal=True, no_color=True, highlight=False, markup=False)
    trace = Trace("s", paths or ((top.name,),), top, None, ())  # type: ignore[arg-type]
    draw_trace(screen, trace, all_words=all_words, brief=brief)
    return stream.getvalue()


def plain(text: str) -> str:
    return Text.from_ansi(text).plain


def squeezed(text: str) -> str:
    signs = "├└│─"
    return " ".join(text.translate({ord(sign): " " for sign in signs}).split())


def test_from_the_theme_to_the_words_with_who_where_when_and_coder() -> None:
    code = concept("Like a friend", "Code", own_count=1, excerpts=(EXCERPT,), origin="in_vivo")
    text = squeezed(plain(drawn(concept("Dual roles", "Theme", children=(code,), core=True))))
    assert text.startswith("Dual roles theme · core category · 1 excerpt · 1 participant Like a friend code · in vivo")
    assert "“She was like a [bold]friend[/bold] to me.” P01 · interview P01-1, 2015-03-02 · turn 4 at 2:07" in text
    assert "characters 120–180 · coded by AB 2015-04-02, TC AB: first thought" in text


@pytest.mark.parametrize("width", [30, 80, 120])
def test_nothing_is_wider_than_the_terminal_and_no_word_is_lost(width: int) -> None:
    code = concept("Code", "Code", own_count=1, excerpts=(replace(EXCERPT, text="word " * 60 + "end"),))
    text = plain(drawn(concept("Theme", "Theme", children=(code,)), width=width))
    assert max(map(len, text.splitlines())) <= width
    assert squeezed(text).count("word") == 60


def test_words_that_may_not_be_quoted_are_marked_and_the_mark_is_explained_once() -> None:
    kept = replace(EXCERPT, quotable=False)
    text = plain(drawn(concept("Code", "Code", own_count=2, excerpts=(kept, kept))))
    assert text.count("⊘ not to be quoted") == 3
    assert "consent does not let these words be quoted elsewhere" in squeezed(text)
    assert "like" in text


def test_words_that_may_not_be_quoted_can_be_left_out() -> None:
    kept = replace(EXCERPT, quotable=False)
    text = plain(drawn(concept("Code", "Code", own_count=1, excerpts=(kept,)), all_words=False))
    assert "like" not in text
    assert "words left out" in text


def test_what_was_not_found_to_the_letter_says_so() -> None:
    text = plain(drawn(concept("Code", "Code", excerpts=(replace(EXCERPT, verification="unlocated", start=None),))))
    assert "not found in the transcript" in squeezed(text)
    assert "characters" not in text


def test_exceptions_literature_propositions_and_memos_stand_beside_the_words() -> None:
    top = concept(
        "Dual roles",
        "Theme",
        negative_cases=(EXCERPT,),
        negative_case_sought_at="2015-06-01",
        negative_case_sought_by="AB",
        literature=(
            TracedReference("k", "mead2001", "Mead et al. (2001)", None, "challenges", "In between", None, None),
        ),
        propositions=(TracedProposition("k", "p1", "If so, then so.", "leads_to", "Dual roles", "Doubt", 2, 1),),
        memos=(TracedMemo("k", "m", "In between", "analytic", "2015-04-05", ("AB",)),),
    )
    text = squeezed(plain(drawn(top)))
    assert "negative cases sought 2015-06-01 by AB, 1 found here" in text
    assert "against it “She was like" in text
    assert "literature challenges Mead et al. (2001) (memo: In between)" in text
    assert "proposition Dual roles leads to Doubt 2 excerpts for, 1 against If so, then so." in text
    assert "memo In between analytic, 2015-04-05, AB" in text


def test_what_is_not_shown_is_counted_with_how_to_see_it() -> None:
    text = plain(drawn(concept("Dual roles", "Theme", own_count=7, excerpts=(EXCERPT,), hidden=4)))
    assert "… 6 more coded here: `--quotes all` shows them" in text
    assert "… 4 more below: `--depth` shows them" in text


def test_a_brief_drawing_counts_what_it_leaves_out() -> None:
    memo = TracedMemo("k", "m", None, None, None, ())
    text = plain(drawn(concept("Dual roles", "Theme", memos=(memo, memo)), brief=True))
    assert "… and 2 memos" in text


def test_a_concept_under_two_parents_is_drawn_once() -> None:
    shared = concept("Shared", "Code", own_count=1, excerpts=(EXCERPT,))
    parents = tuple(concept(name, "Category", children=(shared,)) for name in ("One", "Two"))
    text = plain(drawn(concept("Theme", "Theme", children=parents)))
    assert text.count("She was like") == 1
    assert "Shared  shown above" in text


def test_the_ways_to_a_concept_stand_above_it() -> None:
    text = plain(drawn(concept("Code", "Code"), paths=(("Theme", "Category", "Code"), ("Other", "Code"))))
    assert text.splitlines()[:2] == ["in Other", "in Theme > Category"]


def test_an_undefined_and_an_ungrounded_concept_say_so() -> None:
    text = plain(drawn(concept("Code", "Code", status="undefined", excerpt_count=0)))
    assert "not in the codebook" in text
    assert "nobody's words reach it" in text


def test_a_pipe_gets_each_quote_on_one_line_and_no_escape_sequence() -> None:
    stream = io.StringIO()
    code = concept("Code", "Code", own_count=1, excerpts=(replace(EXCERPT, text="word\n" * 100),))
    draw_trace(console(stream), Trace("s", (("Code",),), code, None, ()), all_words=True)
    assert len(stream.getvalue().splitlines()) == 4
    assert "\x1b" not in stream.getvalue()
    assert all(line == line.rstrip() for line in stream.getvalue().splitlines())


def test_a_stream_without_the_sign_gets_the_words_for_it() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
    code = concept("Code", "Code", own_count=1, excerpts=(replace(EXCERPT, quotable=False),))
    draw_trace(console(stream), Trace("s", (("Code",),), code, None, ()), all_words=True)
    stream.flush()
    written = stream.buffer.getvalue().decode("ascii")  # type: ignore[attr-defined]
    assert "not to be quoted: consent" in written
