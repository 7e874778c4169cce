"""An excerpt in a few lines: the words, whose they are, where they stand, who coded them."""

from __future__ import annotations

from graphmodel.terminal.streams import clean
from graphmodel.trace import CodedBy, TracedExcerpt

LEFT_OUT = "(words left out: consent does not let them be quoted)"
EXACT = "exact"
VERIFIED = {
    "normalised": "found with other spacing or signs",
    "relocated": "found elsewhere than said",
    "unlocated": "not found in the transcript",
    "unchecked": "no transcript to check against",
}


def words_of(excerpt: TracedExcerpt, *, all_words: bool) -> str:
    """The words in quotation marks, or what stands for them where they may not be shown."""
    if not (all_words or excerpt.quotable):
        return LEFT_OUT
    lines = (" ".join(line.split()) for line in clean(excerpt.text).splitlines())
    return "“" + "\n".join(line for line in lines if line) + "”"


def who(excerpt: TracedExcerpt) -> str:
    """The pseudonyms of those whose words they are."""
    return clean(", ".join(excerpt.participants)) or "no participant named"


def where(excerpt: TracedExcerpt) -> str:
    """For example `interview P01-1, 2015-03-02 · turn 4 at 2:07 · characters 120–180 · coded by AB 2015-04-02`."""
    parts = [_interview(excerpt), _moment(excerpt), _position(excerpt)]
    parts += [f"coded by {', '.join(_coder(coding) for coding in excerpt.codings)}"] if excerpt.codings else []
    return clean(" · ".join(part for part in parts if part))


def verified(excerpt: TracedExcerpt) -> str | None:
    """How the words were found, where that was not to the letter."""
    return VERIFIED.get(excerpt.verification, excerpt.verification) if excerpt.verification != EXACT else None


def notes_of(excerpt: TracedExcerpt) -> list[str]:
    """What the coders noted beside it."""
    return [clean(f"{coding.coder}: {coding.note}") for coding in excerpt.codings if coding.note]


def _interview(excerpt: TracedExcerpt) -> str:
    return f"interview {excerpt.interview}" + (f", {excerpt.date}" if excerpt.date else "")


def _moment(excerpt: TracedExcerpt) -> str:
    if excerpt.turn is None:
        return ""
    if excerpt.start_ms is None:
        return f"turn {excerpt.turn + 1}"
    minutes, seconds = divmod(excerpt.start_ms // 1000, 60)
    return f"turn {excerpt.turn + 1} at {minutes}:{seconds:02}"


def _position(excerpt: TracedExcerpt) -> str:
    if excerpt.start is None:
        return ""
    several = excerpt.occurrences and excerpt.occurrences > 1
    which = f", occurrence {excerpt.occurrence} of {excerpt.occurrences}" if several else ""
    return f"characters {excerpt.start}–{excerpt.end}{which}"


def _coder(coding: CodedBy) -> str:
    return f"{coding.coder} {coding.at}" if coding.at else coding.coder
