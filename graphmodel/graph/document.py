"""A document at one version: what it says, and what was found when its quotes and turns were looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from graphmodel.quotes.selector import Verification
from graphmodel.records import Kind, Record, Turn


class Origin(StrEnum):
    """Where a document comes from; also which of several that say one thing counts before the others."""

    FOLDER = "folder"
    FILE = "file"
    PROJECT = "project"


class PlacedQuote(msgspec.Struct, frozen=True, gc=False):
    """Where a quote was found: `identity` is its excerpt's within the study; `start` and `end` are code points in the
    transcript, 0-based, half-open, None where it was not placed; `turns` are the indexes of the turns that it spans."""

    identity: str
    text: str
    verification: Verification
    occurrence: int
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    occurrences: int = 0
    turns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """What one document says now. `part` tells the documents of one file apart. `interview` is the folded name of the
    interview that a transcript holds, or that all codings are of. `turns` are those of a transcript; `placed` holds
    where each quote of codings or of a theory was found, in the order of `quotes.selectors`."""

    study: str
    key: str
    kind: Kind
    path: str
    origin: Origin
    records: Sequence[Record]
    part: str | None = None
    interview: str | None = None
    turns: tuple[Turn, ...] = ()
    placed: tuple[PlacedQuote, ...] = ()
