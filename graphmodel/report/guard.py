"""Keeps words that may not be quoted from slipping in through definitions, memos and notes.

A passage counts as repeated where RUN words in a row, or the whole of a shorter coded span of at least SHORTEST words,
stand in it; case, punctuation and white space aside. Shorter echoes cannot be told from ordinary English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from graphmodel.consent import may_quote
from graphmodel.database import Database
from graphmodel.statements import statement

RUN = 5
SHORTEST = 3
BLANK = "[words withheld: no consent to quote]"
Run: TypeAlias = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+(?:['’‘][^\W_]+)*")


class Guard:
    """Blanks what repeats guarded words. `blanked` counts the passages so far."""

    def __init__(self, guarded: Iterable[tuple[str, bool]], texts: Iterable[str]) -> None:
        """`guarded` are words that may not be quoted, each with whether they are a coded span; `texts` are all that
        will be asked about, so that only what both hold has to be kept."""
        wanted = {run for text in texts for length in range(SHORTEST, RUN + 1) for run in _runs(_words(text), length)}
        self._runs = {run for text, coded in guarded for run in _guarded(_words(text), coded) if run in wanted}
        self.blanked = 0

    def repeats(self, text: str) -> bool:
        """Tell whether the text holds guarded words."""
        return bool(self._passages(text))

    def clean(self, text: str | None) -> str | None:
        """The text with each passage of guarded words replaced by BLANK."""
        if text is None:
            return None
        passages = self._passages(text)
        self.blanked += len(passages)
        for start, end in reversed(passages):
            text = f"{text[:start]}{BLANK}{text[end:]}"
        return text

    def _passages(self, text: str) -> list[tuple[int, int]]:
        """Where guarded words stand, as half-open spans of code points that neither meet nor overlap."""
        if not self._runs:
            return []
        found = list(_WORD.finditer(text))
        words = _words(text)
        passages: list[tuple[int, int]] = []
        last = -1
        for first in range(len(words)):
            longest = self._longest(words, first)
            if longest and first <= last + 1 and passages:
                last = max(last, first + longest - 1)
                passages[-1] = (passages[-1][0], found[last].end())
            elif longest:
                last = first + longest - 1
                passages.append((found[first].start(), found[last].end()))
        return passages

    def _longest(self, words: Sequence[str], first: int) -> int:
        lengths = range(min(RUN, len(words) - first), SHORTEST - 1, -1)
        return next((length for length in lengths if tuple(words[first : first + length]) in self._runs), 0)


def read_guarded(database: Database, study: str) -> list[tuple[str, bool]]:
    """The words of a study that may not be quoted, each with whether they are a coded span."""
    people = database.read(statement("report/map_participants"), {"study": study})
    quotable = [person["key"] for person in people if may_quote(person["consent"], person["quoteConsent"])]
    guarded = database.read(statement("report/map_guarded_words"), {"study": study, "quotable": quotable})
    return [(row["text"], row["coded"]) for row in guarded]


def _words(text: str) -> list[str]:
    return [found.group().casefold().replace("’", "'").replace("‘", "'") for found in _WORD.finditer(text)]


def _runs(words: Sequence[str], length: int) -> Iterator[Run]:
    for first in range(len(words) - length + 1):
        yield tuple(words[first : first + length])


def _guarded(words: Sequence[str], coded: bool) -> Iterator[Run]:
    if len(words) >= RUN:
        yield from _runs(words, RUN)
    elif coded and len(words) >= SHORTEST:
        yield tuple(words)
