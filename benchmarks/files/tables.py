"""Large tables of codings as programs export them, and as a study folder holds them."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import openpyxl
import xlwt

from benchmarks.material import CODES, Interview, Material, Passage, path
from tests.loaders.builders.exports import MAXQDA_HEADERS

Row = Sequence[object]
Rows = Iterator[Row]
OLD_ROWS = 65_000
"""How many rows a sheet of the old kind (.xls) can hold, about."""
_WIDE = re.compile("[\U00010000-\U0010ffff]")
"""What xlwt counts wrongly."""


def save(rows: Iterable[Row], file: Path) -> None:
    """The rows as the kind of table that the file's suffix names."""
    {".csv": _csv, ".xlsx": _xlsx, ".xls": _xls}[file.suffix](rows, file)


def _csv(rows: Iterable[Row], file: Path) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, lineterminator="\r\n").writerows(rows)


def _xlsx(rows: Iterable[Row], file: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("codings")
    for row in rows:
        sheet.append([None if cell == "" else cell for cell in row])
    book.save(file)


def _xls(rows: Iterable[Row], file: Path) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("codings")
    for number, row in enumerate(rows):
        if number > OLD_ROWS:
            break
        for at, cell in enumerate(row):
            sheet.write(number, at, _WIDE.sub("☺", cell) if isinstance(cell, str) else cell)
    book.save(str(file))


def _passages(material: Material) -> Iterator[tuple[Interview, int, Passage]]:
    for interview in material.interviews:
        for number, passage in enumerate(interview.passages, start=1):
            yield interview, number, passage


def study(material: Material) -> Rows:
    """The codings table of a study folder."""
    yield ("interview", "quote", "codes", "coder", "date", "note")
    for interview, _, each in _passages(material):
        yield interview.name, each.words, "; ".join(map(_name, each.codes)), each.coder, each.date[:10], ""


def taguette(material: Material) -> Rows:
    """Taguette's highlights: a row a tag."""
    yield ("id", "document", "tag", "content")
    for at, (interview, _, each) in enumerate(_passages(material)):
        for code in each.codes:
            yield at, interview.name, ".".join(path(code)), each.words


def atlasti(material: Material) -> Rows:
    """ATLAS.ti's quotations: several codes a cell."""
    yield (
        "ID", "Quotation Name", "Document", "Document Groups", "Quotation Content", "Comment", "Codes", "Reference",
        "Density", "Created by", "Modified by", "Created", "Modified",
    )  # fmt: skip
    for interview, number, each in _passages(material):
        codes, day = "\n".join(map(_name, each.codes)), f"{each.date[8:10]}/{each.date[5:7]}/{each.date[:4]} 10:20"
        yield (
            f"{interview.person}:{number}", each.words[:20] + "…", interview.name, "", each.words, "", codes, "2 - 2",
            len(each.codes), each.coder, each.coder, day, day,
        )  # fmt: skip


def maxqda(material: Material) -> Rows:
    """MAXQDA's coded segments with German headers: a row a code."""
    yield MAXQDA_HEADERS["de"]
    for interview, number, each in _passages(material):
        date = f"{each.date[8:10]}.{each.date[5:7]}.{each.date[:4]} {each.date[11:]}"
        for code in each.codes:
            yield "Gruppe", interview.name, "\\".join(path(code)), number, number, 0, each.words, each.coder, date, ""


def dedoose(material: Material) -> Rows:
    """Dedoose's excerpts: three columns for each of the first 20 codes, all of them in one cell beside."""
    codes = [_name(code) for code in range(20)]
    yield (
        "Media Title", "Excerpt Range", "Excerpt Creator", "Excerpt Date", "Excerpt Copy", "Resource Creator",
        "Resource Date", "Codes Applied Combined",
        *(f"Code: {code} {what}" for code in codes for what in ("Applied", "Range", "Weight")),
    )  # fmt: skip
    for interview, _, each in _passages(material):
        applied = {_name(code % 20) for code in each.codes}
        day = f"{int(each.date[5:7])}/{int(each.date[8:10])}/{each.date[:4]}"
        cells = [cell for code in codes for cell in (code in applied, "", "")]
        yield (
            f"{interview.name}.docx", f"{each.start}-{each.end}", each.coder, day, each.words, each.coder, day,
            ", ".join(sorted(applied)), *cells,
        )  # fmt: skip


def openqda(material: Material) -> Rows:
    """OpenQDA's selections with their positions in code points: a row a code."""
    yield ("source", "code category", "created by", "created at", "last update", "start pos", "end pos", "selection")
    for interview, _, each in _passages(material):
        for code in each.codes:
            date = f"{each.date}.000000Z"
            yield interview.name, _name(code), each.coder, date, "", each.start, each.end, each.words


def requal(material: Material) -> Rows:
    """requal's segments, whose characters count from 1."""
    yield (
        "",
        "doc_name",
        "doc_id",
        "code_name",
        "code_id",
        "segment_text",
        "segment_start",
        "segment_end",
        "user_name",
    )
    for at, (interview, _, each) in enumerate(_passages(material)):
        for code in each.codes:
            yield at, interview.name, 1, _name(code), code, each.words, each.start + 1, each.end, each.coder


def nvivo_codes(material: Material) -> Rows:
    """NVivo's codes with their paths and what they mean, 20 times over."""
    yield ("Hierarchical Name", "Description", "Aggregate", "Files", "References")
    for code in range(CODES * 20):
        yield "\\".join(("Codes", *path(code))), f"What code {code + 1} méans, and when it is put.", "No", 3, 7


def nvivo_summary(material: Material) -> Rows:
    """NVivo's report Coding Summary by Code: code after code, source after source, the words below each reference."""
    yield "", "Coding Summary By Code"
    yield (
        "Aggregate", "Classification", "Coverage", "Number Of Coding References", "Reference Number",
        "Coded By Initials", "Modified On",
    )  # fmt: skip
    for code in range(CODES):
        yield ("\\".join(("Codes\\", *path(code))),)
        for interview in material.interviews:
            found = [each for each in interview.passages if code in each.codes]
            if found:
                yield "", f"Files\\\\{interview.name}"
                yield "No", "", 0.01, len(found)
            for number, each in enumerate(found, start=1):
                day = f"{each.date[8:10]}/{each.date[5:7]}/{each.date[:4]} 10:20"
                yield "", "", "", "", number, each.coder, day
                yield (each.words,)


def nvivo_references(material: Material, file: Path) -> None:
    """NVivo's references of one code as text: all passages, by source."""
    with file.open("w", encoding="utf-8", newline="\r\n") as stream:
        for interview in material.interviews:
            stream.write(
                f"<Files\\\\{interview.name}> - § {len(interview.passages)} references coded [ 6.78% Coverage]\n\n"
            )
            for number, each in enumerate(interview.passages, start=1):
                stream.write(f"Reference {number} - 0.98% Coverage\n\n{each.words}\n\n")


def _name(code: int) -> str:
    return path(code)[2]


TABLES: dict[str, Callable[[Material], Rows]] = {
    "study": study, "taguette": taguette, "atlasti": atlasti, "maxqda": maxqda, "dedoose": dedoose, "openqda": openqda,
    "requal": requal, "nvivo_codes": nvivo_codes, "nvivo_summary": nvivo_summary,
}  # fmt: skip
