"""The guide as the Neo4j Browser plays it: slides in HTML, laid out for its narrow dark sidebar.

Styles stand in the elements: the Browser takes no style sheet with a guide, and its own leaves no margin.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from html import escape

from graphmodel.browser.pictures import Query
from graphmodel.browser.slides import Arrow, Guide, Node, Notice, Part, Slide, Table, Text

PAGE = "padding:0 18px 18px 18px;line-height:1.5;font-size:14px"
NOTICE = "border-left:4px solid #F2B134;padding:4px 10px;margin:0 0 14px 0;color:#FFE7B0"
CELL = "padding:3px 10px 3px 0;vertical-align:top;border-bottom:1px solid #555"
# The title is all that is seen of a query; the rest comes to light in the editor.
QUERY = (
    "box-sizing:border-box;height:40px;line-height:20px;border:0;border-bottom:10px solid transparent;"
    "overflow:hidden;white-space:pre;margin:6px 0"
)
LARGEST_NODE_PX = 26


def guide_html(guide: Guide) -> str:
    """The guide as one HTML text."""
    slides = "\n".join(map(_slide, guide.slides))
    return (
        f"<title>{escape(guide.title)}</title>\n"
        f'<article class="guide"><carousel class="deck container-fluid">\n{slides}\n</carousel></article>\n'
    )


def _slide(slide: Slide) -> str:
    parts = "\n".join(_html(part) for part in slide.parts)
    return f'<slide class="row-fluid"><div style="{PAGE}">\n<h3>{escape(slide.title)}</h3>\n{parts}\n</div></slide>'


@singledispatch
def _html(part: Part) -> str:
    raise TypeError(f"a slide cannot hold a {type(part).__name__}")


@_html.register
def _(part: Text) -> str:
    return f"<p>{escape(part.words)}</p>"


@_html.register
def _(part: Notice) -> str:
    return f'<p style="{NOTICE}">{escape(part.words)}</p>'


@_html.register
def _(part: Query) -> str:
    return f'<pre class="pre-scrollable code runnable" style="{QUERY}">{escape(part.cypher, quote=False)}</pre>'


@_html.register
def _(part: Table) -> str:
    aligned = ["right" if _is_number(column) else "left" for column in zip(*part.rows, strict=True)]
    head = _row("th", part.columns, aligned) if any(part.columns) else ""
    body = "".join(_row("td", row, aligned) for row in part.rows)
    return f'<table style="width:100%;margin:0 0 12px 0">{head}{body}</table>'


@_html.register
def _(part: Node) -> str:
    size = round(LARGEST_NODE_PX * part.diameter / 130)
    disc = f"width:{size}px;height:{size}px;border-radius:50%;background:{part.colour};border:2px solid {part.border}"
    return _keyed(disc, part.means)


@_html.register
def _(part: Arrow) -> str:
    return _keyed(f"width:{LARGEST_NODE_PX}px;height:{part.width}px;background:{part.colour}", part.means)


def _keyed(look: str, means: str) -> str:
    return (
        '<div style="display:flex;align-items:center;margin:3px 0">'
        f'<span style="flex:0 0 40px;display:flex;justify-content:center"><span style="{look}"></span></span>'
        f"<span>{escape(means)}</span></div>"
    )


def _row(cell: str, values: Iterable[str], aligned: Iterable[str]) -> str:
    cells = (
        f'<{cell} style="{CELL};text-align:{side}">{escape(value)}</{cell}>'
        for value, side in zip(values, aligned, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _is_number(values: Iterable[str]) -> bool:
    return all(value.replace(",", "").isdecimal() for value in values)
