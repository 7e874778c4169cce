"""A study folder of any size, the same for the same numbers: transcripts of invented words, codings that quote them."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from pathlib import Path

CONSONANTS, VOWELS = "bdfgklmnprstv", "aeio"
SYLLABLES = [consonant + vowel for consonant in CONSONANTS for vowel in VOWELS]
CODES = 60
TURN_WORDS = (8, 60)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a study is: interviews, excerpts an interview, codes an excerpt, characters a transcript (about).
    `one_table`: all codings stand in one table, as most people keep them, instead of one an interview."""

    interviews: int = 200
    excerpts: int = 200
    codes: int = 2
    characters: int = 30_000
    one_table: bool = False


def generate(folder: Path, size: Size, seed: int = 7) -> Path:
    """Write a study folder and return it; nothing is written where it is there already."""
    if (folder / "study.yaml").exists():
        return folder
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(4000)]
    (folder / "interviews").mkdir(parents=True)
    (folder / "codings").mkdir()
    (folder / "study.yaml").write_text("id: generated\ntitle: A generated study\nresearchers: [{name: AB}]\n")
    _write(folder / "participants.csv", ["participant", "consent", "quote_consent"], _participants(size))
    _write(folder / "codebook.csv", ["code", "parent", "definition"], _codebook())
    tables: dict[str, list[list[str]]] = {}
    for number in range(1, size.interviews + 1):
        text, turns = _transcript(chance, vocabulary, number, size.characters)
        (folder / "interviews" / f"P{number:03}-1.txt").write_text(text, encoding="utf-8")
        table = "codings.csv" if size.one_table else f"codings/P{number:03}-1.csv"
        tables.setdefault(table, []).extend(_codings(chance, text, turns, number, size))
    for table, rows in tables.items():
        _write(folder / table, ["interview", "quote", "codes", "date", "note"], rows)
    return folder


def _participants(size: Size) -> list[list[str]]:
    return [[f"P{number:03}", "active", "verbatim"] for number in range(1, size.interviews + 1)]


def _codebook() -> list[list[str]]:
    themes = [[f"Theme {number}", "", f"What theme {number} means"] for number in range(1, 4)]
    categories = [[f"Category {n}", f"Theme {n % 3 + 1}", f"What category {n} means"] for n in range(1, 11)]
    codes = [[f"Code {n}", f"Category {n % 10 + 1}", f"What code {n} means"] for n in range(1, CODES + 1)]
    return themes + categories + codes


def _transcript(
    chance: random.Random, vocabulary: list[str], number: int, characters: int
) -> tuple[str, list[tuple[int, int]]]:
    parts: list[str] = []
    turns: list[tuple[int, int]] = []
    length = 0
    while length < characters:
        speaker = "Interviewer: " if len(turns) % 2 == 0 else f"P{number:03}: "
        words = " ".join(chance.choices(vocabulary, k=chance.randint(*TURN_WORDS)))
        turns.append((length + len(speaker), length + len(speaker) + len(words)))
        parts.append(f"{speaker}{words}.\n\n")
        length += len(parts[-1])
    return "".join(parts), turns


def _codings(
    chance: random.Random, text: str, turns: list[tuple[int, int]], number: int, size: Size
) -> list[list[str]]:
    rows = []
    answers = [turn for index, turn in enumerate(turns) if index % 2]
    for _ in range(size.excerpts):
        start, end = chance.choice(answers)
        words = text[start:end].split(" ")
        first = chance.randrange(len(words))
        quote = " ".join(words[first : first + chance.randint(4, 30)])
        codes = "; ".join(f"Code {n}" for n in chance.sample(range(1, CODES + 1), size.codes))
        rows.append(
            [f"P{number:03}-1", quote, codes, f"2015-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}", ""]
        )
    return rows


def _write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
