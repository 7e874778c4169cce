"""Documents made from what the graph holds, for people who have no graph."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.report.map_data import read_map
from graphmodel.report.map_page import render
from graphmodel.report.theory_map import TheoryMap

__all__ = ["WrittenMap", "write_map"]


@dataclass(frozen=True, slots=True)
class WrittenMap:
    """What `write_map` wrote, and where."""

    theory: TheoryMap
    path: Path


def write_map(
    database: Database,
    study: str,
    theme: str | None,
    out: Path,
    *,
    quotes: int | None = 20,
    memo_texts: bool = True,
) -> WrittenMap:
    """Write the theory of a study, or the branch below one concept, as one HTML page that needs no network.

    `theme` is a concept's name in any case, its path `A > B`, or its key; `quotes` how many excerpts of each concept
    are printed where consent allows (None: all); without `memo_texts` memos stand there by title only. Raises
    GraphmodelError where no concept or more than one has the name, or the file cannot be written.
    """
    theory = read_map(database, study, theme, quotes, memo_texts)
    try:
        out.write_text(render(theory), encoding="utf-8", newline="\n")
    except OSError as error:
        raise GraphmodelError(f"cannot write `{out}`: {error.strerror}", "choose another place with `-o`") from error
    return WrittenMap(theory, out)
