"""Steps run in one transaction that holds the study: nobody else writes to it meanwhile, or did since it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from neo4j import ManagedTransaction
from neo4j.exceptions import ConstraintError

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.server import Progress, silent
from graphmodel.statements import statement
from graphmodel.store.conflicts import ChangedByHand, StaleRound
from graphmodel.store.steps import Step

LABEL = "writing"


@dataclass(frozen=True, slots=True)
class Expected:
    """The state that a study must be found in: its last round (None: no round yet), and whether a write in parts is
    under way (None: either will do)."""

    study: str
    seen: int | None
    writing: bool | None = False


@dataclass(slots=True)
class Meter:
    """Counts the nodes and relationships that have been written, and shows them after each statement. Some are written
    by several statements, hence the bound."""

    total: int
    progress: Progress = silent
    done: int = 0

    def count(self, elements: int) -> None:
        """Show so many more."""
        self.done = min(self.done + elements, self.total)
        self.progress(LABEL, self.done, self.total)


def run_steps(
    database: Database, expected: Expected, steps: Callable[[], Iterable[Step]], meter: Meter
) -> list[dict[str, Any]]:
    """Run steps in one transaction, and return the relationships that deleted nodes still had. `steps` gives them
    anew each time: the transaction is run again on transient errors.

    Raises StaleRound where the study is not as expected, ChangedByHand where a step does not find what it is about;
    nothing is written then.
    """
    start = meter.done

    def work(tx: ManagedTransaction) -> list[dict[str, Any]]:
        meter.done = start
        _hold(tx, expected)
        left: list[dict[str, Any]] = []
        for step in steps():
            left += step.run(tx)
            meter.count(step.elements)
        return left

    with _conflicts_told(database, expected):
        return database.write(work)


def _hold(tx: ManagedTransaction, expected: Expected) -> None:
    record = tx.run(statement("store/hold_study"), study=expected.study).single(strict=True)
    if record["number"] != expected.seen:
        raise _stale(expected.study)
    writing = "writing" in (record["study"] or {})
    if expected.writing is not None and writing is not expected.writing:
        reason = "has an unfinished load" if writing else "was finished by another load"
        raise StaleRound(f"the study `{expected.study}` {reason}", "run the same command again")


@contextmanager
def _conflicts_told(database: Database, expected: Expected) -> Iterator[None]:
    """Raise what the server's constraints refuse as what it means: somebody else wrote the same nodes."""
    try:
        yield
    except GraphmodelError as error:
        if not isinstance(error.__cause__, ConstraintError):
            raise
        if _last_round(database, expected.study) != expected.seen:
            raise _stale(expected.study) from error
        raise ChangedByHand(f"the graph has a node already that the load would make: {error.message}") from error


def _last_round(database: Database, study: str) -> int | None:
    found = database.read(statement("store/read_last_round"), {"study": study})
    return found[0]["number"] if found else None


def _stale(study: str) -> StaleRound:
    return StaleRound(f"another load of the study `{study}` came first", "run the same command again")
