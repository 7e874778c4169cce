"""The sources of a QualCoder project with what was marked in them: codings of words, pictures and recordings, and
annotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from graphmodel.errors import Problem
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, MemoLink, Transcript
from loaders.code_tree import CodeTree
from loaders.format import Read
from loaders.marked import MarkedText, settle
from loaders.offset_readings import StoredText
from loaders.offsets import Span
from loaders.project import Project
from loaders.sqlite import Database
from loaders.sqlite_row import Row

MARK = ("owner", "date", "memo")
"""The columns of everything that somebody made."""
_UNKNOWN_SOURCE = "codings name a source that the project does not hold"
_IMPORTANT = "marked as important"
_AREA = ("x1", "y1", "width", "height")


@dataclass(slots=True)
class File:
    """A source: its name in the records, and its words where it has any."""

    name: str
    row: Row
    text: MarkedText | None = None
    marks: list[Row] = field(default_factory=list)

    @property
    def link(self) -> MemoLink:
        """The source as what a memo is about."""
        return MemoLink(self.name, "interview", self.row.place)


class Sources:
    """The sources of a project by their ids."""

    def __init__(self, database: Database, project: Project, codes: CodeTree) -> None:
        self.database, self.project, self.codes = database, project, codes
        self.files: dict[int | None, File] = {}

    def read(self, references: Mapping[int | None, str]) -> Read:
        """Look through the sources and their codings: gives their memos, and how positions are read."""
        for row in self.database.rows("source", "id", "name", "fulltext", "mediapath", "risid", *MARK):
            *problems, name = self.project.source(row.text("name"), row.place)
            yield from (problem for problem in problems if isinstance(problem, Problem))
            file = self.files[row.whole("id")] = File(str(name), row)
            if row.raw("fulltext").strip():
                file.text = MarkedText(file.name, StoredText(row.raw("fulltext")), row.place)
            yield from self._memo(file, references.get(row.whole("risid")))
        for row in self.database.rows("code_text", "cid", "fid", "seltext", "pos0", "pos1", "important", *MARK):
            self._mark(row)
        yield from settle([file.text for file in self.files.values() if file.text])

    def _memo(self, file: File, reference: str | None) -> Read:
        text = f"{file.name} is a piece of literature." if reference and not file.row.text("memo") else None
        for memo in self.project.memo_of(f"Memo on {file.name}", file.row, [file.link], text):
            yield replace(memo, cites=(reference,) if reference else ())

    def _mark(self, row: Row) -> None:
        file = self.files.get(row.whole("fid"))
        if file is None:
            self.project.flag(_UNKNOWN_SOURCE)
            return
        file.marks.append(row)
        start, end = row.whole("pos0"), row.whole("pos1")
        if file.text and start is not None and end is not None:
            file.text.spans.append(Span(start, end, row.raw("seltext") or None))

    def transcripts(self) -> Iterator[Transcript]:
        """The words of each source that has any."""
        for file in self.files.values():
            if file.text:
                yield Transcript(file.name, file.text.stored.text, place=file.row.place)
            elif not file.row.text("mediapath"):
                self.project.flag("sources have no words")

    def codings(self) -> Iterator[Coding]:
        """The codings of words, source after source, then those of pictures and recordings, each with a label in
        brackets in place of words."""
        for file in self.files.values():
            for row in file.marks:
                yield from self._coding(file, row, self._selector(file, row))
        for row in self.database.rows("code_image", "id", "cid", "pdf_page", "important", *_AREA, *MARK):
            page, corners = row.whole("pdf_page"), ",".join(str(row.whole(name)) for name in _AREA)
            yield from self._labelled(row, f"[{f'page {page + 1}, ' if page is not None else ''}area {corners}]")
        for row in self.database.rows("code_av", "id", "cid", "pos0", "pos1", "important", *MARK):
            yield from self._labelled(row, f"[{_time(row.whole('pos0'))} to {_time(row.whole('pos1'))}]")

    def _selector(self, file: File, row: Row) -> QuoteSelector:
        start, end, quote = row.whole("pos0"), row.whole("pos1"), row.raw("seltext")
        return (
            file.text.selector(start, end, quote)
            if file.text
            else QuoteSelector(quote or f"[positions {start} to {end}]")
        )

    def _labelled(self, row: Row, label: str) -> Iterator[Coding]:
        file = self.files.get(row.whole("id"))
        if file is None:
            self.project.flag(_UNKNOWN_SOURCE)
            return
        self.project.note("codings of pictures and recordings have a label in place of words")
        yield from self._coding(file, row, QuoteSelector(label))

    def _coding(self, file: File, row: Row, selector: QuoteSelector) -> Iterator[Coding]:
        code = ("code", row.whole("cid"))
        if code not in self.codes:
            self.project.flag("codings name a code that the project does not hold")
            return
        coder, date = self.project.person(row.text("owner")), self.project.date(row.text("date"))
        note = "\n".join(filter(None, (row.text("memo"), _IMPORTANT if row.whole("important") else None))) or None
        yield Coding(
            interview=file.name,
            selector=selector,
            codes=(self.codes.name(code),),
            coder=coder,
            date=date,
            note=note,
            place=row.place,
        )

    def annotations(self) -> Read:
        """What was written beside a passage, as memos that begin with its words."""
        for row in self.database.rows("annotation", "anid", "fid", "pos0", "pos1", *MARK):
            file, memo = self.files.get(row.whole("fid")), row.text("memo")
            if file is None or memo is None:
                self.project.flag("annotations have no text or no source")
                continue
            words = file.text.words(row.whole("pos0"), row.whole("pos1")) if file.text else ""
            name = f"Annotation {row.whole('anid') or row.number} on {file.name}"
            yield from self.project.memo_of(name, row, [file.link], f"> {words}\n\n{memo}" if words else memo)


def _time(milliseconds: int | None) -> str:
    minutes, rest = divmod(max(milliseconds or 0, 0), 60_000)
    return f"{minutes}:{rest // 1000:02}.{rest % 1000:03}"
