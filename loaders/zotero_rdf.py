"""Literature as Zotero's RDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import Reference
from loaders import safety
from loaders.format import Read, Unrecognised
from loaders.references import Shelf, doi_of, pages_of, person, plain, year_of
from loaders.refi_xml import Element, child, children, parse_xml
from loaders.source import Source

VERSION = 1
TYPES = {
    "journalArticle": "article-journal", "magazineArticle": "article-magazine", "newspaperArticle": "article-newspaper",
    "book": "book", "bookSection": "chapter", "encyclopediaArticle": "entry-encyclopedia", "thesis": "thesis",
    "conferencePaper": "paper-conference", "report": "report", "webpage": "webpage", "blogPost": "post-weblog",
    "manuscript": "manuscript", "interview": "interview", "presentation": "speech", "preprint": "article",
}  # fmt: skip
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_CITATION_KEY = re.compile(r"^\s*citation key:\s*(\S+)\s*$", re.IGNORECASE | re.MULTILINE)
_NO_REFERENCES = ("attachment", "note", "annotation")


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is RDF that Zotero wrote."""
    return file.suffix == ".rdf" and b"zotero.org/namespaces/export" in file.head


def read(source: Source) -> Read:
    """The References; keys are Zotero's where the file has them, else made of first author and year."""
    root = parse_xml(safety.read_bytes(source.path), source.path, "")
    shelf = Shelf(source.path, keyed=False)
    parts = {element.get(_ABOUT): element for element in root if element.get(_ABOUT)}
    entries = [element for element in root if _type(element) and _type(element) not in _NO_REFERENCES]
    if not entries:
        yield Problem(
            Severity.ERROR, "the file holds no reference", Place(source.path), "Export it again as Zotero RDF"
        )
    made = sum(not _key(element) for element in entries)
    if made:
        message = f"{made} of {len(entries)} entries have no key and are called by first author and year"
        yield Problem(Severity.NOTE, message, Place(source.path), "Export as BibTeX or CSL JSON to keep keys")
    for element in entries:
        yield from shelf.add(_reference(element, parts, Place(source.path, line=element.sourceline)))


def _type(element: Element) -> str:
    return _text(element, "itemType") or ""


def _reference(element: Element, parts: Mapping[str, Element], place: Place) -> Reference:
    within = child(element, "isPartOf")
    container = parts.get(within.get(_RESOURCE)) if within is not None else None
    if container is None and within is not None:
        container = next(iter(within), None)
    both = [each for each in (element, container) if each is not None]

    def first(name: str) -> str | None:
        return next((text for each in both if (text := _text(each, name))), None)

    return Reference(
        key=_key(element),
        type=TYPES.get(_type(element), "document"),
        title=_text(element, "title"),
        authors=tuple(_people(element)),
        year=year_of(_text(element, "date")),
        container=_text(container, "title") if container is not None else None,
        volume=first("volume"),
        issue=first("number"),
        pages=pages_of(_text(element, "pages")),
        doi=next((doi for each in both if (doi := _doi(each))), None),
        place=place,
    )


def _key(element: Element) -> str:
    found = _CITATION_KEY.search(_whole(child(element, "description")))
    return _text(element, "citationKey") or (found[1] if found else "")


def _people(element: Element) -> Iterator[str]:
    for role in ("authors", "editors", "interviewees", "presenters"):
        entries = [entry for sequence in children(child(element, role), "Seq") for entry in children(sequence, "li")]
        names = [_person(each) for entry in entries for each in children(entry, "Person")]
        if any(names):
            yield from filter(None, names)
            return


def _person(element: Element) -> str:
    return person(_text(element, "surname") or "", _text(element, "givenName") or "")


def _doi(element: Element) -> str | None:
    written = (_text(each) or "" for each in children(element, "identifier"))
    return next((doi_of(text[3:].lstrip(": ")) for text in written if text.upper().startswith("DOI")), None)


def _text(element: Element, name: str | None = None) -> str | None:
    return plain(_whole(child(element, name) if name else element))


def _whole(element: Element | None) -> str:
    return "".join(element.itertext()) if element is not None else ""
