"""Writes docs/reference/formats.md from the modules that read and write: `python scripts/make_formats_reference.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from graphmodel.formats import formats  # noqa: E402
from graphmodel.records import Kind  # noqa: E402
from loaders import pdf_pages, safety, sqlite, transcript_html, transcript_pdf, transcript_rtf  # noqa: E402

if TYPE_CHECKING:
    from graphmodel.formats import FormatUse

PAGE = ROOT / "docs" / "reference" / "formats.md"
HEAD = """# Formats

Made from the modules that read and write by `python scripts/make_formats_reference.py`; `graphmodel formats` lists
the same. `graphmodel load FILE` recognises a file by what it holds. Where it could be several things, or none, it
says which are meant or known, and loads nothing.
"""
OWN = """
## Files of a study folder

[The study folder](study-folder.md) says what each of them holds. Literature and transcripts are also what other
programs export.
"""
OTHERS = """
## Projects and exports of other programs

A file given to `graphmodel load` becomes a study named after it, or a part of the study that `--study` names. Named
in `study.yaml` under `sources`, it is a part of the study folder. What a file holds and a study has no place for is
told when it is loaded.

What all tables of codings have in common:

- A table is recognised by its headers, whatever its file is called: `.csv` (comma, semicolon or tab), `.tsv`,
  `.xlsx` or `.xls`.
- Codes, and the codes above them where a code is given by its path, become the codebook. In MAXQDA, Dedoose and
  NVivo a path is separated by `\\` (in newer tables of MAXQDA by ` > `); in Taguette by `.` or `/`, where what stands
  before is a tag too.
- Several codes in a cell are separated as the number of codes beside them says (ATLAS.ti's Density); without a number
  by new lines or semicolons.
- Weights, and titles of quotations that are more than their first words, go into the note of a coding.
- Dates may be written with the day or the month first: all dates of a file decide together. Where none of them
  tells, they are left out and flagged.
- Excerpts are looked for by their words in the transcript, which is loaded beside them (`interviews/`). Positions
  are used where they count characters of a plain text (OpenQDA, requal) and are as far apart as their words are
  long. Other positions (MAXQDA's paragraphs, Dedoose's ranges, ATLAS.ti's references) tell excerpts of the same
  words in one document apart: they are the first, second … place of these words, which is flagged. Where a table
  says no place (Taguette), such excerpts are read as one and counted.
- A group of documents (ATLAS.ti, MAXQDA) becomes a memo that lists its interviews.
- NVivo's report Coding Summary by Code is laid out for print and read in its English form, as a workbook or text; no
  file of the program was at hand when this was written, so compare the counts: a source of which it announces other
  numbers of references than were found is flagged.
- MAXQDA's headers are known in English, German, Spanish, French, Portuguese, Italian, Dutch, Polish, Swedish and
  Japanese. English, Polish and some of the German ones were seen in tables of the program, the others are its words
  translated: where a table is not recognised, map its columns in `study.yaml` under `tables`.

Of a REFI-QDA project:

- Users are researchers. Cases with a name are participants and their variables attributes; a source of several cases
  was given by all of them. A case without a name says its variables of its sources.
- Notes are memos about what refers to them and what they are linked to; a note that only codings refer to is their
  note. Descriptions of sources, cases, and of passages without a code are memos too, and so are each set, with its
  members, and each graph, with what is drawn on it. A link between two codes is a proposition.
- A PDF has the words of its text representation, a recording those of its transcript. Where the file carries no
  words, excerpts are those that the program keeps beside its selections, else a label such as
  `[page 2, area 19,515,576,676]`.
- Sources of one name, and codes of one name side by side, are told apart by a number: `Interview 2 (2)`.
- What positions count is decided as for SQLite projects, below; by the edges of words where no quotations are kept.

A Word document with comments is a transcript with its codes. Each paragraph of a comment is a code, or several
separated by `;`; one that ends like a sentence, or is long, is a note on the codes of its comment. A comment without a
code becomes a memo about the interview. The layout that Dedoose writes (`Codes (485-522)`, then a code a paragraph)
is read likewise, and an answer to a comment is a note on its codes. In `interviews/` such a document is a
transcript only.

What QualCoder, RQDA and Taguette have in common, whose projects are SQLite files:

- The file is opened to be read and never changed. Close the program first: changes that still wait in a file beside
  it (`-wal`) are not read, and the load says so. A view, a trigger or a computed column in place of what the program
  itself makes is refused.
- What positions count is decided by the quotations that the program keeps, over all texts of the project together,
  and reported with its score.
- Cases are participants and their variables attributes. Variables of a source belong to the case that gave it, else
  to a participant called as the source is; variables that look like a name, an address or another way to tell who
  somebody is are left out and flagged.
- A code that was renamed in the program is renamed here: its codings, memos and links stay.
- QualCoder's project is the folder `X.qda`, versions 8 to 17. Memos of codes and categories are their definitions;
  annotations become memos that begin with the words they stand beside, and memos of attributes are memos too.
  Codings of pictures and recordings have a label such as `[1:01.000 to 1:05.500]` in place of words. A coding that
  is marked as important says so in its note.
- RQDA keeps what was deleted; it is left out and counted. A category of files becomes a memo that lists them. Where
  a coding and its quotation are one character apart, the words that were meant are taken.
- In QualCoder and RQDA, who made a code and when is a revision.
- Taguette's tags are read as paths where their names bear it out, as in its tables. Its log says who put which tag
  to a highlight and when, and what became of the tags: creations, renamings, new descriptions, merges and deletions
  are revisions. Where a file holds several projects, the tags of each are put below its name.
"""
ANOTHER = """
## Another program's table

A table that is not recognised needs no program: list it in `study.yaml` under
[`tables`](study-folder.md#tables-of-other-programs), with its headers beside ours.

To have every table of a program recognised, say what it is in `loaders/formats.py`, and declare its headers in the
module of `loaders/` that you name there, of which `loaders/requal_segments.py` is the whole of one: `EXPORT` says which
header holds the document, the words, the codes, the coder. Put a sample of your own making into
`tests/loaders/samples/` in a folder named as the module, and take its golden records with
`python -m tests.loaders.golden --write`: it says what it writes, and overwrites none without `--force`. A table of
codes alone is a `CodeList`, as in `loaders/taguette_codebook.py`. Then `python scripts/make_formats_reference.py`
brings this page up to date.
"""
BOUNDS = """
## Bounds

Beside [those of all files](study-folder.md#bounds):

| what | bound |
|---|---|
| an `.rtf` | {rtf} MB |
| a web page | {html} MB |
| a PDF | {pdf} MB, {pages:,} pages, {seconds} seconds and 1 GB of memory in a process of its own |
| an SQLite project | {text} MB of text, {cell} MB a cell, {rows:,} rows |
"""


def page() -> str:
    """The whole page."""
    return "".join(_page())


def _page() -> Iterator[str]:
    read = [each for each in formats() if each.use == "read"]
    yield HEAD
    yield OWN
    yield from _table(each for each in read if each.holds is not Kind.PROJECT)
    yield OTHERS
    yield from _table(each for each in read if each.holds is Kind.PROJECT)
    written = [each for each in formats() if each.use == "written"]
    if written:
        yield "\n## Written\n"
        yield from _table(written)
    yield ANOTHER
    yield BOUNDS.format(
        rtf=transcript_rtf.MAX_BYTES // safety.MEGABYTE,
        html=transcript_html.MAX_BYTES // safety.MEGABYTE,
        pdf=transcript_pdf.MAX_BYTES // safety.MEGABYTE,
        pages=pdf_pages.MAX_PAGES,
        seconds=transcript_pdf.MAX_SECONDS,
        text=sqlite.MAX_TEXT_BYTES // safety.MEGABYTE,
        cell=sqlite.MAX_CELL_BYTES // safety.MEGABYTE,
        rows=sqlite.MAX_ROWS,
    )


def _table(rows: Iterable[FormatUse]) -> Iterator[str]:
    yield "\n| format | files | holds | what |\n|---|---|---|---|\n"
    for each in rows:
        files = " ".join(f"`{suffix}`" for suffix in each.suffixes)
        yield f"| {each.name} | {files} | {each.holds.value} | {each.what} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
