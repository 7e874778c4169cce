"""Integrity: what the graph promises, as queries of cypher/check, each of which must return no row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, LiteralString

from graphmodel.database import Database
from graphmodel.headers import HeaderError, check_parameters, file_names, header, line_of
from graphmodel.statements import statement


@dataclass(frozen=True, slots=True)
class Check:
    """One promise of the graph: `title` says what is wrong where it is broken, `mend` what to do about it."""

    name: str
    title: str
    mend: str
    statement: LiteralString


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken promise with the rows that break it."""

    check: Check
    rows: Sequence[Mapping[str, Any]]

    @property
    def message(self) -> str:
        """What is wrong, and how often."""
        times = "once" if len(self.rows) == 1 else f"{len(self.rows)} times"
        return f"{self.check.title} ({times})"


@cache
def checks() -> dict[str, Check]:
    """All checks by name; raises HeaderError where a file does not say what is wrong and how to mend it."""
    return {check.name: check for check in (read_check(path, statement(path)) for path in file_names("check"))}


def check(database: Database, study: str) -> list[Violation]:
    """The promises that the graph of a study breaks; none for a sound graph."""
    found = ((each, database.read(each.statement, {"study": study})) for each in checks().values())
    return [Violation(each, rows) for each, rows in found if rows]


def read_check(path: str, text: LiteralString) -> Check:
    """The check of the file `cypher/<path>.cypher` with this text; raises HeaderError where its header is not sound."""
    fields = header(path, text, ("title", "mend", "parameters"))
    if fields["parameters"] != ["study"]:
        raise HeaderError(path, line_of(text, "parameters"), "a check has the parameter `study` and no other")
    check_parameters(path, text, {"study": None})
    return Check(path.removeprefix("check/"), str(fields["title"]), str(fields["mend"]), text)
