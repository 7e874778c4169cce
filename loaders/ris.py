"""Literature as RIS."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import rispy
from msgspec.structs import replace

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import Reference
from loaders.format import Read, Unrecognised
from loaders.references import Shelf, Types, doi_of, pages_of, person, plain, read_entries, year_of
from loaders.source import Source

VERSION = 1

TYPES = Types(
    {
        "jour": "article-journal", "ejour": "article-journal", "book": "book", "ebook": "book", "edbook": "book",
        "chap": "chapter", "echap": "chapter", "conf": "paper-conference", "cpaper": "paper-conference",
        "thes": "thesis", "rprt": "report", "elec": "webpage", "web": "webpage", "mgzn": "article-magazine",
        "news": "article-newspaper", "unpb": "manuscript", "gen": "document",
    }
)  # fmt: skip
_START = re.compile(r"^TY  -", re.MULTILINE)
_END = re.compile(r"^ER  -", re.MULTILINE)


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is RIS."""
    return file.suffix == ".ris"


def read(source: Source) -> Read:
    """The References that can be read, each that cannot by its line."""
    text, problems = read_entries(source.path)
    yield from problems
    shelf = Shelf(source.path)
    entries = list(_entries(text))
    if not entries:
        hint = "An entry begins with a line `TY  - JOUR` and ends with `ER  - `"
        yield Problem(Severity.ERROR, "the file holds no RIS entry", Place(source.path), hint)
    for line, lines in entries:
        place = Place(source.path, line=line)
        fields = _fields(lines)
        if fields is None:
            hint = "Export it again from the reference manager; the others are read"
            yield Problem(Severity.FLAG, "the entry cannot be read", place, hint)
        else:
            yield from shelf.add(_reference(fields, place))


def reference_of(lines: Sequence[str], place: Place, key: str) -> Reference | None:
    """The Reference of one entry's lines (`TI  - …`), under `key` where it has none; None where they cannot be read."""
    typed = [line for line in lines if line.startswith("TY  -")][:1] or ["TY  - GEN"]
    others = [line for line in lines if not line.startswith(("TY  -", "ER  -"))]
    fields = _fields("\n".join((*typed, *others, "ER  - ", "")))
    reference = _reference(fields, place) if fields is not None else None
    return replace(reference, key=reference.key or key) if reference else None


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """Each entry's first line and text, closed where its end is missing."""
    starts = [found.start() for found in _START.finditer(text)]
    line, last = 1, 0
    for start, end in pairwise((*starts, len(text))):
        line += text.count("\n", last, start)
        last = start
        entry = text[start:end]
        yield line, entry if _END.search(entry) else f"{entry.rstrip()}\nER  - \n"


def _fields(entry: str) -> Mapping[str, object] | None:
    try:
        parsed = rispy.loads(entry)
    except (KeyError, TypeError, AttributeError, ValueError, OSError):
        return None
    return parsed[0] if parsed else None


def _reference(fields: Mapping[str, object], place: Place) -> Reference:
    def first(*names: str) -> str | None:
        for name in names:
            value = fields.get(name)
            text = plain("; ".join(map(str, value)) if isinstance(value, list) else str(value or ""))
            if text:
                return text
        return None

    start, end = first("start_page"), first("end_page")
    return Reference(
        key=first("id", "label") or "",
        type=TYPES.csl(first("type_of_reference") or ""),
        title=first("title", "primary_title"),
        authors=tuple(_people(fields)),
        year=year_of(first("year", "publication_year", "date")),
        container=first("journal_name", "secondary_title", "alternate_title3", "alternate_title2"),
        volume=first("volume"),
        issue=first("number"),
        pages=pages_of("-".join(page for page in (start, end) if page)),
        doi=doi_of(first("doi")),
        place=place,
    )


def _people(fields: Mapping[str, object]) -> Iterator[str]:
    listed = fields.get("authors") or fields.get("first_authors") or fields.get("secondary_authors") or ()
    for name in listed if isinstance(listed, (list, tuple)) else (listed,):
        family, _, given = str(name).partition(",")
        if person(family, given):
            yield person(family, given)
