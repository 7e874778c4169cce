"""Small matters of wording."""

from __future__ import annotations


def many(number: int, word: str) -> str:
    """A number with its word: `1 excerpt`, `3 excerpts`."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
