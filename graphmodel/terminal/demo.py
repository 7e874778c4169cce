"""The first thing that a newcomer sees: a study loaded, its themes, how one of them is grounded, what to type next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from graphmodel.loading import LoadReport
from graphmodel.study_facts import StudyFacts
from graphmodel.terminal.beginning import AFTER_THE_DEMO, print_next, quoted
from graphmodel.terminal.changes import load_sheet
from graphmodel.terminal.output import show
from graphmodel.terminal.rows import Format
from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.streams import stdout, words
from graphmodel.terminal.themes import themes_sheet
from graphmodel.terminal.trace import trace_sheet
from graphmodel.trace import Trace


def print_demo(report: LoadReport, facts: StudyFacts, themes: Sequence[Mapping[str, object]], trace: Trace) -> None:
    """Prints what the demo did and found; that the study is synthetic is said once, at the end of what it shows."""
    _step("The study, document by document", load_sheet(report))
    _step("Its themes, and what each rests on", replace(themes_sheet(themes, facts, withdrawn=False), title=None))
    said_last = trace_sheet(trace, all_words=True, brief=True)
    _step(f"How one of them, {trace.concept.name}, is grounded", said_last)
    stdout().print(words("\n".join(("", *said_last.notes)), "dim"))
    stdout().print(words("\n".join(said_last.notices), "italic yellow"))
    print_next(*AFTER_THE_DEMO)


def print_copied(copies: Sequence[Path]) -> None:
    """Says where the files of the demo are and what to type next."""
    for copy in copies:
        stdout().print(words(str(copy)))
    print_next((f"graphmodel load {quoted(copies[0])}", "loads it; change what you like and load again"))


def _step(heading: str, sheet: Sheet) -> None:
    stdout().print(words(f"\n{heading}\n", "bold underline"))
    show(replace(sheet, notices=(), notes=()), Format.TABLE, None)
