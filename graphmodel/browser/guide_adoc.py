"""The guide in AsciiDoc, which newer Neo4j Browsers and Desktop play."""

from __future__ import annotations

import re
from functools import singledispatch

from graphmodel.browser.pictures import Query
from graphmodel.browser.slides import Arrow, Guide, Node, Notice, Part, Slide, Table, Text

_MARKUP = re.compile(r"[*_`#^~{}<>\[\]+\\|]|--|://|\(\(")


def guide_adoc(guide: Guide) -> str:
    """The guide as one AsciiDoc text, a section a slide."""
    return f"= {_plain(guide.title)}\n\n" + "\n".join(map(_slide, guide.slides))


def _slide(slide: Slide) -> str:
    return f"== {_plain(slide.title)}\n\n" + "\n".join(_adoc(part) for part in slide.parts)


def _plain(text: str) -> str:
    """Text that is nothing but text, on one line."""
    line = " ".join(text.split())
    return "pass:c[" + line.replace("]", "\\]") + "]" if _MARKUP.search(line) else line


@singledispatch
def _adoc(part: Part) -> str:
    raise TypeError(f"a slide cannot hold a {type(part).__name__}")


@_adoc.register
def _(part: Text) -> str:
    return _plain(part.words) + "\n"


@_adoc.register
def _(part: Notice) -> str:
    return f"[IMPORTANT]\n====\n{_plain(part.words)}\n====\n"


@_adoc.register
def _(part: Query) -> str:
    return f".{_plain(part.title)}\n[source,cypher]\n----\n{part.cypher}\n----\n"


@_adoc.register
def _(part: Table) -> str:
    rows = [part.columns, *part.rows] if any(part.columns) else [*part.rows]
    options = '[options="header"]\n' if any(part.columns) else ""
    lines = (" ".join("|" + _plain(value).replace("|", "\\|") for value in row) for row in rows)
    return options + "|===\n" + "\n".join(lines) + "\n|===\n"


@_adoc.register(Node)
@_adoc.register(Arrow)
def _(part: Node | Arrow) -> str:
    return f"{_plain(part.colour)}:: {_plain(part.means)}\n"
