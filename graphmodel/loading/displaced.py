"""Excerpts of documents that are not loaded again when the words change they were put to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from graphmodel.captions import cut
from graphmodel.database import Database
from graphmodel.errors import Place, Problem, Severity
from graphmodel.loading.checking import Checked
from graphmodel.loading.incoming import Incoming
from graphmodel.names import fold_interview
from graphmodel.records import Coding, Record
from graphmodel.schema import Label, key
from graphmodel.sync.loading import Plan
from graphmodel.sync.state import read_excerpts


def displaced(plan: Plan, checked: Checked) -> Iterator[Problem]:
    """What a new, corrected or removed transcript does to the excerpts of documents that the command does not bring,
    which say so themselves otherwise."""
    assert checked.names is not None
    for document in checked.documents.values() if plan.anchored else ():
        if plan.anchored and document["id"] not in checked.names.coming:
            place = _place(document)
            for location in plan.anchored.lost.get(document["id"], {}).values():
                yield Problem(
                    Severity.FLAG,
                    f"the words “{cut(location.text)}” are not in the transcript any more",
                    place,
                    "Copy the quote from the transcript, or correct the transcript; the excerpt is kept, without a "
                    "position",
                )
            for location in plan.anchored.elsewhere.get(document["id"], {}).values():
                yield Problem(
                    Severity.FLAG,
                    f"the words “{cut(location.text)}” stand at {location.start} now, not where the row says",
                    place,
                    "The excerpt goes with its words; give them beside the positions, or correct the positions",
                )


def _place(document: Mapping[str, Any]) -> Place:
    return Place(Path(document.get("root", "")) / document["path"])


def with_words(database: Database, rows: Sequence[Record], study: str, document: Incoming) -> Sequence[Record]:
    """Rows of a codings document that have positions alone, with the words that these stood for when they were first
    read: the transcript may be another since."""
    spots = [row for row in rows if isinstance(row, Coding) and not row.anchor.quote]
    if not spots:
        return rows
    interview = key(study, Label.INTERVIEW, document.part or fold_interview(spots[0].interview or ""))
    held = database.reading(partial(read_excerpts, interviews=[interview])).nodes.values()
    claims = [there.said[document.number] for there in held if document.number in there.said]
    words = {
        (claim["givenStart"], claim["givenEnd"]): claim.get("quote") or claim["text"]
        for claim in claims
        if "givenStart" in claim and "givenEnd" in claim
    }
    return [_with_words(row, words) if isinstance(row, Coding) else row for row in rows]


def _with_words(row: Coding, words: Mapping[tuple[int | None, int | None], str]) -> Coding:
    quote = row.anchor.quote or words.get((row.anchor.start, row.anchor.end)) or None
    return replace(row, anchor=replace(row.anchor, quote=quote))
