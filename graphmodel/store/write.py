"""One load written into Neo4j: the difference, then the versions and the round, in one
transaction where one can hold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from graphmodel.database import Database
from graphmodel.server import Progress, silent
from graphmodel.store.parts import PartedWrite, fits, memory_size, write_in_parts
from graphmodel.store.round_steps import RoundWrite, document_steps, round_steps, version_steps
from graphmodel.store.rounds import WRITING
from graphmodel.store.steps import Step, steps
from graphmodel.store.transactions import Expected, Meter, run_steps


@dataclass(frozen=True, slots=True)
class Written:
    """An account of what was written: the number of nodes and relationships, and sentences that name the relationships
    of others that went with the nodes they were on."""

    size: int = 0
    strangers: list[str] = field(default_factory=list)


def write_round(
    database: Database,
    write: RoundWrite,
    *,
    seen: int | None,
    progress: Progress = silent,
    capacity: int | None = None,
) -> Written:
    """Write a load, in one transaction unless it needs more than `capacity` bytes of the server's memory (None: half of
    what the server allows); then in parts. `seen` is the number of the last round when its difference was computed,
    None where there was none.

    Raises StaleRound where another round is the last one by now, ChangedByHand where the graph is not what the
    difference was computed from; nothing is written then. Only a write in parts may have begun: the study is marked,
    and `repair` finishes it.
    """
    change = write.difference
    if write.round and not (change or write.versions or write.ended):
        raise AssertionError("a round that changes nothing")
    expected, meter = Expected(write.study, seen), Meter(change.size, progress)
    fitting, capacity = fits(database, memory_size(change, write.version_bytes), capacity)
    if fitting:
        return Written(change.size, told(run_steps(database, expected, lambda: _all_steps(write, seen), meter)))
    parted = PartedWrite(
        expected=expected,
        number=write.round.number if write.round else seen,
        difference=change,
        opening=lambda: chain(version_steps(write), round_steps(write, seen, WRITING)),
        closing=lambda: document_steps(write),
    )
    return Written(change.size, told(write_in_parts(database, parted, capacity, meter)))


def _all_steps(write: RoundWrite, seen: int | None) -> Iterator[Step]:
    return chain(steps(write.difference), document_steps(write), version_steps(write), round_steps(write, seen))


def told(left: Iterable[dict[str, Any]]) -> list[str]:
    """A sentence for each relationship that went with a node, once for both ends."""
    by_id = {each["id"]: each for each in left}
    return [f"the relationship {it['type']} from “{it['start']}” to “{it['end']}” went too" for it in by_id.values()]
