"""HTML as plain text, with the way from positions in its text nodes to positions in that text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from lxml import etree, html

from loaders.refi_xml import Element
from loaders.text import unix_lines

_PIECE = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
"""White space, or words with single spaces between them."""
_NOT_TEXT = frozenset(
    [
        "head",
        "iframe",
        "math",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
    ]
)
_CELLS = frozenset(["td", "th"])
_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
     "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul"]
)  # fmt: skip
_SPACE, _LINE, _TABLE = 1, 2, 3
"""How strong what parts two words is: the stronger one is shown."""


class HtmlText:
    """A piece of HTML. `nodes` are its text nodes, joined; `text` is what a browser shows: a line a block, the cells of
    a row parted by tabs, white space single but for `<pre>`. `damaged` says that words may be missing, since the page
    is nested too deep or too large. Nothing that it names is fetched."""

    def __init__(self, page: str, whole: bool = False) -> None:
        """`whole`: it is a page with a head of its own, not what stands in one. Raises lxml's errors where it is no
        page."""
        self._nodes: list[str] = []
        self._shown: list[str] = []
        self._length = self._node_length = self._kept = self._strength = self._cells = 0
        self._gap = ""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shown_starts: list[int] = []
        parser = html.HTMLParser(
            no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
        )
        plain = unix_lines(page)
        content = plain if whole else f"<html><body>{plain}</body></html>"
        root = html.document_fromstring(content.encode("utf-8", "replace"), parser=parser)
        self.damaged = any(_is_limit(entry.message) for entry in parser.error_log)
        self._walk(root)
        self.nodes, self.text = "".join(self._nodes), "".join(self._shown)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """A span of `nodes` as a span of `text` (code points, half-open); None where nothing of it is shown."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end) - 1
        if last < 0:
            return None
        if first < 0 or start >= self._ends[first]:
            first, start = first + 1, 0
            begin = self._shown_starts[first] if first < len(self._starts) else self._length
        else:
            begin = self._shown_starts[first] + start - self._starts[first]
        stop = self._shown_starts[last] + min(end, self._ends[last]) - self._starts[last]
        return (begin, stop) if begin < stop else None

    def _walk(self, root: Element) -> None:
        hidden = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else "script"
            change = 1 if event == "start" else -1
            hidden += change * (tag in _NOT_TEXT)
            self._kept += change * (tag == "pre")
            self._part_at(element, tag, event)
            content = element.text if event == "start" else element.tail
            if content and not hidden:
                self._add(content)

    def _part_at(self, element: Element, tag: str, event: str) -> None:
        """What an element's beginning or end puts between words. The blocks at the edges of a cell are no lines."""
        if tag in _BLOCKS:
            self._part("\n", _LINE)
        elif tag == "tr":
            row_has_words = not self._gap.endswith("\n")
            self._gap = ("\t" * self._cells if row_has_words else "") + "\n"
            self._cells, self._strength = 0, _TABLE
        elif tag in _CELLS and event == "start" and element.getprevious() is not None:
            self._gap = self._gap if self._strength == _TABLE else ""
            self._cells, self._strength = self._cells + 1, _TABLE

    def _part(self, gap: str, strength: int) -> None:
        if strength > self._strength:
            self._gap, self._strength = gap, strength

    def _add(self, content: str) -> None:
        self._nodes.append(content)
        for found in _PIECE.finditer(content):
            piece = found.group()
            if piece[0] in " \t\n\r\f":
                self._space(piece)
            else:
                self._show(piece, self._node_length + found.start())
        self._node_length += len(content)

    def _space(self, piece: str) -> None:
        if not self._kept:
            self._part(" ", _SPACE)
        elif "\n" in piece:
            self._part(f"\n{piece.rpartition(chr(10))[2]}", _LINE)
        else:
            self._part(piece, _SPACE)

    def _show(self, words: str, start: int) -> None:
        gap = self._gap + "\t" * self._cells if self._length else ""
        shown = self._length + len(gap)
        follows = bool(self._starts) and start - shown == self._starts[-1] - self._shown_starts[-1]
        if follows and start - self._ends[-1] == len(gap):
            self._ends[-1] = start + len(words)
        else:
            self._starts.append(start)
            self._ends.append(start + len(words))
            self._shown_starts.append(shown)
        self._shown += (gap, words)
        self._length, self._gap, self._cells, self._strength = shown + len(words), "", 0, 0


def _is_limit(message: str) -> bool:
    return "depth" in message.casefold() or "huge" in message.casefold()
