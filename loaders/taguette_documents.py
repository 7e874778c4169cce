"""The documents of Taguette projects with their highlights: positions are counted over the text nodes of the HTML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphmodel.errors import Problem, Severity
from graphmodel.quotes.fold import fold
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, MemoLink, Transcript
from loaders.code_tree import CodeTree
from loaders.format import Read
from loaders.html_text import HtmlText
from loaders.marked import MarkedText, settle
from loaders.offset_readings import StoredText
from loaders.offsets import Span
from loaders.project import Project
from loaders.sqlite import Database
from loaders.sqlite_row import Row
from loaders.taguette_history import Doing, History

_STALE = "highlights keep other words than stand at their positions; the positions are taken"


@dataclass(slots=True)
class _Document:
    """A document: its page, its text nodes as what the positions count, the log of its project."""

    row: Row
    name: str
    page: HtmlText
    marked: MarkedText
    history: History


class Documents:
    """The documents of all projects of a file, by their ids."""

    def __init__(self, database: Database, project: Project, codes: CodeTree) -> None:
        self.database, self.project, self.codes = database, project, codes
        self._documents: dict[int | None, _Document] = {}
        self._highlights: defaultdict[int | None, list[tuple[Row, str]]] = defaultdict(list)

    def read(self, projects: Mapping[int | None, tuple[str | None, History]]) -> Read:
        """Look through documents and highlights: gives their memos, and how positions are read. `projects` has the name
        to put before a document's where there are several, and the log."""
        for row in self.database.rows("documents", "id", "project_id", "name", "description", "contents"):
            if row.whole("project_id") not in projects:
                self.project.flag("documents belong to no project")
                continue
            above, history = projects[row.whole("project_id")]
            yield from self._document(row, above, history)
        for row in self.database.rows("highlights", "id", "document_id", "start_offset", "end_offset", "snippet"):
            self._highlight(row)
        yield from settle([document.marked for document in self._documents.values()])

    def _document(self, row: Row, above: str | None, history: History) -> Read:
        written = ": ".join(part for part in (above, row.text("name")) if part)
        *problems, name = self.project.source(written, row.place)
        yield from (problem for problem in problems if isinstance(problem, Problem))
        page = HtmlText(row.raw("contents"))
        if page.damaged:
            message = f"the document `{name}` is nested too deep or too large, and words may be missing"
            yield Problem(Severity.FLAG, message, row.place, "Compare it with Taguette")
        marked = MarkedText(str(name), StoredText(page.nodes), row.place)
        self._documents[row.whole("id")] = _Document(row=row, name=str(name), page=page, marked=marked, history=history)
        about = [MemoLink(str(name), "interview", row.place)]
        yield from self.project.memo_of(f"Memo on {name}", row, about, row.text("description"))

    def _highlight(self, row: Row) -> None:
        document = self._documents.get(row.whole("document_id"))
        if document is None:
            self.project.flag("highlights belong to no document")
            return
        kept = HtmlText(row.raw("snippet"))
        self._highlights[row.whole("document_id")].append((row, kept.text))
        start, end = row.whole("start_offset"), row.whole("end_offset")
        if start is not None and end is not None:
            document.marked.spans.append(Span(start, end, kept.nodes.strip() or None))

    def transcripts(self) -> Iterator[Transcript]:
        """The words of each document."""
        for document in self._documents.values():
            if document.page.text.strip():
                yield Transcript(
                    interview=document.name, text=document.page.text, each_line=True, place=document.row.place
                )
            else:
                self.project.flag("documents have no words")

    def codings(self, tags: Mapping[int | None, Sequence[int | None]]) -> Iterator[Coding]:
        """The highlights, document after document: one coding for the tags that one person put at one time. `tags` are
        those of each highlight."""
        for number, document in self._documents.items():
            for row, kept in self._highlights[number]:
                selector = self._selector(document, row, kept)
                for doing, codes in self._doings(document, row, tags.get(row.whole("id"), ())).items():
                    by = self.project.person(doing.by)
                    yield Coding(
                        interview=document.name,
                        selector=selector,
                        codes=tuple(codes),
                        coder=by,
                        date=doing.date,
                        place=row.place,
                    )

    def _doings(self, document: _Document, row: Row, tags: Sequence[int | None]) -> dict[Doing, list[str]]:
        """What was put to a highlight by whom and when; of a highlight without tags, who made it."""
        highlight = row.whole("id") or 0
        found: defaultdict[Doing, list[str]] = defaultdict(list)
        for tag in tags:
            if ("tag", tag) in self.codes:
                found[document.history.doing(highlight, tag)].append(self.codes.name(("tag", tag)))
            else:
                self.project.flag("highlights have a tag that the file does not hold")
        return dict(found) or {document.history.doing(highlight): []}

    def _selector(self, document: _Document, row: Row, kept: str) -> QuoteSelector:
        nodes = document.marked.span(row.whole("start_offset"), row.whole("end_offset"))
        mark = int(document.marked.stored.has_bom)
        place = document.page.span(nodes[0] + mark, nodes[1] + mark) if nodes else None
        if place is None:
            return QuoteSelector(kept if kept.strip() else "[a highlight without words]")
        words = document.page.text[slice(*place)]
        if kept != words and kept.strip() and fold(kept) != fold(words):
            self.project.note(_STALE)
        return QuoteSelector(words, *place)
