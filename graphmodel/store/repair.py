"""A study brought right: what stands is compared with what should stand, and the difference is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from graphmodel.database import Database
from graphmodel.graph.elements import Graph
from graphmodel.schema import Label
from graphmodel.server import Progress, silent
from graphmodel.statements import statement, statement_for
from graphmodel.store.parts import PartedWrite, fits, memory_size, write_in_parts
from graphmodel.store.round_steps import close_steps
from graphmodel.store.standing import Standing, compare
from graphmodel.store.steps import BATCH, Step, batches, steps
from graphmodel.store.transactions import Expected, Meter, run_steps
from graphmodel.store.write import Written, told


def repair(
    database: Database, study: str, wanted: Graph, *, progress: Progress = silent, capacity: int | None = None
) -> tuple[Standing, Written]:
    """Make a study what it should be, and finish a write that stopped between its parts. Writes nothing where all is
    well. Returns what stood before, and what was written.

    Nodes that have no key of the study are left alone (`misplaced`, `loose` of what stood name them), and so is when
    and from where documents were loaded. Raises StaleRound where a load comes between comparing and writing.
    """
    standing = compare(database, study, wanted)
    if not standing.reparable and not standing.unfinished:
        return standing, Written()
    return standing, _write(database, standing, progress, capacity)


def _write(database: Database, standing: Standing, progress: Progress, capacity: int | None) -> Written:
    study, change = standing.study, standing.difference
    expected, meter = Expected(study, standing.round, writing=None), Meter(change.size, progress)
    fitting, capacity = fits(database, memory_size(change), capacity)
    if fitting:
        left = run_steps(database, expected, lambda: _all_steps(standing), meter)
        return Written(change.size, told(left))
    parted = PartedWrite(
        expected=expected,
        number=standing.round,
        difference=change,
        opening=lambda: _corrections(standing),
        closing=lambda: _attached(standing),
    )
    return Written(change.size, told(write_in_parts(database, parted, capacity, meter)))


def _all_steps(standing: Standing) -> Iterator[Step]:
    return chain(
        _corrections(standing),
        steps(standing.difference),
        _attached(standing),
        close_steps(standing.study, standing.round),
    )


def _corrections(standing: Standing) -> Iterator[Step]:
    """The steps that statements cannot do which name nodes by label and key, and relationships by what they are."""
    keys = [[id_, key] for id_, key in standing.keyless.items()]
    for rows in batches(keys, BATCH):
        yield Step(statement("store/restore_keys"), rows, "nodes without their key")
    for name in ("lost", "gained"):
        by_label: dict[Label, list[str]] = defaultdict(list)
        for each in standing.relabelled:
            for label in getattr(each, name):
                by_label[label].append(each.id)
        statement_name = "store/remove_label_by_id" if name == "lost" else "store/add_label_by_id"
        for label, ids in by_label.items():
            text = statement_for(statement_name, Concept=label)
            yield from (Step(text, rows, f"nodes with a wrong label {label}") for rows in batches(ids, BATCH))
    for surplus in batches([each.id for each in standing.surplus], BATCH):
        yield Step(statement("store/delete_relationships_by_id"), surplus, "relationships that stand too often")


def _attached(standing: Standing) -> Iterator[Step]:
    """Rounds and versions hang on a Study that is made anew."""
    if standing.study in standing.difference.created:
        yield Step(statement("store/attach_rounds"), [standing.study], "Study nodes of rounds")
