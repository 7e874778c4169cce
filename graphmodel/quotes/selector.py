"""The place that a source says a quote has, and the place that it has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import msgspec


class Verification(StrEnum):
    """The degree to which a source and the transcript agree on an excerpt.

    EXACT: the same words at the place that was named, if one was. NORMALISED: the same once folded, or with an
    ellipsis, speakers' labels or outer quotation marks left aside. RELOCATED: the words stand elsewhere.
    UNLOCATED: they do not stand in the transcript. UNCHECKED: there is no transcript.
    """

    EXACT = "exact"
    NORMALISED = "normalised"
    RELOCATED = "relocated"
    UNLOCATED = "unlocated"
    UNCHECKED = "unchecked"


class QuoteSelector(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The place of an excerpt as a source says it. `start` and `end` are code points in the transcript's text, 0-based,
    half-open; `occurrence` (1-based) is which of the places of the quote's folded words is meant. Beside a quote,
    `start` decides and `end` is not asked."""

    quote: str | None = None
    start: int | None = None
    end: int | None = None
    occurrence: int | None = None


@dataclass(frozen=True, slots=True)
class QuoteLocation:
    """The place of an excerpt in a transcript. `text` is the transcript's words (the quote's own where they were not
    placed), `quote` the source's words where they differ, `start` and `end` code points in the transcript, 0-based,
    half-open, None where not placed. The folded words of `text` stand in `occurrences` places (0 where not placed);
    this is the `occurrence`-th (1-based)."""

    text: str
    quote: str | None
    start: int | None
    end: int | None
    occurrence: int
    occurrences: int
    verification: Verification
