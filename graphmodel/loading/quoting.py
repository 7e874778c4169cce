"""Words written beside offsets in a researcher's own codings tables, on request: the only place that writes to a study
folder."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from graphmodel.formulas import as_text
from graphmodel.graph.document import Document
from graphmodel.graph.selectors import quotes_of
from graphmodel.names import fold_interview
from graphmodel.quotes.selector import Verification
from graphmodel.records import Coding, Kind
from loaders.cells import delimiter_of
from loaders.codings import COLUMNS
from loaders.source import Source
from loaders.tables import Table
from loaders.text import read_text

Spot = tuple[str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Quoted:
    """The number of rows of a file that got the words that they stand for, and what could not be written."""

    path: Path
    rows: int
    problems: tuple[Problem, ...] = ()


def write_quotes(sources: Sequence[Source], documents: Iterable[Document]) -> list[Quoted]:
    """Put the words into every row of the codings tables that has only start and end, as they were found now.

    `documents` are those that the tables hold, with the places of their quotes. Each file is replaced whole, with its
    separator and encoding as they were; a workbook is reported instead.
    """
    wanted = {source.name: _rows_without_words(source) for source in sources if source.kind is Kind.CODINGS}
    wanted = {name: rows for name, rows in wanted.items() if rows}
    words = _words(documents) if wanted else {}
    return [_write(source, wanted[source.name], words) for source in sources if source.name in wanted]


def _rows_without_words(source: Source) -> dict[int, Spot]:
    """The rows (as Excel counts them) that have offsets and no words, with the place that each names."""
    codings = [record for record in source.read() if isinstance(record, Coding)]
    return {
        coding.place.row: (fold_interview(coding.interview or ""), coding.selector.start, coding.selector.end)
        for coding in codings
        if coding.place.row is not None and not coding.selector.quote
    }


def _words(documents: Iterable[Document]) -> dict[Spot, str]:
    found: dict[Spot, str] = {}
    for document in documents:
        if document.kind is Kind.CODINGS and document.records:
            quotes = zip(quotes_of(document), document.placed, strict=True)
            for (interview, row), placed in quotes:
                if placed.verification is not Verification.UNCHECKED:
                    found.setdefault((interview, row.selector.start, row.selector.end), placed.text)
    return found


def _write(source: Source, wanted: dict[int, Spot], words: dict[Spot, str]) -> Quoted:
    if source.path.suffix.lower() not in (".csv", ".tsv"):
        message = f"{len(wanted)} rows have no quote, and words are written into .csv files only"
        return Quoted(source.path, 0, (Problem(Severity.FLAG, message, Place(source.path), "save the table as .csv"),))
    found = {row: words[place] for row, place in wanted.items() if words.get(place)}
    if found:
        _replace(source, found)
    missing = [row for row in wanted if row not in found]
    problems = [
        Problem(Severity.FLAG, "no words stand at these positions, so none were written", Place(source.path, row=row))
        for row in missing
    ]
    return Quoted(source.path, len(found), tuple(problems))


def _replace(source: Source, found: dict[int, str]) -> None:
    content = source.path.read_bytes()
    text, _ = read_text(source.path)
    delimiter = delimiter_of(text)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    position = _quote_column(source, rows)
    for number, words in found.items():
        cells = rows[number - 1]
        cells += [""] * (position + 1 - len(cells))
        cells[position] = as_text(words)
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n" if b"\r\n" in content else "\n").writerows(rows)
    _swap(source.path, out.getvalue().encode(_encoding(content)))


def _quote_column(source: Source, rows: list[list[str]]) -> int:
    """The column that the words go to: the table's quote column, or a new last one."""
    table = Table(source, COLUMNS)
    headers = rows[table.header_row - 1]
    if table.has("quote"):
        return headers.index(table.header_of("quote"))
    headers.append("quote")
    return len(headers) - 1


def _encoding(content: bytes) -> str:
    """UTF-8, with the mark that Excel looks for where the file had it or was in another encoding."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8-sig"
    return "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8"


def _swap(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).chmod(path.stat().st_mode)
    Path(name).replace(path)
