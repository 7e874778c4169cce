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

NUMBERS = {
    "categories": "cate-\ngories",
    "codes": "codes",
    "excerpts": "excerpts",
    "interviews": "inter-\nviews",
    "participants": "partici-\npants",
    "negativeCases": "negative\ncases",
    "literature": "litera-\nture",
}


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
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("theme", vertical="bottom", overflow="fold", no_wrap=not console.is_terminal)
    for heading in NUMBERS.values():
        table.add_column(
            heading if console.is_terminal else heading.replace("-\n", "").replace("\n", " "), justify="right"
        )
    for theme in themes:
        counts = [cell(theme[name]) for name in NUMBERS]
        counts[4] = f"{theme['participants']} of {theme['of']}"
        table.add_row(words(cell(theme["theme"]), "bold magenta"), *counts)
    lay(console, table)
    for theme in themes:
        if theme["core"]:
            console.print(words(f"core category: {theme['theme']}", "dim"))
        if theme["ungrounded"]:
            console.print(words(f"ungrounded in {theme['theme']}: {cell(theme['ungrounded'])}", "yellow"))
