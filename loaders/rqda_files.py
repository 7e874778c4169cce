"""The files of an RQDA project with what was marked in them. Only rows with status 1 are alive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graphmodel.errors import Problem
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, MemoLink, Transcript
from loaders.code_tree import CodeTree
from loaders.format import Read
from loaders.marked import MarkedText, settle
from loaders.offset_readings import StoredText
from loaders.offsets import Span
from loaders.project import Project
from loaders.rqda_positions import line_at, off_by_one
from loaders.sqlite import Database
from loaders.sqlite_row import Row

MARK = ("owner", "date", "memo", "status")
"""The columns of everything that somebody made."""
_ALIVE = 1
_LONG_QUOTE = "codings keep one character more than their span, as RQDA leaves it after an edit; the span is taken"
_BESIDE = "codings stand one character beside the words that they keep; the words are taken"


def alive(database: Database, project: Project, table: str, *columns: str) -> Iterator[Row]:
    """The rows of a table that were not deleted; tables of old versions have no status."""
    for row in database.rows(table, *columns):
        if "status" not in row.cells or row.whole("status") == _ALIVE:
            yield row
        else:
            project.note("rows were deleted in RQDA and are left out")


class Files:
    """The files of a project by their ids."""

    def __init__(self, database: Database, project: Project, codes: CodeTree) -> None:
        self.database, self.project, self.codes = database, project, codes
        self.texts: dict[int | None, MarkedText] = {}
        self._marks: defaultdict[int | None, list[Row]] = defaultdict(list)

    def read(self) -> Read:
        """Look through the files and their codings: gives the files' memos, and how positions are read."""
        for row in alive(self.database, self.project, "source", "id", "name", "file", *MARK):
            *problems, name = self.project.source(row.text("name"), row.place)
            yield from (problem for problem in problems if isinstance(problem, Problem))
            text = self.texts[row.whole("id")] = MarkedText(str(name), StoredText(row.raw("file")), row.place)
            yield from self.project.memo_of(f"Memo on {name}", row, [_interview(text)])
        for table in ("coding", "coding2"):
            for row in alive(self.database, self.project, table, "cid", "fid", "seltext", "selfirst", "selend", *MARK):
                self._mark(row)
        yield from settle(list(self.texts.values()))

    def _mark(self, row: Row) -> None:
        text, start, end = self.texts.get(row.whole("fid")), row.whole("selfirst"), row.whole("selend")
        if text is None:
            self.project.flag("codings name a file that the project does not hold or that was deleted")
            return
        self._marks[row.whole("fid")].append(row)
        if start is not None and end is not None:
            text.spans.append(Span(start, end, row.raw("seltext") or None))

    def transcripts(self) -> Iterator[Transcript]:
        """The words of each file."""
        for text in self.texts.values():
            words = text.stored.text
            if words.strip():
                yield Transcript(text.name, words, place=text.place)
            else:
                self.project.flag("files have no words")

    def codings(self) -> Iterator[Coding]:
        """The codings, file after file."""
        for number, text in self.texts.items():
            for row in self._marks[number]:
                yield from self._coding(text, row)

    def _coding(self, text: MarkedText, row: Row) -> Iterator[Coding]:
        code = ("code", row.whole("cid"))
        if code not in self.codes:
            self.project.flag("codings name a code that the project does not hold or that was deleted")
            return
        coder, date = self.project.person(row.text("owner")), self.project.date(row.text("date"))
        yield Coding(
            interview=text.name,
            selector=self._selector(text, row),
            codes=(self.codes.name(code),),
            coder=coder,
            date=date,
            note=row.text("memo"),
            place=row.place,
        )

    def _selector(self, text: MarkedText, row: Row) -> QuoteSelector:
        start, end, quote = row.whole("selfirst"), row.whole("selend"), row.raw("seltext")
        place = text.span(start, end)
        settled = off_by_one(text.stored.text, *place, quote) if place and quote.strip() else None
        if settled is None:
            return text.selector(start, end, quote)
        self.project.note(_LONG_QUOTE if settled == place else _BESIDE)
        return QuoteSelector(text.stored.text[slice(*settled)], *settled)

    def annotations(self) -> Read:
        """What was written at a position, as memos that begin with the line that stands there."""
        for row in alive(
            self.database, self.project, "annotation", "fid", "position", "annotation", "owner", "date", "status"
        ):
            text, words = self.texts.get(row.whole("fid")), row.text("annotation")
            if text is None or words is None:
                self.project.flag("annotations have no text or no file")
                continue
            line = line_at(text.stored.text, row.whole("position") or 0)
            name = f"Annotation {row.number} on {text.name}"
            yield from self.project.memo_of(name, row, [_interview(text)], f"> {line}\n\n{words}" if line else words)


def _interview(text: MarkedText) -> MemoLink:
    return MemoLink(text.name, "interview", text.place)
