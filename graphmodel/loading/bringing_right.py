"""Bring a graph right that is not what the documents of its study say."""

from __future__ import annotations

from graphmodel.database import Database
from graphmodel.errors import Problem, Severity
from graphmodel.graph.build import build
from graphmodel.loading.study_state import StudyState, read_whole
from graphmodel.server.progress import Progress, silent
from graphmodel.store.findings import findings
from graphmodel.store.repair import repair


def bring_right(database: Database, state: StudyState, progress: Progress = silent) -> list[Problem]:
    """Write what differs between the graph and what the documents of a study say; returns what is to be told of it.

    It also finishes a load that ended between two of its parts.
    """
    wanted = build(state.study, read_whole(database, state)).graph
    standing, written = repair(database, state.study, wanted, progress=progress)
    number = sum(1 for _ in findings(standing))
    told = [Problem(Severity.NOTE, message) for message in written.strangers]
    if standing.unfinished:
        told.append(Problem(Severity.NOTE, "a load that had been interrupted was finished first"))
    elif number:
        times = "one thing was" if number == 1 else f"{number} things were"
        told.append(Problem(Severity.NOTE, f"the graph had been changed by hand: {times} brought right"))
    return told
