"""The commands in the documentation: found in its pages, typed at a terminal, their output compared and renewed.

A fenced block of the language `console` holds commands that are run: a line that begins with `$ ` (and, where it is
unfinished, lines that continue it with `> `), below it what the terminal then shows. A line that holds nothing but `…`
stands for any lines that were left out. A comment `<!-- run: … -->` is a command that the page does not show, such as
what the reader does in Word. A block of the language `cypher` with a block of the language `text` right below it is a
query with its answer, as `graphmodel cypher` shows it. Commands of a page run one after another in one folder. Other
blocks are not run.
"""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CUT = "…"
HIDDEN = re.compile(r"<!-- run: (?P<command>.+) -->")
ALIKE = 0.6
"""How much of a line must have stayed for it to be taken for the same line, reworded."""

Run = Callable[[str], list[str]]
"""Types a command at a terminal and returns the lines that it shows."""


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a page and what the page shows of its output, which stands in the lines `start` to `end`
    (0-based, the end not included); a command that is not shown has no output either."""

    command: str
    shown: tuple[str, ...]
    start: int
    end: int
    hidden: bool = False


def pages() -> list[Path]:
    """The pages whose commands are run."""
    docs = ROOT / "docs"
    graph_model = docs / "reference" / "graph-model.md"
    return [ROOT / "README.md", docs / "tutorial.md", *sorted((docs / "how-to").glob("*.md")), graph_model]


def steps(page: str) -> list[Step]:
    """The commands of a page, in order."""
    lines = page.split("\n")
    found: list[Step] = []
    number = 0
    while number < len(lines):
        if hidden := HIDDEN.fullmatch(lines[number]):
            found.append(Step(hidden["command"], (), number, number, hidden=True))
        elif lines[number] == "```console":
            end = lines.index("```", number)
            found += _block(lines, number + 1, end)
            number = end
        elif lines[number] == "```cypher":
            end = lines.index("```", number)
            found += _answered(lines, number + 1, end)
            number = end
        number += 1
    return found


def _block(lines: Sequence[str], start: int, end: int) -> Iterator[Step]:
    begins = [number for number in range(start, end) if lines[number].startswith("$ ")]
    for begin, stop in zip(begins, [*begins[1:], end], strict=True):
        command, output = lines[begin][2:], begin + 1
        while output < stop and lines[output].startswith("> ") and _goes_on(command):
            command += f"\n{lines[output][2:]}"
            output += 1
        yield Step(command, tuple(lines[output:stop]), output, stop)


def _answered(lines: Sequence[str], start: int, end: int) -> Iterator[Step]:
    """The query that stands in these lines, if its answer stands below it."""
    if lines[end + 1 : end + 3] == ["", "```text"]:
        query = shlex.quote("\n".join(lines[start:end]))
        stop = lines.index("```", end + 3)
        yield Step(f"graphmodel cypher {query} 2>/dev/null", tuple(lines[end + 3 : stop]), end + 3, stop)


def _goes_on(command: str) -> bool:
    try:
        shlex.split(command)
    except ValueError:  # a quotation that is open
        return True
    return command.endswith("\\")


def without_margins(lines: Sequence[str]) -> list[str]:
    """The lines without the empty ones before the first and after the last that holds something."""
    filled = [number for number, line in enumerate(lines) if line]
    return list(lines[filled[0] : filled[-1] + 1]) if filled else []


def fits(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether the output is what the page shows, cuts aside."""
    first, *others = _segments(without_margins(shown))
    printed = without_margins(printed)
    if not others:
        return first == printed
    *middle, last = others
    if printed[: len(first)] != first or len(printed) < len(first) + len(last):
        return False
    end = len(printed) - len(last)
    if printed[end:] != last:
        return False
    position = len(first)
    for segment in middle:
        place = _find(segment, printed[:end], position)
        if place is None:
            return False
        position = place + len(segment)
    return True


def recut(shown: Sequence[str], printed: Sequence[str]) -> list[str]:
    """The output as the page would show it now: cut where the page cuts it, each part as long as it was.

    A part begins at the line most like the one that it began with; where there is none, nothing more is cut.
    """
    first, *others = _segments(without_margins(shown))
    printed = without_margins(printed)
    if not others:
        return printed
    cut, position = printed[: len(first)], len(first)
    for number, segment in enumerate(others):
        last = number == len(others) - 1
        start = max(position, len(printed) - len(segment)) if last else _anchor(segment, printed, position)
        if start is None:
            return [*cut, *printed[position:]]
        position = start + len(segment)
        cut += [CUT, *printed[start:position]]
    return cut


def renewed(page: str, run: Run) -> str:
    """The page with the output that its commands have now; an output that still fits stays as it is."""
    lines = page.split("\n")
    outputs = [(step, run(step.command)) for step in steps(page)]
    for step, printed in reversed(outputs):
        if not step.hidden and not fits(step.shown, printed):
            shown = recut(step.shown, printed)
            parted = [""] if shown and lines[step.end] != "```" else []
            lines[step.start : step.end] = [*shown, *parted]
    return "\n".join(lines)


def _segments(shown: Sequence[str]) -> list[list[str]]:
    segments: list[list[str]] = [[]]
    for line in shown:
        if line == CUT:
            segments.append([])
        else:
            segments[-1].append(line)
    return segments


def _find(segment: Sequence[str], lines: Sequence[str], position: int) -> int | None:
    places = range(position, len(lines) - len(segment) + 1)
    return next((place for place in places if lines[place : place + len(segment)] == segment), None)


def _anchor(segment: Sequence[str], lines: Sequence[str], position: int) -> int | None:
    nearest = difflib.get_close_matches(next((line for line in segment if line), ""), lines[position:], 1, ALIKE)
    return lines.index(nearest[0], position) if nearest else None
