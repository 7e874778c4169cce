"""The XML of REFI-QDA, whatever its namespace: elements by their local names, GUIDs in one spelling, dates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from lxml import etree

from graphmodel.errors import Place, Problem, Severity
from loaders.dates import NotADateError, iso_date
from loaders.safety import UnreadableError

Element: TypeAlias = Any
"""An element of lxml, which comes without types."""
_MIDNIGHT = "T00:00:00"
_FIRST_YEAR = "1900"
_HINT = "Export the project again from the program that made it"


def parse_xml(content: bytes, path: Path, part: str) -> Element:
    """The root of a document. Nothing outside it is read, and no entity is resolved: a DOCTYPE is refused.

    Raises UnreadableError.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        problem = Problem(Severity.ERROR, f"the XML cannot be read ({_reason(error)})", Place(path, part=part), _HINT)
        raise UnreadableError(problem) from error
    if root.getroottree().docinfo.doctype:
        message = "the XML declares a DOCTYPE, which no program writes into such a file"
        hint = "Do not open it in a hurry: ask whoever sent it"
        raise UnreadableError(Problem(Severity.ERROR, message, Place(path, part=part), hint))
    return root


def _reason(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:200]


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return _local(element.tag)


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of these names, in order; none of an element that is absent."""
    return element.iterchildren(*_in_any_namespace(names)) if element is not None else iter(())


@lru_cache(maxsize=256)
def _in_any_namespace(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{{*}}{name}" for name in names)


def child(element: Element | None, *names: str) -> Element | None:
    """The element at the end of a path of names, the first of each."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def text_of(element: Element | None, name: str) -> str:
    """The text of a child, trimmed; empty where there is none."""
    found = child(element, name)
    return "".join(map(str, found.itertext())).strip() if found is not None else ""


def attribute(element: Element, *names: str) -> str:
    """The first of these attributes that is there, trimmed; empty where none is."""
    for name in names:
        if value := element.get(name):
            return str(value).strip()
    return ""


def guid_of(element: Element, name: str = "guid") -> str:
    """A GUID in lower case and without braces; empty where there is none."""
    return fold_guid(attribute(element, name))


def fold_guid(guid: str) -> str:
    """The one spelling in which GUIDs are compared."""
    return guid.strip().strip("{}").strip().lower()


def number_of(element: Element, name: str) -> int | None:
    """A whole number, None where the attribute holds none."""
    try:
        return int(attribute(element, name))
    except ValueError:
        return None


def date_of(element: Element) -> str | None:
    """When something was made, as precise as is known: midnight without a time zone is a day. None for no date, and
    for those that programs write in place of one."""
    written = attribute(element, "creationDateTime", "modifiedDateTime")
    try:
        date = iso_date(written)
    except NotADateError:
        return None
    if date is None or date < _FIRST_YEAR:
        return None
    return date.removesuffix(_MIDNIGHT)
