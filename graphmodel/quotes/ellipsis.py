"""Quotes that leave something out: their parts, and where these follow one another in a folded text.

A part may follow the one before it within `REACH` characters (a few turns of talk). The parts are taken where
the first of them begins earliest so that all the others follow, each at its earliest; then the beginning is
drawn in as far as the same end allows, so that an excerpt claims no more than it must. Parts that stand as
whole words are preferred to parts of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from graphmodel.quotes.fold import Folded

REACH = 2000
_EFFORT = (
    20_000  # searches over `REACH` characters that one quote is worth; only common scraps in a long text need more
)
_DOTS = r"\.(?: ?\.)"
_LEFT_OUT = re.compile(rf"\[ ?{_DOTS}+ ?\]|\( ?{_DOTS}+ ?\)|{_DOTS}{{2,}}")
_PUNCTUATION = " .,;:!?-'\""


def split(words: str) -> list[list[str]]:
    """The parts of the folded `words` between ellipses, in the readings to be tried in turn: as they stand, then
    without the punctuation beside an ellipsis. No reading where nothing is left out, or nothing is left."""
    pieces = _LEFT_OUT.split(words)
    if len(pieces) == 1:
        return []
    bare = [pieces[0].rstrip(_PUNCTUATION), *(piece.strip(_PUNCTUATION) for piece in pieces[1:-1])]
    bare.append(pieces[-1].lstrip(_PUNCTUATION))
    readings = [[piece.strip() for piece in reading if any(map(str.isalnum, piece))] for reading in (pieces, bare)]
    return [readings[0], *(readings[1:] if readings[1] != readings[0] else [])] if readings[0] else []


class Chains:
    """The places in a folded text where some parts follow one another."""

    def __init__(self, folded: Folded, parts: list[str]) -> None:
        """Look for `parts` (folded, at least one, none empty) in `folded`."""
        self._folded = folded
        self._text = folded.text
        self._parts = parts

    def spans(self, most: int | None = None) -> list[tuple[int, int]]:
        """The folded spans from the first part to the last, in order, none overlapping another; the first `most`."""
        if not all(part in self._text for part in set(self._parts)):
            return []
        whole = list(islice(self._spans(whole_words=True), most))
        return whole or list(islice(self._spans(whole_words=False), most))

    def span_from(self, start: int) -> tuple[int, int] | None:
        """The folded span whose first part begins at `start` exactly, if all the others follow."""
        if not self._text.startswith(self._parts[0], start):
            return None
        places = _Walk(self._folded, self._parts, whole_words=False).follow(start)
        return (start, places[-1] + len(self._parts[-1])) if places else None

    def _spans(self, whole_words: bool) -> Iterator[tuple[int, int]]:
        walk = _Walk(self._folded, self._parts, whole_words)
        done = 0
        for start in self._folded.places(self._parts[0]):
            if walk.exhausted:
                return
            if start < done or not walk.accepts(start, self._parts[0]):
                continue
            places = walk.follow(start)
            if places:
                done = places[-1] + len(self._parts[-1])
                yield walk.drawn_in(places), done


class _Walk:
    """Chains tried from one start after another. As starts grow, so does the earliest place of each later part: a place
    once found serves all starts before it, and no text is searched twice for one part."""

    def __init__(self, folded: Folded, parts: list[str], whole_words: bool) -> None:
        self._folded = folded
        self._text = folded.text
        self._parts = parts
        self._whole_words = whole_words
        self._effort = _EFFORT + len(parts)
        self._seen: dict[int, tuple[int, int]] = {}
        self._dead_ends: set[tuple[int, int]] = set()
        self.exhausted = False

    def accepts(self, place: int, part: str) -> bool:
        return not (self._whole_words and self._folded.splits_word(place, place + len(part)))

    def follow(self, start: int) -> list[int]:
        """The places of all parts, the first at `start`; empty where one of them is missing."""
        places = [start]
        end = start + len(self._parts[0])
        for index, part in enumerate(self._parts[1:], 1):
            place = self._next(index, end)
            if place < 0 or place - end > REACH or (index, place) in self._dead_ends:
                self._dead_ends.update(enumerate(places))
                return []
            places.append(place)
            end = place + len(part)
        return places

    def _next(self, index: int, begin: int) -> int:
        """The first place of a part from `begin` on. Where there is none, none will follow a later start either."""
        searched_from, place = self._seen.get(index, (begin, begin - 1))
        if not searched_from <= begin <= place:
            place = self._search(self._parts[index], begin)
            self._seen[index] = (begin, place)
            self.exhausted = place < 0 or self._effort < 0
        return place

    def _search(self, part: str, begin: int) -> int:
        place = self._text.find(part, begin)
        while place >= 0 and not self.accepts(place, part):
            self._effort -= 1
            place = self._text.find(part, place + 1) if self._effort > 0 else -1
        self._effort -= 1 + ((place if place >= 0 else len(self._text)) - begin) // REACH
        return place

    def drawn_in(self, places: list[int]) -> int:
        """The last place of the first part from which the others still follow up to the same end."""
        limit = places[-1]
        for place, part in zip(reversed(places[:-1]), reversed(self._parts[:-1]), strict=True):
            limit = self._last(part, place, limit)
        return limit

    def _last(self, part: str, first: int, limit: int) -> int:
        place = self._text.rfind(part, first, limit)
        while not self.accepts(place, part):
            place = self._text.rfind(part, first, place + len(part) - 1)
        return place
