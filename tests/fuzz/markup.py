"""Changes of XML that leave it XML: elements dropped, doubled, moved, renamed; attributes and words given other values."""

from __future__ import annotations

import copy
from contextlib import suppress
from typing import Any

from hypothesis import strategies as st
from lxml import etree

from tests.fuzz.pieces import SIGNS, Draw

BEGINNINGS = (
    b"<?xml",
    b"<Project",
    b"<CodeBook",
    b"<xml",
    b"<rdf",
    b"<w:",
    b"<office",
    b"<worksheet",
    b"<workbook",
    b"<sst",
)
VALUES = (
    *(sign.decode("utf-8", "replace") for sign in SIGNS),
    "true", "1900-01-01T00:00:00Z", "-1", "-1e300", "1048577", "XFD1048576", "A0", "ZZZZZZ9", "s", "d", "e", "inlineStr",
)  # fmt: skip
_NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def is_xml(content: bytes) -> bool:
    """Whether it begins as one of the XML files that are read."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(BEGINNINGS)


def changed(draw: Draw, content: bytes, most: int = 6) -> bytes:
    """The document after a few changes of its tree; one that is no XML any more as it is."""
    root = None
    with suppress(etree.XMLSyntaxError):
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    if root is None:
        return content
    for _ in range(draw(st.integers(1, most))):
        _change(draw, root)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _change(draw: Draw, root: Any) -> None:
    elements = list(root.iter("*"))
    one, other = draw(st.sampled_from(elements)), draw(st.sampled_from(elements))
    match draw(st.integers(0, 7)):
        case 0:
            _set_attribute(draw, one, elements)
        case 1:
            one.text = _value(draw)
        case 2 if one is not root:
            one.getparent().remove(one)
        case 3 if one is not root:
            for _ in range(draw(st.sampled_from((1, 1, 3)))):
                one.addnext(copy.deepcopy(one))
        case 4 if one not in other.iterancestors() and one is not other:
            other.append(one)
        case 5:
            one.tag = other.tag
        case 6 if one.attrib:
            del one.attrib[draw(st.sampled_from(sorted(one.attrib)))]
        case 7:
            one.text, one.tail = other.text, other.tail


def _set_attribute(draw: Draw, element: Any, elements: list[Any]) -> None:
    """A value of our own, or one that stands elsewhere in the document, as GUIDs that refer do."""
    names = sorted({name for each in elements for name in each.attrib})
    own = sorted(element.attrib) or names
    if not own:
        return
    name = draw(st.sampled_from(own if draw(st.booleans()) else names))
    held = sorted({each.get(name) for each in elements if each.get(name)})
    element.set(name, draw(st.sampled_from(held)) if held and draw(st.booleans()) else _value(draw))


def _value(draw: Draw) -> str:
    return draw(st.sampled_from(VALUES)).translate(_NO_XML)
