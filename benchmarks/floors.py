"""The least that anybody does who reads such a file: the library alone, gone through to the end, nothing made of it."""

from __future__ import annotations

import csv
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from lxml import etree


def csv_rows(path: Path) -> int:
    """All rows, by Python's own csv."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.reader(file))


def workbook_rows(path: Path) -> int:
    """All rows of the first sheet, by python-calamine."""
    from python_calamine import CalamineWorkbook

    return sum(1 for _ in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows())


def old_workbook_rows(path: Path) -> int:
    """All rows of the first sheet, by xlrd."""
    import xlrd

    return sum(1 for _ in xlrd.open_workbook(str(path)).sheet_by_index(0).get_rows())


def sqlite_rows(path: Path) -> int:
    """All rows of all tables, by sqlite3."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return sum(sum(1 for _ in connection.execute(f'SELECT * FROM "{table}"')) for table in tables)


def xml_elements(path: Path) -> int:
    """All elements, by lxml's iterparse."""
    return sum(1 for _ in etree.iterparse(str(path)))


def zipped_xml(path: Path) -> int:
    """All elements of the XML in a ZIP, by lxml's iterparse, and all its texts unpacked and decoded."""
    count = 0
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".qde", "document.xml", "comments.xml", "content.xml")):
                with archive.open(name) as part:
                    count += sum(1 for _ in etree.iterparse(part))
            elif name.endswith(".txt"):
                archive.read(name).decode("utf-8-sig")
    return count


def decoded(path: Path) -> int:
    """The characters of a text."""
    return len(path.read_bytes().decode("utf-8-sig"))


def html_nodes(path: Path) -> int:
    """All nodes of a page, by lxml.html."""
    from lxml import html

    return sum(1 for _ in html.document_fromstring(path.read_bytes()).iter())


def rtf_text(path: Path) -> int:
    """The words, by striprtf."""
    from striprtf.striprtf import rtf_to_text

    return len(rtf_to_text(path.read_text("ascii")))


def pdf_text(path: Path) -> int:
    """The words of all pages, by pypdf."""
    from pypdf import PdfReader

    return sum(len(page.extract_text()) for page in PdfReader(path).pages)


def vtt_cues(path: Path) -> int:
    """The cues, by webvtt-py."""
    import webvtt

    return len(webvtt.read(str(path)))


def srt_cues(path: Path) -> int:
    """The cues, by srt."""
    import srt

    return sum(1 for _ in srt.parse(path.read_text("utf-8")))


def bibtex_entries(path: Path) -> int:
    """The entries, by bibtexparser without what it can do with them."""
    from bibtexparser.entrypoint import parse_file

    return len(parse_file(str(path), parse_stack=[]).entries)


def ris_entries(path: Path) -> int:
    """The entries, by rispy."""
    import rispy

    return len(rispy.loads(path.read_text("utf-8")))


def json_items(path: Path) -> int:
    """The items, by Python's own json."""
    return len(json.loads(path.read_bytes()))


FLOORS: dict[str, Callable[[Path], int]] = {
    "csv": csv_rows, "calamine": workbook_rows, "xlrd": old_workbook_rows, "sqlite3": sqlite_rows, "lxml": xml_elements,
    "zip + lxml": zipped_xml, "decode": decoded, "lxml.html": html_nodes, "striprtf": rtf_text, "pypdf": pdf_text,
    "webvtt": vtt_cues, "srt": srt_cues, "bibtexparser": bibtex_entries, "rispy": ris_entries, "json": json_items,
}  # fmt: skip
