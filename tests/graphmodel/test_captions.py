"""The few words by which a node is known in the Browser."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel.captions import MOST, caption, cut
from graphmodel.schema import Label


@pytest.mark.parametrize(
    ("label", "properties", "expected"),
    [
        (Label.CONCEPT, {"name": "Trust"}, "Trust"),
        (Label.EXCERPT, {"text": "I was\n seen"}, "“I was seen”"),
        (Label.TURN, {"speaker": "P01", "text": "Yes."}, "P01: Yes."),
        (Label.TURN, {"speaker": None, "text": "Yes."}, "Yes."),
        (Label.REFERENCE, {"name": "k", "authors": ["Hill, Clara"], "year": "2001"}, "Hill (2001)"),
        (Label.REFERENCE, {"name": "k", "authors": ["Hill, C.", "Knox, S."]}, "Hill & Knox"),
        (Label.REFERENCE, {"name": "k", "authors": ["A, B", "C, D", "E, F"], "year": "2001"}, "A et al. (2001)"),
        (Label.REFERENCE, {"name": "k", "title": "Untold"}, "Untold"),
        (Label.REFERENCE, {"name": "k"}, "k"),
        (Label.PROPOSITION, {"name": "p1", "statement": "One leads on."}, "One leads on."),
        (Label.PROPOSITION, {"name": "p1"}, "p1"),
        (Label.MEMO, {"name": "one", "title": "First"}, "First"),
        (Label.MEMO, {"name": "one"}, "one"),
        (Label.STUDY, {"key": "s"}, "s"),
        (Label.REVISION, {"kind": "merge", "before": ["A", "B"], "after": ["C"]}, "merge: A, B → C"),
        (Label.REVISION, {"kind": "create", "after": ["C"]}, "create: C"),
        (Label.REVISION, {"kind": "retire", "before": ["A"]}, "retire: A"),
        (Label.DOCUMENT, {"path": "memos/one.md"}, "memos/one.md"),
    ],
)
def test_a_caption_says_what_a_node_is(label: Label, properties: dict[str, Any], expected: str) -> None:
    assert caption(label, properties) == expected


@pytest.mark.parametrize("label", [Label.EXCERPT, Label.TURN, Label.MEMO])
def test_a_caption_is_never_long(label: Label) -> None:
    made = caption(label, {"text": "word " * 100_000, "title": "word " * 100, "name": "x"})
    assert len(made) <= MOST
    assert "…" in made


def test_words_that_just_fit_are_whole() -> None:
    assert cut("x" * MOST) == "x" * MOST
    assert cut("x" * (MOST + 1)) == "x" * (MOST - 1) + "…"
    assert cut("  a \n b  ") == "a b"
