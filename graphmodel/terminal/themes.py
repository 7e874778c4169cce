"""The themes of a study, one line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from rich import box
from rich.console import Console
from rich.table import Table

from graphmodel.study_facts import StudyFacts
from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.streams import lay, words
from graphmodel.terminal.values import cell
from graphmodel.themes import COLUMNS

NUMBERS = ("categories", "codes", "excerpts", "interviews", "participants", "negativeCases", "literature")
WORDS = ("categories", "codes", "excerpts", "interviews", "participants", "negative cases", "references")
HEADINGS = (
    "cate-\ngories",
    "codes",
    "excerpts",
    "inter-\nviews",
    "partici-\npants",
    "negative\ncases",
    "refer-\nences",
)
NARROW = 76
"""Columns below which the headings do not fit beside each other."""


def themes_sheet(themes: Sequence[Mapping[str, object]], facts: StudyFacts, *, withdrawn: bool) -> Sheet:
    """One row a theme: what it is made of, what it rests on, what stands against it, what nobody's words reach."""
    return Sheet(
        columns=COLUMNS,
        rows=themes,
        title=facts.title,
        notices=(facts.notice,) if facts.notice else (),
        notes=tuple(facts.withdrawal_note(counted=withdrawn)),
        empty="no theme yet: a theme is what has categories below it in the codebook",
        draw=partial(_draw, themes=themes) if themes else None,
    )


def _draw(console: Console, themes: Sequence[Mapping[str, object]]) -> None:
    if console.width < NARROW:
        for theme in themes:
            counts = ", ".join(f"{each} {heading}" for each, heading in zip(_counts(theme), WORDS, strict=True))
            console.print(words(cell(theme["theme"]), "bold magenta"), words(f"  {counts}"), sep="\n")
    else:
        lay(console, _table(themes, breaks=console.is_terminal))
    for theme in themes:
        if theme["core"]:
            console.print(words(f"core category: {theme['theme']}", "dim"))
        if theme["ungrounded"]:
            console.print(words(f"ungrounded in {theme['theme']}: {cell(theme['ungrounded'])}", "yellow"))


def _table(themes: Sequence[Mapping[str, object]], *, breaks: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("theme", vertical="bottom", overflow="fold", no_wrap=not breaks)
    for heading in HEADINGS if breaks else WORDS:
        table.add_column(heading, justify="right")
    for theme in themes:
        table.add_row(words(cell(theme["theme"]), "bold magenta"), *_counts(theme))
    return table


def _counts(theme: Mapping[str, object]) -> list[str]:
    counts = [cell(theme[name]) for name in NUMBERS]
    counts[4] += f" of {theme['of']}"
    return counts
