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

from graphmodel.words import Folded

REACH = 2000
_STEPS = 20_000  # searches spent on one quote before it counts as not found: only one made of common scraps needs them
_DOTS = r"\.(?: ?\.)"
_LEFT_OUT = re.compile(rf"\[ ?{_DOTS}+ ?\]|\( ?{_DOTS}+ ?\)|{_DOTS}{{2,}}")
_EDGE_PUNCTUATION = " .,;:!?-'\""


def split(words: str) -> list[list[str]]:
    """The parts of the folded `words` between ellipses, in the readings to be tried in turn: as they stand, then
    without the punctuation beside an ellipsis. No reading where nothing is left out, or nothing is left."""
    pieces = _LEFT_OUT.split(words)
    if len(pieces) == 1:
        return []
    parts = [piece.strip() for piece in pieces if any(map(str.isalnum, piece))]
    bare = [part.strip(_EDGE_PUNCTUATION) for part in parts]
    return [reading for reading in ([parts] if bare == parts else [parts, bare]) if reading]


class Chains:
    """The places in a folded text where some parts follow one another."""

    def __init__(self, folded: Folded, parts: list[str]) -> None:
        """Look for `parts` (folded, at least one, none empty) in `folded`."""
        self._folded = folded
        self._text = folded.text
        self._parts = parts
        self._steps = _STEPS + len(parts)

    def spans(self) -> list[tuple[int, int]]:
        """The folded spans from the first part to the last, in order, none overlapping another."""
        if not all(part in self._text for part in set(self._parts)):
            return []
        return list(self._spans(whole_words=True)) or list(self._spans(whole_words=False))

    def span_from(self, start: int) -> tuple[int, int] | None:
        """The folded span whose first part begins at `start` exactly, if all the others follow."""
        if not self._text.startswith(self._parts[0], start):
            return None
        places = self._follow(start, set(), whole_words=False)
        return (start, places[-1] + len(self._parts[-1])) if places else None

    def _spans(self, whole_words: bool) -> Iterator[tuple[int, int]]:
        done = 0
        dead_ends: set[tuple[int, int]] = set()
        for start in self._folded.places(self._parts[0]):
            if start < done or self._steps <= 0 or (whole_words and self._splits(start, self._parts[0])):
                continue
            places = self._follow(start, dead_ends, whole_words)
            if places:
                done = places[-1] + len(self._parts[-1])
                yield self._drawn_in(places, whole_words), done

    def _follow(self, start: int, dead_ends: set[tuple[int, int]], whole_words: bool) -> list[int]:
        """The places of all parts from the first one's on; empty, and the way remembered, where one is missing."""
        places = [start]
        for index, part in islice(enumerate(self._parts), 1, None):
            begin = places[-1] + len(self._parts[index - 1])
            place = self._next(part, begin, begin + REACH + len(part), whole_words)
            if place < 0 or (index, place) in dead_ends:
                dead_ends.update(enumerate(places))
                return []
            places.append(place)
        return places

    def _next(self, part: str, begin: int, end: int, whole_words: bool) -> int:
        place = begin - 1
        while self._steps > 0:
            self._steps -= 1
            place = self._text.find(part, place + 1, end)
            if place < 0 or not whole_words or not self._splits(place, part):
                return place
        return -1

    def _drawn_in(self, places: list[int], whole_words: bool) -> int:
        """The last place of the first part from which the others still follow up to the same end."""
        limit = places[-1]
        for place, part in zip(reversed(places[:-1]), reversed(self._parts[:-1]), strict=True):
            limit = self._last(part, place, limit, whole_words)
        return limit

    def _last(self, part: str, first: int, limit: int, whole_words: bool) -> int:
        place = self._text.rfind(part, first, limit)
        while whole_words and self._splits(place, part):
            place = self._text.rfind(part, first, place + len(part) - 1)
        return place

    def _splits(self, place: int, part: str) -> bool:
        return self._folded.splits_word(place, place + len(part))
