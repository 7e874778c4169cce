"""When two names mean the same: how names of concepts, people and interviews are folded before they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

_MEDIA_SUFFIX = re.compile(
    r"\.(?:txt|md|markdown|docx?|odt|rtf|pdf|vtt|srt|html?|mp3|mp4|m4a|wav|wma|mov|avi)$", re.IGNORECASE
)
_SHORT_PREFIX = 2


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The form in which names are compared: NFC, case folded, white space single and trimmed."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def fold_person(name: str) -> str:
    """A researcher's identity: NFC, white space folded, case kept, for initials such as AB and Ab may be two people."""
    return " ".join(unicodedata.normalize("NFC", name).split())


@lru_cache(maxsize=65536)
def fold_interview(name: str) -> str:
    """The form in which interviews are compared: extension, case, padding of numbers and separators aside.

    `Interview 03.docx`, `interview_3` and `INTERVIEW-003` are all `interview-3`; `P01-1` is `p1-1`. A number is
    written against a prefix of one or two letters (`p1`) and apart from a longer word.
    """
    parts = _words_and_numbers(fold(_MEDIA_SUFFIX.sub("", name.strip())))
    if not parts:
        return fold(name)
    joined = parts[0]
    for before, part in pairwise(parts):
        joined += part if _written_together(before, part) else f"-{part}"
    return joined


def _words_and_numbers(text: str) -> list[str]:
    parts: list[str] = []
    last = ""
    for character in text:
        sort = _sort(character)
        if not sort:
            last = ""
            continue
        if sort == last:
            parts[-1] += character
        else:
            parts.append(character)
        last = sort
    return [_plain_number(part) if part.isdecimal() else part for part in parts]


def _plain_number(digits: str) -> str:
    return "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0") or "0"


def _sort(character: str) -> str:
    if character.isdecimal():
        return "number"
    return "word" if unicodedata.category(character)[0] in "LMN" else ""


def _written_together(before: str, part: str) -> bool:
    if part.isdecimal():
        return not before.isdecimal() and len(before) <= _SHORT_PREFIX
    return before.isdecimal() and len(part) == 1
