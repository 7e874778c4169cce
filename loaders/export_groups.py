"""Groups of documents in an export as memos: a list of the interviews that somebody put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphmodel.errors import Place
from graphmodel.names import fold
from graphmodel.records import Memo, MemoLink
from loaders.distinct import Distinct
from loaders.tables import several


def group_memos(members: Iterable[tuple[str, str, Place]]) -> Iterator[Memo]:
    """A memo for each group. `members` are the groups of a document as a cell holds them, what the document is called
    as an interview, and where that is said."""
    groups: dict[str, tuple[str, Place, dict[str, None]]] = {}
    for cell, interview, place in members:
        for group in several(cell, None) if interview else ():
            groups.setdefault(fold(group), (group, place, {}))[2].setdefault(interview)
    names = Distinct()
    for group, place, interviews in groups.values():
        yield Memo(
            names.name(f"Set {group}"),
            title=group,
            text="\n".join(f"- {interview}" for interview in interviews),
            about=tuple(MemoLink(interview, "interview", place) for interview in interviews),
            place=place,
        )
