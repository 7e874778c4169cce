"""Names that are too long to be names. The graph tells things apart by them and takes none of this length; a paragraph
in place of a name is a cell, or a file, that went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold
from graphmodel.records import Part, Record
from loaders.format import Read

MAX_NAME_LENGTH = 1_000
"""In characters, as written and as names are compared."""
_GROWTH = 9
"""How many characters one may become, at most, when names are compared."""
_NAMES = frozenset(
    ["name", "id", "key", "interview", "coder", "codes", "parents", "was", "merged_into", "split_from", "before",
     "after", "by", "memo", "author", "cites", "develops_into", "reference", "concept", "proposition", "subject",
     "object", "core", "participant", "participants", "interviewer", "interviewers", "sampled_for"]
)  # fmt: skip
_HOLDERS = frozenset(["researchers", "about", "propositions", "negative_cases", "supports", "contradicts", "found"])
_NAMED = {
    kind: (
        tuple(field for field in kind.__struct_fields__ if field in _NAMES),
        tuple(field for field in kind.__struct_fields__ if field in _HOLDERS),
    )
    for kind in (*Record.__subclasses__(), *Part.__subclasses__())
}
"""The fields of each kind of record that hold names, and those that hold further records."""


def within_bounds(items: Iterable[Record | Problem], path: Path) -> Read:
    """The items; in place of a record with a name that is too long, an error at its place in the file."""
    for item in items:
        long = None if isinstance(item, Problem) else next(_too_long(item), None)
        if long is None:
            yield item
        else:
            message = (
                f"`{long[:60]}…` is given as a name and has {len(long):,} characters, of {MAX_NAME_LENGTH:,} at most"
            )
            hint = "Give it a short name, and put the words where text belongs: a definition, a note, a memo"
            place = getattr(item, "place", Place())
            yield Problem(Severity.ERROR, message, place if place.file else Place(path), hint)


def _too_long(record: Any) -> Iterator[str]:
    names, holders = _NAMED[type(record)]
    for field in names:
        value = getattr(record, field)
        for name in value if isinstance(value, tuple) else (value,):
            if name is not None and len(name) * _GROWTH > MAX_NAME_LENGTH and _is_too_long(name):
                yield name
    for field in holders:
        for held in getattr(record, field):
            yield from _too_long(held)


def _is_too_long(name: str) -> bool:
    return len(name) > MAX_NAME_LENGTH or len(fold(name)) > MAX_NAME_LENGTH
