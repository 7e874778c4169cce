"""Which of several places an excerpt of an export has, where its words alone do not tell: by the paragraphs, or other
positions in the program's own copy of the text, that are written beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graphmodel.quotes.fold import fold

_NUMBER = re.compile(r"\d{1,18}")


@dataclass(frozen=True, slots=True)
class Placed:
    """An excerpt: the number of its row, its document, its words, where the program says that it stands, and what the
    program calls it; the last two are empty where nothing is said."""

    row: int
    document: str
    words: str
    place: str
    identity: str


@dataclass(slots=True)
class Places:
    """The occurrence (counted from 1) of each row that has one, and the rows whose excerpt the program tells from
    another one of the same words, though nothing says where it stands."""

    occurrences: dict[int, int]
    one_with_another: list[int]


def find_places(excerpts: Iterable[Placed]) -> Places:
    """Of excerpts of the same words in one document, which is at which of the words' places: their positions' order."""
    alike: defaultdict[tuple[str, str], list[Placed]] = defaultdict(list)
    for excerpt in excerpts:
        alike[excerpt.document, fold(excerpt.words)].append(excerpt)
    found = Places({}, [])
    for group in alike.values():
        if len(group) > 1:
            _tell_apart(group, found)
    return found


def _tell_apart(group: list[Placed], found: Places) -> None:
    places = {place: number for number, place in enumerate(sorted({each.place for each in group}, key=_order), 1)}
    seen: dict[str, set[str]] = {}
    for excerpt in group:
        if len(places) > 1 and all(places):
            found.occurrences[excerpt.row] = places[excerpt.place]
        known = seen.setdefault(excerpt.place, {excerpt.identity})
        if excerpt.identity not in known:
            known.add(excerpt.identity)
            found.one_with_another.append(excerpt.row)


def _order(place: str) -> tuple[tuple[int, ...], str]:
    return tuple(map(int, _NUMBER.findall(place))), place
