"""A document at one version: what it says, and what was found when its quotes and turns were looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from graphmodel.quotes.selector import Verification
from graphmodel.records import Kind, Record, Turn


class Origin(StrEnum):
    """The origin of a document; also the order in which several that say one thing count."""

    FOLDER = "folder"
    FILE = "file"
    PROJECT = "project"


class PlacedQuote(msgspec.Struct, frozen=True, gc=False):
    """The place where a quote was found: `identity` is its excerpt's within the study; `start` and `end` are code
    points in the transcript, 0-based, half-open, None where it was not placed; `turns` are the indexes of the turns
    that it spans. `by_words`: its position is counted in another text of the interview, and it was looked for by what
    it says."""

    identity: str
    text: str
    verification: Verification
    occurrence: int
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    occurrences: int = 0
    turns: tuple[int, ...] = ()
    by_words: bool = False


class Outline(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The part of a large document that has to be known while its records need not be.

    Of a transcript: how its interview is named, its number of code points, the SHA-256 of its text, and that of all
    else that its turns come from. Of codings: how their interview is named (None: not at all), the concepts and coders
    that their rows name (a coder None: a row names none).
    """

    name: str | None = None
    characters: int = 0
    text_sha256: str = ""
    layout_sha256: str = ""
    concepts: tuple[str, ...] = ()
    coders: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """All that one document says now. `path` is its path within the study folder, `file` where it lies on this machine,
    as far as problems tell it. `part` tells the documents of one file apart. `interview` is the folded name of the
    interview that a transcript holds, or that all codings are of; `title` is what the interviews table calls it, where
    that names the file of a transcript. `turns` are those of a transcript; `placed` holds where each quote of codings
    or of a theory was found, in the order of `selectors`. A large document of which only the outline is known has no
    records."""

    study: str
    key: str
    kind: Kind
    path: str
    origin: Origin
    records: Sequence[Record]
    file: Path | None = None
    part: str | None = None
    outline: Outline | None = None
    interview: str | None = None
    title: str | None = None
    turns: tuple[Turn, ...] = ()
    placed: tuple[PlacedQuote, ...] = ()
