"""Problems and errors as a person reads them: grouped by file, with line or row, then what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.text import Text

from graphmodel.errors import GraphmodelError, Problem, Severity
from graphmodel.terminal.streams import hang, stderr, words

SHOWN = 20
_limit: ContextVar[int | None] = ContextVar("limit", default=SHOWN)
_STYLE = {Severity.ERROR: "bold red", Severity.FLAG: "yellow", Severity.NOTE: "dim"}


def limit_problems(limit: int | None) -> None:
    """Says how many problems are printed from now on (None: all), whether with an answer or with an error."""
    _limit.set(limit)


def print_error(error: GraphmodelError) -> None:
    """Prints the sentence, the problems behind it and the hint."""
    console = stderr()
    console.print(Text.assemble(("error: ", "bold red"), words(error.message)))
    print_problems(console, error.problems)
    print_hint(console, error.hint)


def print_hint(console: Console, hint: str | None) -> None:
    """Prints what to do next, after an empty line."""
    if hint:
        console.print()
        console.print(Text.assemble(("hint: ", "bold cyan"), words(hint)))


def print_problems(console: Console, problems: Sequence[Problem]) -> None:
    """Prints the problems under the files they stand in, in order; where not all of them, then the worst."""
    worst_first = sorted(problems, key=lambda problem: list(Severity).index(problem.severity))
    shown = worst_first[: _limit.get()]
    for file, group in groupby(sorted(shown, key=_order), key=_file):
        console.print(words(f"  {_near(file)}" if file else "  in general", "bold"))
        _print_group(console, list(group))
    if left := len(problems) - len(shown):
        console.print(words(f"  … and {left} more: `--problems all` shows every one", "dim"))


def count_problems(problems: Iterable[Problem]) -> str:
    """For example `1 error, 12 flags`."""
    found = [problem.severity for problem in problems]
    counts = [(found.count(severity), severity.value) for severity in Severity]
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts if number)


def _print_group(console: Console, group: list[Problem]) -> None:
    """Each problem with its hint beneath; of several in a row with one hint, beneath the last."""
    for hint, problems in groupby(group, key=lambda problem: problem.hint):
        for problem in problems:
            where = _within(problem)
            head = Text.assemble("    ", (f"{problem.severity.value} ", _STYLE[problem.severity]))
            hang(console, head, words(f"{where}: {problem.message}" if where else problem.message))
        if hint:
            hang(console, Text("      → ", "cyan"), words(hint))


def _order(problem: Problem) -> tuple[str, int, int]:
    return _file(problem), problem.place.row or 0, problem.place.line or 0


def _file(problem: Problem) -> str:
    return str(problem.place.file or "")


def _within(problem: Problem) -> str:
    place = problem.place
    numbers = [f"{word} {number}" for word, number in (("line", place.line), ("row", place.row)) if number is not None]
    return ", ".join([*numbers, *([place.part] if place.part else [])])


def _near(file: str) -> str:
    path = Path(file)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else file
