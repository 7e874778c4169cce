"""Literature as CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import Reference
from loaders.format import Read, Unrecognised
from loaders.references import Shelf, doi_of, pages_of, person, plain, year_of
from loaders.safety import UnreadableError
from loaders.source import Source
from loaders.text import read_text

VERSION = 1


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a JSON list, or holds one under `items`."""
    return file.suffix == ".json" and file.head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{")


def read(source: Source) -> Read:
    """The References that can be read, each that cannot by its number."""
    text, problems = read_text(source.path)
    yield from problems
    shelf = Shelf(source.path)
    for number, item in enumerate(_items(text, source.path), start=1):
        place = Place(source.path, part=f"entry {number}")
        if isinstance(item, dict):
            yield from shelf.add(_reference(item, place))
        else:
            yield Problem(
                Severity.FLAG, "the entry is no reference and is left out", place, "An entry stands in braces"
            )


def _items(text: str, path: Path) -> list[object]:
    hint = "Export it again from the reference manager as CSL JSON"
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        place = Place(path, line=error.lineno)
        raise UnreadableError(Problem(Severity.ERROR, f"this is not JSON ({error.msg})", place, hint)) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableError(
            Problem(Severity.ERROR, "this is not JSON that can be read", Place(path), hint)
        ) from error
    items = content.get("items") if isinstance(content, dict) else content
    if not isinstance(items, list):
        raise UnreadableError(Problem(Severity.ERROR, "the file holds no list of references", Place(path), hint))
    return items


def _reference(item: Mapping[str, object], place: Place) -> Reference:
    def text(*names: str) -> str | None:
        values = (item.get(name) for name in names)
        return next(
            (plain(str(value)) for value in values if isinstance(value, (str, int, float)) and str(value)), None
        )

    return Reference(
        key=text("citation-key", "id") or "",
        type=text("type"),
        title=text("title"),
        authors=tuple(_people(item.get("author") or item.get("editor"))),
        year=_year(item.get("issued")),
        container=text("container-title"),
        volume=text("volume"),
        issue=text("issue"),
        pages=pages_of(text("page")),
        doi=doi_of(text("DOI", "doi")),
        place=place,
    )


def _people(people: object) -> Iterator[str]:
    for one in people if isinstance(people, list) else ():
        if isinstance(one, dict):
            particle = " ".join(_word(one, name) for name in ("dropping-particle", "non-dropping-particle"))
            family = f"{particle} {_word(one, 'family') or _word(one, 'literal')}"
            name = person(family, f"{_word(one, 'given')} {_word(one, 'suffix')}")
            if name:
                yield name


def _word(person_: Mapping[str, object], name: str) -> str:
    value = person_.get(name)
    return value if isinstance(value, str) else ""


def _year(issued: object) -> str | None:
    if not isinstance(issued, dict):
        return None
    parts = issued.get("date-parts")
    while isinstance(parts, list) and parts:
        parts = parts[0]
    return year_of(
        str(parts) if isinstance(parts, (int, str)) else str(issued.get("raw") or issued.get("literal") or "")
    )
