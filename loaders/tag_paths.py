"""Tags that are paths: programs without a code tree leave it to the name (`people.anna`, `people/anna`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from graphmodel.names import fold

# A point ends a part neither after a single letter (`e.g.`) nor between two digits (`1.2`).
_SEPARATOR = re.compile(r"(?<!\s)\s*(?:::|[>/])\s*|(?<=[^\W\d]{2})\.(?![\s.])|(?<=\d)\.(?![\s.\d])")

_DEEPEST = 50


def parts_of(tags: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The parts of each tag. A tag is parted only where what stands before is a tag too, or begins several tags."""
    listed = list(dict.fromkeys(tags))
    known = {fold(tag) for tag in listed}
    begins = Counter(start for tag in listed for start in {fold(tag[: cut[0]]) for cut in _cuts(tag)})
    return {tag: tuple(_parts(tag, known, begins)) for tag in listed}


def _cuts(tag: str) -> Iterator[tuple[int, int]]:
    """Where a tag may be parted: the end of one part and the beginning of the next."""
    for found in islice(_SEPARATOR.finditer(tag), _DEEPEST):
        if found.start() > 0 and found.end() < len(tag):
            yield found.start(), found.end()


def _parts(tag: str, known: set[str], begins: Counter[str]) -> Iterator[str]:
    start = 0
    for end, following in _cuts(tag):
        before = fold(tag[:end])
        if before in known or begins[before] > 1:
            yield tag[start:end]
            start = following
    yield tag[start:]
