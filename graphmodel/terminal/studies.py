"""The studies in the graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphmodel.terminal.sheet import Sheet

COLUMNS = ("study", "title", "documents", "interviews", "participants", "concepts", "excerpts", "memos")


def studies_sheet(studies: Sequence[Mapping[str, object]]) -> Sheet:
    """One row a study with how much it holds."""
    notices = tuple(f"{row['study']}: {row['notice']}" for row in studies if row.get("notice"))
    empty = "no study yet: `graphmodel demo` loads a teaching study, `graphmodel new DIR` begins one of your own"
    return Sheet(columns=COLUMNS, rows=studies, notices=notices, empty=empty)
