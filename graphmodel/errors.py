"""What can go wrong, as values: a problem has a place and a hint, an error ends the command.

A loader collects every `Problem` of a file and goes on; whoever runs the command decides at the end
whether the problems are fatal. `GraphmodelError` is for what leaves nothing to go on with.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How bad a problem is: an error keeps its document out, a flag is loaded and reported."""

    ERROR = "error"
    FLAG = "flag"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, and the line or row in it (both 1-based, as an editor or Excel shows them)."""

    file: Path | None = None
    line: int | None = None
    row: int | None = None
    part: str | None = None

    def __str__(self) -> str:
        where = str(self.file) if self.file else ""
        for word, number in (("line", self.line), ("row", self.row)):
            if number is not None:
                where += f", {word} {number}"
        if self.part:
            where += f", {self.part}"
        return where.lstrip(", ")


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was found wrong: what happened, where, and what to do next."""

    severity: Severity
    message: str
    place: Place = NOWHERE
    hint: str | None = None

    def __str__(self) -> str:
        where = str(self.place)
        return f"{where}: {self.message}" if where else self.message


class GraphmodelError(Exception):
    """Ends a command. The message is one sentence; the hint says what to do next."""

    def __init__(self, message: str, hint: str | None = None, problems: Iterable[Problem] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.problems = tuple(problems)
