"""HTML kept in a project as plain text, with the way from positions in its text nodes to positions in that text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from lxml import etree, html

from loaders.refi_xml import Element

_PIECE = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
"""White space, or words with single spaces between them."""
_NOT_TEXT = frozenset(["head", "script", "style", "template", "title"])
_CELLS = frozenset(["td", "th"])
_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figure", "footer", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "tfoot",
     "thead", "tr", "ul"]
)  # fmt: skip
_STRENGTH = {"": 0, " ": 1, "\t": 2, "\n": 3}


class HtmlText:
    """A piece of HTML. `nodes` are its text nodes, joined; `text` is what a browser shows: a line a block, white space
    single. `damaged` says that words may be missing, since the page is nested too deep or too large."""

    def __init__(self, page: str) -> None:
        self._nodes: list[str] = []
        self._shown: list[str] = []
        self._length = self._node_length = self._kept = 0
        self._gap = ""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shown_starts: list[int] = []
        parser = html.HTMLParser(
            no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
        )
        whole = f"<html><body>{page.replace(chr(13) + chr(10), chr(10)).replace(chr(13), chr(10))}</body></html>"
        root = html.document_fromstring(whole.encode("utf-8", "replace"), parser=parser)
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
            self._part("\n" if tag in _BLOCKS else "\t" if tag in _CELLS else "")
            content = element.text if event == "start" else element.tail
            if content and not hidden:
                self._add(content)

    def _part(self, gap: str) -> None:
        if _STRENGTH[gap] > _STRENGTH[self._gap]:
            self._gap = gap

    def _add(self, content: str) -> None:
        self._nodes.append(content)
        for found in _PIECE.finditer(content):
            piece = found.group()
            if piece[0] in " \t\n\r\f":
                self._part("\n" if self._kept and "\n" in piece else " ")
            else:
                self._show(piece, self._node_length + found.start())
        self._node_length += len(content)

    def _show(self, words: str, start: int) -> None:
        gap = self._gap if self._length else ""
        shown = self._length + len(gap)
        follows = bool(self._starts) and start - shown == self._starts[-1] - self._shown_starts[-1]
        if follows and start - self._ends[-1] == len(gap):
            self._ends[-1] = start + len(words)
        else:
            self._starts.append(start)
            self._ends.append(start + len(words))
            self._shown_starts.append(shown)
        self._shown += (gap, words)
        self._length, self._gap = shown + len(words), ""


def _is_limit(message: str) -> bool:
    return "depth" in message.casefold() or "huge" in message.casefold()
