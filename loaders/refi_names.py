"""Names of variables under which a REFI-QDA project keeps what the standard has no element for: written by the export,
read by the loader, and plain words to any other program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CONSENT, QUOTE_CONSENT = "consent", "quote_consent"
DATE, SEQUENCE, MODE, DURATION, INTERVIEWER = (
    "interview date", "interview sequence", "interview mode", "interview duration_min", "interviewer",
)  # fmt: skip
MEMO_KIND, MEMO_TITLE, MEMO_DATE = "memo kind", "memo title", "memo date"
REFERENCE = "reference "
"""What the name of each of a reference's fields begins with."""
REFERENCE_FIELDS = ("type", "title", "authors", "year", "container", "volume", "issue", "pages", "doi")
CITES, DEVELOPS_INTO, ABOUT, SUBSUMED_BY = "cites", "develops into", "about", "subsumed by"
"""Names of links."""
_FACTS = ("approach", "question", "notice")


def describe(facts: Mapping[str, Any]) -> str:
    """What a study says of itself, a line each, as the description of a project."""
    return "\n".join(f"{name}: {' '.join(str(facts[name]).split())}" for name in _FACTS if facts.get(name))


def described(description: str) -> dict[str, str]:
    """What such a description says."""
    parts = (line.partition(": ") for line in description.split("\n"))
    return {name: value for name, _, value in parts if name in _FACTS and value}
