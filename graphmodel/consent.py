"""What consent lets leave the researcher's screen: participation and quotation are consents of their own.

A participant's words may be printed elsewhere only where the participant takes part (`active`) and agreed to be
quoted word for word (`verbatim`). Where nothing is recorded, participation holds and quotation does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

ACTIVE = "active"
WITHDRAWN = "withdrawn"
VERBATIM = "verbatim"
NOT_QUOTED = "none"


def may_quote(consent: str | None, quote_consent: str | None) -> bool:
    """Whether the words of a participant with these consents may be printed outside the terminal."""
    return (consent or ACTIVE) == ACTIVE and quote_consent == VERBATIM


def may_quote_all(consents: Iterable[tuple[str | None, str | None]]) -> bool:
    """Whether words may be printed that belong to all these participants; words of nobody known may not."""
    known = list(consents)
    return bool(known) and all(may_quote(*each) for each in known)


def withhold(row: Mapping[str, Any], words: Iterable[str]) -> dict[str, Any]:
    """A row as it may leave the machine: where its `quotable` is not true, the columns in `words` are emptied
    and `withheld` says why."""
    if row.get("quotable") is True or all(row.get(column) is None for column in words):
        return dict(row)
    return {**row, **dict.fromkeys(words), "withheld": "consent"}
