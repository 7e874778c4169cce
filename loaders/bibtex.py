"""Literature as BibTeX or BibLaTeX."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import lru_cache

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock
from pylatexenc.latex2text import LatexNodes2Text

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import Reference
from loaders.format import Read, Unrecognised
from loaders.references import Shelf, Types, doi_of, pages_of, person, plain, read_entries, year_of
from loaders.source import Source

VERSION = 1

TYPES = Types(
    {
        "article": "article-journal", "book": "book", "booklet": "pamphlet", "inbook": "chapter",
        "incollection": "chapter", "collection": "book", "inproceedings": "paper-conference",
        "conference": "paper-conference", "proceedings": "book", "phdthesis": "thesis", "mastersthesis": "thesis",
        "thesis": "thesis", "techreport": "report", "report": "report", "online": "webpage",
        "electronic": "webpage", "unpublished": "manuscript", "misc": "document", "manual": "report",
    }
)  # fmt: skip
_LATEX = re.compile(r"[\\{}~$]|``|''|--")
_KEYLESS = re.compile(
    r"^([ \t]*@(?!string\b|comment\b|preamble\b)\w{1,40}[ \t]*\{)(?=\s*\w{1,40}\s*=)", re.IGNORECASE | re.MULTILINE
)
"""Where nothing but an entry's key, with the comma behind it, is missing."""
_BARE = re.compile(r"(?<!\\)([&%#])")
_TO_TEXT = LatexNodes2Text(math_mode="verbatim", keep_comments=True)

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("pylatexenc").addHandler(logging.NullHandler())


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is BibTeX."""
    return file.suffix == ".bib"


def read(source: Source) -> Read:
    """The References that can be read, each that cannot by name."""
    text, problems = read_entries(source.path)
    yield from problems
    shelf = Shelf(source.path)
    library = parse_string(_KEYLESS.sub(r"\1,", text))
    if "@" in text and not (library.entries or library.failed_blocks):
        hint = "An entry looks like @book{charmaz2006, title = {…}, …}"
        yield Problem(Severity.FLAG, "the file holds no entry that can be read", Place(source.path), hint)
    for block in library.blocks:
        place = Place(source.path, line=(block.start_line or 0) + 1)
        if isinstance(block, DuplicateBlockKeyBlock) and isinstance(block.ignore_error_block, Entry):
            yield from shelf.add(_reference(block.ignore_error_block, place))
        elif isinstance(block, ParsingFailedBlock):
            yield _unread(block, place)
        elif isinstance(block, Entry):
            yield from shelf.add(_reference(block, place))


def _unread(block: ParsingFailedBlock, place: Place) -> Problem:
    name = (block.raw or "").strip().partition("\n")[0][:60]
    reason = (
        "a field is given twice" if isinstance(block, DuplicateFieldKeyBlock) else "its braces or commas do not fit"
    )
    message = f"the entry {name} cannot be read: {reason}"
    return Problem(Severity.FLAG, message, place, "Mend the entry; the others are read")


def _reference(entry: Entry, place: Place) -> Reference:
    fields = {field.key.lower(): str(field.value) for field in entry.fields}

    def first(*names: str) -> str | None:
        return next((text for name in names if (text := plain(_unlatexed(fields.get(name, ""))))), None)

    return Reference(
        key=entry.key.strip(),
        type=TYPES.csl(entry.entry_type),
        title=first("title"),
        authors=tuple(_people(fields.get("author") or fields.get("editor") or "")),
        year=year_of(first("year", "date")),
        container=first("journal", "journaltitle", "booktitle"),
        volume=first("volume"),
        issue=first("number", "issue"),
        pages=pages_of(first("pages")),
        doi=doi_of(first("doi")),
        place=place,
    )


def _people(field: str) -> Iterator[str]:
    for name in split_multiple_persons_names(field):
        if name.startswith("{") and name.endswith("}"):
            yield _unlatexed(name).strip()
            continue
        parts = parse_single_name_into_parts(name, strict=False)
        family, given = " ".join((*parts.von, *parts.last)), " ".join((*parts.first, *parts.jr))
        yield person(_unlatexed(family), _unlatexed(given))


@lru_cache(maxsize=10_000)
def _unlatexed(text: str) -> str:
    """LaTeX's accents, dashes and commands as plain text; as written where they nest beyond reason. Kept, because names
    of authors and journals come again."""
    if not _LATEX.search(text):
        return text
    try:
        return str(_TO_TEXT.latex_to_text(_BARE.sub(r"\\\1", text), tolerant_parsing=True))
    except RecursionError:
        return text
