"""What is read: a large file of each format, with the floor and the peers that read the same file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.files import refi, sqlite
from benchmarks.files.documents import DOCUMENTS
from benchmarks.files.literature import LITERATURE
from benchmarks.files.tables import TABLES, nvivo_references, save
from benchmarks.material import Material, material

CHARACTERS = 30_000
LONG_TALK, LONG_PDF, COMMENTS = 1_000_000, 300_000, 5_000


@dataclass(frozen=True, slots=True)
class Size:
    """How large the files are: interviews, passages an interview, references."""

    interviews: int = 100
    passages: int = 300
    references: int = 10_000


@dataclass(frozen=True, slots=True)
class Case:
    """A format with a file of it: which loader reads it, what is counted, the floor, the peers, what makes the file."""

    name: str
    loader: str
    file: str
    counted: str
    floor: str
    make: Callable[[Path], None]
    peers: tuple[str, ...] = ()


def cases(size: Size) -> Iterator[Case]:
    """Every format of which large files are met. The material is made once."""
    many = material(size.interviews, size.passages, CHARACTERS)
    yield from _projects(many)
    yield from _tables(many)
    yield from _transcripts()
    loaders = {".bib": "bibtex", ".ris": "ris", ".json": "csl", ".rdf": "zotero_rdf", ".xml": "endnote_xml"}
    floors = {".bib": "bibtexparser", ".ris": "rispy", ".json": "json", ".rdf": "lxml", ".xml": "lxml"}
    for suffix, make in LITERATURE.items():
        made = partial(make, size.references)
        yield Case(f"literature {suffix}", loaders[suffix], f"l{suffix}", "references", floors[suffix], made)


def _projects(many: Material) -> Iterator[Case]:
    package = partial(refi.qdpx, many)
    yield Case("REFI-QDA .qdpx", "refi", "p.qdpx", "codings", "zip + lxml", package, ("pyqdpx", "qualitative-coding"))
    yield Case("REFI-QDA .qde", "refi", "p.qde", "codings", "lxml", partial(refi.qde, many))
    yield Case("REFI-QDA .qdc", "refi_qdc", "p.qdc", "codes", "lxml", partial(refi.qdc, 20_000))
    yield Case("QualCoder .qda", "qualcoder", "p.qda", "codings", "sqlite3", partial(sqlite.qualcoder, many))
    yield Case("RQDA .rqda", "rqda", "p.rqda", "codings", "sqlite3", partial(sqlite.rqda, many))
    yield Case("Taguette .sqlite3", "taguette", "p.sqlite3", "codings", "sqlite3", partial(sqlite.taguette, many))


def _tables(many: Material) -> Iterator[Case]:
    for name, loader, made, suffixes in (
        ("Taguette highlights", "taguette_highlights", "taguette", (".csv", ".xlsx")),
        ("ATLAS.ti", "atlasti_quotations", "atlasti", (".csv", ".xlsx")),
        ("MAXQDA", "maxqda_segments", "maxqda", (".xlsx", ".xls")),
        ("Dedoose", "dedoose_excerpts", "dedoose", (".xlsx",)),
        ("OpenQDA", "openqda_codings", "openqda", (".csv",)),
        ("requal", "requal_segments", "requal", (".csv",)),
        ("study folder", "codings", "study", (".csv", ".xlsx")),
        ("NVivo coding summary", "nvivo_summary", "nvivo_summary", (".xlsx",)),
        ("NVivo codes", "nvivo_codes", "nvivo_codes", (".xlsx",)),
    ):
        for suffix in suffixes:
            floor = {".csv": "csv", ".xlsx": "calamine", ".xls": "xlrd"}[suffix]
            counted = "codes" if made == "nvivo_codes" else "codings"
            yield Case(f"{name} {suffix}", loader, f"{made}{suffix}", counted, floor, _table(many, made))
    references = partial(nvivo_references, many)
    yield Case("NVivo references .txt", "nvivo_references", "Heard.txt", "codings", "decode", references)


def _table(many: Material, name: str) -> Callable[[Path], None]:
    return lambda file: save(TABLES[name](many), file)


def _transcripts() -> Iterator[Case]:
    floors = {
        ".txt": "decode", ".docx": "zip + lxml", ".odt": "zip + lxml", ".rtf": "striprtf", ".html": "lxml.html",
        ".vtt": "webvtt", ".srt": "srt", ".pdf": "pypdf",
    }  # fmt: skip
    loaders = {".txt": "transcript_text"}
    for suffix, floor in floors.items():
        length = LONG_PDF if suffix == ".pdf" else LONG_TALK
        loader = loaders.get(suffix, f"transcript_{suffix[1:]}")
        yield Case(f"transcript {suffix}", loader, f"t{suffix}", "turns", floor, _document(suffix, length, 0))
    coded = _document(".docx", LONG_TALK, COMMENTS)
    yield Case("Word comments .docx", "word_comments", "c.docx", "codings", "zip + lxml", coded)


def _document(suffix: str, characters: int, comments: int) -> Callable[[Path], None]:
    return lambda file: DOCUMENTS[suffix](material(1, comments, characters).interviews[0], file)
