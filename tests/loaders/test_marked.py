from __future__ import annotations

from pathlib import Path

from graphmodel.errors import Place, Severity
from graphmodel.quotes.selector import QuoteSelector
from loaders.marked import MarkedText, settle
from loaders.offset_readings import StoredText, Unit
from loaders.offsets import Span

PLACE = Place(Path("a"))
TEXT = "😀 one two 😀 three"


def test_the_reading_is_settled_by_all_texts_and_said_once() -> None:
    one = MarkedText("one", StoredText(TEXT), PLACE, [Span(3, 6, "one"), Span(14, 19, "three")])
    two = MarkedText("two", StoredText(TEXT), PLACE)
    (note,) = settle([one, two])
    assert note.severity is Severity.NOTE
    assert two.verdict.reading and two.verdict.reading.unit is Unit.UTF16
    assert two.selector(3, 6, None) == QuoteSelector("one", 2, 5)
    assert two.selector(3, 6, "One!") == QuoteSelector("One!", 2, 5)
    assert two.words(3, 10) == "one two"


def test_without_a_reading_the_quotation_is_all_there_is() -> None:
    text = MarkedText("one", StoredText(TEXT), PLACE, [Span(3, 6, "nowhere")])
    (flag,) = settle([text])
    assert flag.severity is Severity.FLAG
    assert text.selector(3, 6, "nowhere") == QuoteSelector("nowhere")
    assert text.selector(3, 6, " ") == QuoteSelector("[positions 3 to 6]")
    assert text.words(3, 6) == ""


def test_no_text_needs_no_word() -> None:
    assert list(settle([])) == []
