"""Names of variables under which a REFI-QDA project keeps what the standard has no element for: written by the export,
read by the loader, and plain words to any other program."""

from __future__ import annotations

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
