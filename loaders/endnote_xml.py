"""Literature as EndNote's XML."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import Reference
from loaders import safety
from loaders.format import Read, Unrecognised
from loaders.references import Shelf, Types, doi_of, pages_of, person, plain, year_of
from loaders.refi_xml import Element, child, children, parse_xml
from loaders.source import Source

VERSION = 1
TYPES = Types(
    {
        "journal article": "article-journal", "electronic article": "article-journal", "book": "book",
        "edited book": "book", "electronic book": "book", "book section": "chapter", "thesis": "thesis",
        "conference paper": "paper-conference", "conference proceedings": "paper-conference", "report": "report",
        "web page": "webpage", "blog": "post-weblog", "newspaper article": "article-newspaper",
        "magazine article": "article-magazine", "manuscript": "manuscript", "unpublished work": "manuscript",
    }
)  # fmt: skip


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is XML that EndNote wrote."""
    return file.suffix == ".xml" and b"<records>" in file.head


def read(source: Source) -> Read:
    """The References; keys are their labels, else made of first author and year."""
    root = parse_xml(safety.read_bytes(source.path), source.path, "")
    shelf = Shelf(source.path, keyed=False)
    entries = [record for records in children(root, "records") for record in children(records, "record")]
    if not entries:
        yield Problem(Severity.ERROR, "the file holds no reference", Place(source.path), "Export it again as XML")
    made = sum(not _text(entry, "label") for entry in entries)
    if made:
        message = f"{made} of {len(entries)} entries have no label and are called by first author and year"
        hint = "Fill the field Label in EndNote to give them keys of your own"
        yield Problem(Severity.NOTE, message, Place(source.path), hint)
    for entry in entries:
        yield from shelf.add(_reference(entry, Place(source.path, line=entry.sourceline)))


def _reference(entry: Element, place: Place) -> Reference:
    def first(*paths: str) -> str | None:
        return next((text for path in paths if (text := _text(entry, *path.split("/")))), None)

    kind = child(entry, "ref-type")
    return Reference(
        key=first("label") or "",
        type=TYPES.csl(kind.get("name") or "" if kind is not None else ""),
        title=first("titles/title"),
        authors=tuple(_people(entry)),
        year=year_of(first("dates/year")),
        container=first("periodical/full-title", "titles/secondary-title", "titles/alt-title"),
        volume=first("volume"),
        issue=first("number", "issue"),
        pages=pages_of(first("pages")),
        doi=doi_of(first("electronic-resource-num")),
        place=place,
    )


def _people(entry: Element) -> Iterator[str]:
    """The authors, else the editors. A comma at the end marks the name of a body."""
    contributors = child(entry, "contributors")
    for role in ("authors", "secondary-authors", "tertiary-authors"):
        names = [_whole(author) for author in children(child(contributors, role), "author")]
        if any(map(str.strip, names)):
            for name in names:
                family, _, given = name.partition(",")
                if made := person(family, given):
                    yield made
            return


def _text(entry: Element, *path: str) -> str | None:
    return plain(_whole(child(entry, *path)))


def _whole(element: Element | None) -> str:
    """All text below an element: EndNote keeps each change of its font in an element of its own."""
    return "".join(element.itertext()) if element is not None else ""
