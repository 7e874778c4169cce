"""What is written into files of any format: interviews of invented words with coded passages, and references.

The same numbers give the same words. One word in eight has a letter beyond ASCII, and one in a hundred is a sign of two
UTF-16 units, so that programs' positions run apart as they do in real projects.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import accumulate

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeio"]
ACCENTS = ("é", "ö", "ña", "ç", "\u0159e", "о", "λ")
SIGNS = ("😀", "🌱", "📨")
CODERS = ("Ada", "Ben", "Åsa")
CODES = 120
TURN_WORDS = (8, 60)
QUOTE_WORDS = (4, 30)


@dataclass(frozen=True, slots=True)
class Passage:
    """A coded passage: `start` and `end` are code points in the interview's text, half-open; `minute` is when, since
    the first one was coded."""

    start: int
    end: int
    words: str
    codes: tuple[int, ...]
    coder: str
    minute: int

    @property
    def date(self) -> str:
        """When it was coded, in ISO form to the second."""
        day, minute = divmod(self.minute, 24 * 60)
        month, day = divmod(day, 28)
        return f"{2015 + month // 12}-{month % 12 + 1:02}-{day + 1:02}T{minute // 60:02}:{minute % 60:02}:00"


@dataclass(slots=True)
class Interview:
    """One interview: its text with LF at the end of each line, and its passages in no order."""

    name: str
    person: str
    text: str
    passages: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class Material:
    """All interviews. Codes are numbers; `path` names them."""

    interviews: list[Interview]
    chance: random.Random

    @property
    def codings(self) -> int:
        """How many times a code was put to a passage."""
        return sum(len(passage.codes) for each in self.interviews for passage in each.passages)

    @property
    def passages(self) -> int:
        """How many passages are coded."""
        return sum(len(each.passages) for each in self.interviews)


def path(code: int) -> tuple[str, str, str]:
    """The names of a code, from its theme down."""
    return f"Théma {code % 4 + 1}", f"Category {code % 12 + 1}", f"Code {code + 1}"


def material(interviews: int, passages: int, characters: int, seed: int = 11) -> Material:
    """Interviews of about so many characters, each with so many passages; every fourth passage has a second code."""
    chance = random.Random(seed)
    vocabulary = [_word(chance, number) for number in range(4000)]
    made = [_interview(chance, vocabulary, number, characters) for number in range(1, interviews + 1)]
    for number, (interview, turns) in enumerate(made):
        interview.passages = [_passage(chance, interview, turns, number * passages + at) for at in range(passages)]
    return Material([interview for interview, _ in made], chance)


def _word(chance: random.Random, number: int) -> str:
    syllables = chance.choices(SYLLABLES, k=chance.randint(1, 4))
    if number % 100 == 0:
        return chance.choice(SIGNS)
    if number % 8 == 0:
        syllables.insert(chance.randrange(len(syllables) + 1), chance.choice(ACCENTS))
    return "".join(syllables)


def _interview(
    chance: random.Random, vocabulary: list[str], number: int, characters: int
) -> tuple[Interview, list[list[tuple[int, int]]]]:
    """An interview, and of each answer the spans of its words."""
    person = f"P{number:03}"
    parts: list[str] = []
    turns: list[list[tuple[int, int]]] = []
    length = 0
    while length < characters:
        label = "I: " if len(parts) % 2 == 0 else f"{person}: "
        words = chance.choices(vocabulary, k=chance.randint(*TURN_WORDS))
        if len(parts) % 2:
            starts = accumulate((len(word) + 1 for word in words), initial=length + len(label))
            turns.append([(start, start + len(word)) for start, word in zip(starts, words, strict=False)])
        parts.append(f"{label}{' '.join(words)}.\n")
        length += len(parts[-1])
    return Interview(f"Interview {number:03}", person, "".join(parts)), turns


def _passage(chance: random.Random, interview: Interview, turns: list[list[tuple[int, int]]], number: int) -> Passage:
    words = chance.choice(turns)
    first = chance.randrange(len(words))
    last = min(len(words), first + chance.randint(*QUOTE_WORDS)) - 1
    start, end = words[first][0], words[last][1]
    codes = tuple(chance.sample(range(CODES), 2 if number % 4 == 0 else 1))
    return Passage(start, end, interview.text[start:end], codes, chance.choice(CODERS), number)
