"""A study of as many codes as are asked for, drawn by lot from fixed words, so that it is the same each time."""

from __future__ import annotations

import random
from pathlib import Path

VERBS = [
    "Telling",
    "Hiding",
    "Waiting",
    "Asking",
    "Measuring",
    "Sharing",
    "Bending",
    "Keeping",
    "Losing",
    "Finding",
    "Carrying",
    "Naming",
]
THINGS = [
    "the story",
    "a diagnosis",
    "what it costs",
    "the worst of it",
    "time",
    "a joke",
    "the rules",
    "one another",
    "hope",
    "a place",
]
WAYS = [
    "in public",
    "for the other",
    "at home",
    "without words",
    "before the visit",
    "when it ends",
    "on the ward",
    "by degrees",
]
WORDS = [
    "well",
    "you",
    "know",
    "it",
    "was",
    "a",
    "long",
    "time",
    "before",
    "anybody",
    "asked",
    "me",
    "what",
    "I",
    "thought",
    "of",
    "it",
    "and",
    "then",
    "she",
    "did",
]
RELATIONS = ("leads_to", "condition_for", "contrasts_with", "strategy_for", "consequence_of")
STANCES = ("supports", "challenges", "extends", "sensitises", "contextualises")
THEMES, CATEGORIES, PARTICIPANTS, REFERENCES = 8, 5, 20, 24


def make_large_study(folder: Path, codes: int = 400) -> Path:
    """Write the study into a new folder and return it."""
    lot = random.Random(7)
    themes = [f"{verb} {lot.choice(THINGS)}" for verb in VERBS[:THEMES]]
    categories = [f"{lot.choice(VERBS)} {THINGS[n % 10]} {WAYS[n // 10 % 8]}" for n in range(THEMES * CATEGORIES)]
    names = [f"{VERBS[n % 12]} {THINGS[n // 12 % 10]} {WAYS[n // 120]}, {lot.choice(WAYS)}" for n in range(codes)]
    files = {
        "study.yaml": "id: large\ntitle: A study of many codes\nnotice: Drawn by lot for tests.\nresearchers: [AB]\n"
        "levels: [Theme, Category, Code]\n",
        "participants.csv": _lines("participant,consent,quote_consent", _participants()),
        "codebook.csv": _lines("code,parent,level,definition", _codebook(themes, categories, names)),
        "theory.yaml": _theory(lot, categories, names),
        "literature.bib": "\n".join(_entry(n) for n in range(REFERENCES)),
        "links.csv": _lines("reference,concept,stance", _links(lot, [*themes, *categories])),
    } | _interviews(lot, names)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _lines(header: str, rows: list[str]) -> str:
    return "\n".join([header, *rows]) + "\n"


def _participants() -> list[str]:
    consents = ("active,verbatim", "active,verbatim", "active,none", "active,verbatim")
    rows = [f"P{n:02},{consents[n % 4]}" for n in range(1, PARTICIPANTS)]
    return [*rows, f"P{PARTICIPANTS:02},withdrawn,verbatim"]


def _codebook(themes: list[str], categories: list[str], names: list[str]) -> list[str]:
    rows = [f"{theme},,Theme,What is done with {theme.lower()}." for theme in themes]
    rows += [
        f"{each},{themes[n // CATEGORIES]},Category,The part of it that is {each.lower()}."
        for n, each in enumerate(categories)
    ]
    return rows + [f'"{each}",{categories[n % len(categories)]},Code,' for n, each in enumerate(names)]


def _interviews(lot: random.Random, names: list[str]) -> dict[str, str]:
    files: dict[str, str] = {}
    rows: list[str] = []
    for person in range(1, PARTICIPANTS + 1):
        turns = []
        for name in lot.sample(names, k=len(names) // 4):
            said = f"{' '.join(lot.sample(WORDS, k=9)).capitalize()} {len(rows)}."
            turns.append(f"Interviewer: And then?\nP{person:02}: {said}")
            stance = "contradicts" if lot.random() < 0.02 else ""
            rows.append(f'P{person:02}-1,{said},"{name}",AB,2020-01-{person:02},{stance}')
        files[f"interviews/P{person:02}-1.txt"] = "\n".join(turns) + "\n"
    files["codings.csv"] = _lines("interview,quote,codes,coder,date,stance", rows)
    return files


def _theory(lot: random.Random, categories: list[str], names: list[str]) -> str:
    lines = ["propositions:"]
    for number in range(24):
        subject, thing = lot.sample(categories, k=2)
        if number % 6 == 5:
            thing = lot.choice(names)
        lines.append(
            f'  - {{id: p{number + 1}, subject: "{subject}", relation: {RELATIONS[number % 5]}, object: "{thing}"}}'
        )
    return "\n".join(lines) + "\n"


def _entry(number: int) -> str:
    fields = f"author = {{Author{number}, A.}}, year = {{{1990 + number}}}, title = {{Work {number}}}"
    return f"@article{{key{number}, {fields}}}\n"


def _links(lot: random.Random, concepts: list[str]) -> list[str]:
    return [f"key{n % REFERENCES},{lot.choice(concepts)},{STANCES[n % 5]}" for n in range(40)]
