"""Groups of documents in an export as memos: a list of the interviews that somebody put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphmodel.errors import Place
from graphmodel.names import fold
from graphmodel.records import Interview, Memo, MemoLink
from loaders.distinct import Distinct
from loaders.tables import several


def group_memos(members: Iterable[tuple[str, str, Place]]) -> Iterator[Interview | Memo]:
    """The interviews that are in groups, and a memo for each group. `members` are the groups of a document as a cell
    holds them, what the document is called as an interview, and where that is said."""
    groups: dict[str, tuple[str, Place, dict[str, None]]] = {}
    for cell, interview, place in members:
        for group in several(cell, None) if interview else ():
            groups.setdefault(fold(group), (group, place, {}))[2].setdefault(interview)
    yield from _interviews(groups.values())
    names = Distinct()
    for group, place, interviews in groups.values():
        yield Memo(
            name=names.name(f"Set {group}"),
            title=group,
            text="\n".join(f"- {interview}" for interview in interviews),
            about=tuple(MemoLink(interview, "interview", place) for interview in interviews),
            place=place,
        )


def _interviews(groups: Iterable[tuple[str, Place, dict[str, None]]]) -> Iterator[Interview]:
    """Nothing but the excerpts of an export says that there is an interview, and a memo needs it to be there."""
    places = {interview: place for _, place, interviews in reversed(list(groups)) for interview in interviews}
    yield from (Interview(interview, place=place) for interview, place in places.items())
