"""What `check` found: where the graph is not what the documents say, and what is outstanding in the files."""

from __future__ import annotations

from functools import partial

from rich.console import Console

from graphmodel.checks import Check
from graphmodel.terminal.problems import count_problems, print_problems
from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.streams import words

SHOWN = 20
FIX = "load the study's folder again with --repair: it writes what differs"


def check_sheet(found: Check) -> Sheet:
    """One row a difference in the graph or a thing outstanding in a file."""
    rows: list[dict[str, object]] = [
        {"about": "graph", "where": each.where, "problem": each.message, "fix": FIX} for each in found.findings
    ]
    rows += [
        {"about": "files", "where": str(each.place), "problem": each.message, "fix": each.hint}
        for each in found.outstanding
    ]
    data = {"study": found.study, "right": not found.findings, "found": rows}
    return Sheet(columns=("about", "where", "problem", "fix"), rows=rows, data=data, draw=partial(_draw, found=found))


def _draw(console: Console, found: Check) -> None:
    if not found.findings:
        console.print(words("the graph is what the documents say", "green"))
    for each in found.findings[:SHOWN]:
        console.print(words(f"{each.where}: {each.message}", "bold yellow"))
    if len(found.findings) > SHOWN:
        console.print(words(f"… and {len(found.findings) - SHOWN} more: `--format json` has all", "dim"))
    if found.findings:
        console.print(words(f"→ {FIX}", "cyan"))
    if found.outstanding:
        console.print()
        console.print(words(f"outstanding in the files: {count_problems(found.outstanding)}", "bold"))
        print_problems(console, found.outstanding)
