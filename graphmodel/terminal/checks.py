"""What `check` found: broken promises of the graph, each with the rows that break it and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rich.console import Console

from graphmodel.checks import Violation
from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.streams import words
from graphmodel.terminal.values import cell

SHOWN = 5


def check_sheet(violations: Sequence[Violation]) -> Sheet:
    """One row a place where a promise is broken."""
    rows = [
        {"check": each.check.name, "problem": each.check.title, "where": row, "mend": each.check.mend}
        for each in violations
        for row in each.rows
    ]
    columns = ("check", "problem", "where", "mend")
    return Sheet(columns=columns, rows=rows, draw=partial(_draw, violations=violations))


def _draw(console: Console, violations: Sequence[Violation]) -> None:
    if not violations:
        console.print(words("the graph keeps all that it promises", "green"))
    for each in violations:
        console.print(words(each.message, "bold yellow"))
        for row in each.rows[:SHOWN]:
            console.print(words(f"  {cell(row)}"))
        if len(each.rows) > SHOWN:
            console.print(words(f"  … and {len(each.rows) - SHOWN} more: `--format json` has all", "dim"))
        console.print(words(f"  → {each.check.mend}", "cyan"))
