"""Where RQDA's positions lead: spans that are one character beside their words, and the lines of annotations."""

from __future__ import annotations

from graphmodel.quotes.fold import fold

_NEIGHBOURS = ((-1, 0), (-1, -1), (1, 1), (0, 1), (0, -1))
"""How far begin and end may be off, the likeliest first."""


def off_by_one(text: str, start: int, end: int, quote: str) -> tuple[int, int] | None:
    """Where words stand whose span is one character beside them; None where the span holds them, or is no neighbour.

    `start` and `end` are code points in the text, half-open. After a text was edited, RQDA keeps a quotation that
    begins one character before its span: then the span is right, unless it begins within a word.
    """
    if text[start:end] == quote:
        return None
    wanted = fold(quote)
    if fold(text[start:end]) == wanted:
        return None
    for before, after in _NEIGHBOURS:
        first, last = start + before, end + after
        if 0 <= first < last <= len(text) and fold(text[first:last]) == wanted:
            longer = (first, last) == (start - 1, end)
            return (start, end) if longer and not _within_word(text, start) else (first, last)
    return None


def line_at(text: str, position: int) -> str:
    """The line of a text that a position (in code points) lies in, its beginning where it is long."""
    start = text.rfind("\n", 0, max(0, position)) + 1
    end = text.find("\n", max(start, position))
    return " ".join(text[start : end if end >= 0 else len(text)].split())[:200]


def _within_word(text: str, position: int) -> bool:
    return 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum()
