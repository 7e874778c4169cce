"""A write in parts, where one transaction could not hold it: the round first, marked as unfinished, then the difference
transaction by transaction, then the mark taken away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Any

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.graph.difference import Difference
from graphmodel.statements import statement
from graphmodel.store.round_steps import close_steps, mark_steps
from graphmodel.store.steps import BATCH, Step, steps
from graphmodel.store.transactions import Expected, Meter, run_steps

ELEMENT = 4 * 2**10
"""Bytes of the server's memory that one written node or relationship takes until its transaction ends. Measured: 1.4 to
3.6 kB tracked, and some more that is not."""
SMALL = 16 * 2**20
"""A write of so many bytes fits into every server that can hold a study; its limit is not asked for."""
UNKNOWN = 50_000 * ELEMENT
"""The bytes that are taken to fit where the server does not tell its limit."""
UNITS = {"": 1, "B": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40}


@dataclass(frozen=True, slots=True)
class PartedWrite:
    """A write in parts: `number` is the round that the study is marked with meanwhile, `opening` what comes
    first together with that mark, `closing` what comes last; both give their steps anew each time."""

    expected: Expected
    number: int | None
    difference: Difference
    opening: Callable[[], Iterable[Step]]
    closing: Callable[[], Iterable[Step]]


def fits(database: Database, size: int, capacity: int | None = None) -> tuple[bool, int]:
    """Tell whether so many bytes fit into one transaction, and how many do: half of what the server allows all
    transactions together."""
    if capacity is None:
        capacity = SMALL if size <= SMALL else _capacity(database)
    return size <= capacity, capacity


def memory_size(difference: Difference, version_bytes: int = 0) -> int:
    """The bytes of the server's memory that a write takes."""
    return difference.size * ELEMENT + version_bytes


def _capacity(database: Database) -> int:
    try:
        found = database.read(statement("store/read_memory_limit"))
    except GraphmodelError:  # a user may be allowed to write and not to see settings
        return UNKNOWN
    return (_bytes(found[0]["value"]) if found else 0) // 2 or UNKNOWN


def _bytes(text: str) -> int:
    """The bytes that a setting like `716.80MiB` means, 0 where it means no limit or nothing that is known."""
    found = re.fullmatch(r"([\d.]+)\s*(\w*)", text or "")
    return int(float(found[1]) * UNITS.get(found[2], 0)) if found else 0


def write_in_parts(database: Database, write: PartedWrite, capacity: int, meter: Meter) -> list[dict[str, Any]]:
    """Write transaction by transaction, and return the relationships that deleted nodes still had.

    What ends it in between leaves the study marked: `state.unfinished` tells, `repair` finishes.
    """
    study = write.expected.study
    first, rest = _study_first(write.difference, study)
    run_steps(
        database, write.expected, lambda: chain(steps(first), write.opening(), mark_steps(study, write.number)), meter
    )
    during = Expected(study, write.number, writing=True)
    left: list[dict[str, Any]] = []
    for part in divided(rest, max(1, capacity // ELEMENT)):
        left += run_steps(database, during, partial(iter, part), meter)
    run_steps(database, during, lambda: chain(write.closing(), close_steps(study, write.number)), meter)
    return left


def divided(difference: Difference, most: int) -> Iterator[list[Step]]:
    """The steps of a difference in lists of at most `most` rows together."""
    part: list[Step] = []
    size = 0
    for step in steps(difference, min(BATCH, most)):
        if part and size + len(step.rows) > most:
            yield part
            part, size = [], 0
        part.append(step)
        size += len(step.rows)
    if part:
        yield part


def _study_first(change: Difference, study: str) -> tuple[Difference, Difference]:
    """The making of the Study node, if the difference makes it, and the rest."""
    if study not in change.created:
        return Difference(), change
    first = Difference(created={study: change.created[study]}, labels={study: change.labels[study]})
    others = {key: of for key, of in change.created.items() if key != study}
    return first, replace(change, created=others)
