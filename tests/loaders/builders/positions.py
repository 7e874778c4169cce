"""Texts as programs keep them, and the positions of words as each would write them, counted another way than by the
code that reads them: by encoding all that stands before."""

from __future__ import annotations

import random
from dataclasses import dataclass

from loaders.offset_readings import Breaks, Reading, Unit

PLAIN = [
    *[
        "we",
        "talked",
        "about",
        "being",
        "friends",
        "and",
        "what",
        "it",
        "means",
        "to",
        "be",
        "heard",
        "by",
        "somebody",
        "who",
        "was",
        "there",
        "too",
    ]
]
ASTRAL = ["😀", "friend😀", "𝒜ll", "👩🏽‍🦰", "ok🎉"]
COMBINING = ["cafe\u0301", "man\u0303ana", "a\u0308rger", "нє̂бо", "हिन्दी"]
WIDE = ["naïve", "Größe", "élan", "szkoła"]


@dataclass(frozen=True)
class Features:
    """What makes positions hard: characters of two UTF-16 units, marks of their own, CRLF, a byte order mark."""

    astral: bool
    combining: bool
    crlf: bool
    bom: bool


def words_of(features: Features, chance: random.Random, count: int = 160) -> list[str]:
    """Words in lines, some of them of the hard kinds; white space is in the list as it is in the text."""
    stock = PLAIN * 3 + WIDE + (ASTRAL * 3 if features.astral else []) + (COMBINING * 3 if features.combining else [])
    pieces: list[str] = []
    for _ in range(count):
        pieces += [chance.choice(stock), chance.choice([" ", " ", " ", ", ", ". ", "\n"])]
    return pieces


def raw_text(pieces: list[str], features: Features) -> str:
    """The text as a program stores it."""
    text = "".join(pieces).replace("\n", "\r\n" if features.crlf else "\n")
    return ("\ufeff" if features.bom else "") + text


def position(pieces: list[str], index: int, features: Features, reading: Reading) -> int:
    """Where the piece of this index begins, as a program of this reading counts."""
    double = reading.breaks is Breaks.TWO or (reading.breaks is Breaks.STORED and features.crlf)
    before = "".join(pieces[:index]).replace("\n", "\r\n" if double else "\n")
    before = ("\ufeff" if features.bom and reading.bom else "") + before
    return {
        Unit.CODE_POINT: len(before),
        Unit.UTF16: len(before.encode("utf-16-le")) // 2,
        Unit.UTF8: len(before.encode("utf-8")),
    }[reading.unit]


def marked(pieces: list[str], chance: random.Random, count: int) -> list[tuple[int, int]]:
    """Passages of one to nine words, as the indexes of their first and after their last piece."""
    found = []
    for _ in range(count):
        first = chance.randrange(0, len(pieces) // 2 - 9) * 2
        found.append((first, first + 2 * chance.randrange(1, 9) - 1))
    return found


def span(pieces: list[str], passage: tuple[int, int], features: Features, reading: Reading) -> tuple[int, int]:
    """The start and end of a passage as a program of this reading writes them."""
    first, after = passage
    end = position(pieces, after, features, reading)
    return position(pieces, first, features, reading), end - reading.inclusive
