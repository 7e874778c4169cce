"""Elements of REFI-QDA, their GUIDs, and values in the spelling of its schema."""

from __future__ import annotations

import re
import uuid
from typing import Any, TypeAlias

from lxml import etree

from loaders.refi_xml import fold_guid

NAMESPACE = "urn:QDA-XML:project:1.0"
Element: TypeAlias = Any
_OURS = uuid.UUID("6f6f2f3e-6f2b-5f0e-9d0a-2f1d8c9f4b7e")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def guid(*identity: object) -> str:
    """The GUID of something by its kind and what makes it one, the same in every export."""
    return str(uuid.uuid5(_OURS, "\x1f".join(map(str, identity))))


def kept_guid(guids: list[str] | None, *identity: object) -> str:
    """The GUID that a program gave to something, else one of ours."""
    known = [fold_guid(each) for each in guids or ()]
    return next((each for each in known if _GUID.fullmatch(each)), guid(*identity))


def element(tag: str, /, *children: Element | None, **attributes: object) -> Element:
    """An element with its children; attributes without a value are left out."""
    made = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap={None: NAMESPACE})
    for key, value in attributes.items():
        if value is not None:
            made.set(key, plain(str(value)))
    made.extend([child for child in children if child is not None])
    return made


def worded(name: str, text: str | None) -> Element | None:
    """An element that holds words; None where there are none."""
    if not text:
        return None
    made = element(name)
    made.text = plain(text)
    return made


def holding(name: str, children: list[Element]) -> Element | None:
    """An element that holds a list; None for an empty one, which the schema does not allow."""
    return element(name, *children) if children else None


def plain(text: str) -> str:
    """The text as XML can carry it: other control characters become U+FFFD."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def date_time(written: str | None) -> str | None:
    """A date as the schema wants it, a day as its midnight; None for what is less precise than a day."""
    if not written:
        return None
    if _DAY.fullmatch(written):
        return f"{written}T00:00:00"
    found = _TIME.fullmatch(written)
    if found is None:
        return None
    zone = found[3] or ""
    return f"{found[1]}{found[2] or ':00'}{zone if zone in ('', 'Z') or ':' in zone else f'{zone[:3]}:{zone[3:]}'}"
