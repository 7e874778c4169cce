"""A Word document with codes as comments: a transcript whose passages are coded, by whom and when.

A paragraph of a comment is a code, or several parted by `;`; one that reads as a sentence is a note on them. Dedoose
writes `Codes (485-522)` above them. An answer to a comment is a note on its codes.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.errors import Place, Problem, Severity
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Memo, MemoLink, Researcher
from loaders.export_codes import CodePaths, parted_by
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.transcript_docx import Opened, look
from loaders.transcripts import transcript
from loaders.word_remarks import Remark, text_and_remarks

VERSION = 1
_parts = parted_by("\\", " > ")


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a .docx with comments."""
    return file.suffix == ".docx" and file.found(look).commented


def read(source: Source) -> Read:
    """The Transcript, the Researchers who commented, the Concepts, the Codings, and a Memo for each comment that holds
    no code."""
    opened = Opened(source.path)
    yield from opened.problems
    text, remarks = text_and_remarks(opened)
    yield from transcript(source, text, each_line=True)
    yield from map(Researcher, dict.fromkeys(remark.author for remark in remarks if remark.author))
    paths = CodePaths()
    parts = _parts(code for remark in remarks for code in remark.codes)
    places = [Place(source.path, part=f"comment {number}") for number in range(1, len(remarks) + 1)]
    coded = [
        [paths.add(parts[code], place) for code in remark.codes] for remark, place in zip(remarks, places, strict=True)
    ]
    yield from paths.concepts()
    for remark, codes, place in zip(remarks, coded, places, strict=True):
        yield _record(source, remark, tuple(dict.fromkeys(map(paths.called, codes))), text, place)


def _record(source: Source, remark: Remark, codes: Sequence[str], text: str, place: Place) -> Coding | Memo | Problem:
    interview = source.path.stem
    quote = text[slice(*remark.span)] if remark.span else None
    note = "\n".join(remark.notes) or None
    if codes and remark.span:
        selector = QuoteSelector(quote, *remark.span)
        return Coding(
            interview=interview,
            selector=selector,
            codes=tuple(codes),
            coder=remark.author,
            date=remark.date,
            note=note,
            place=place,
        )
    if codes or not note:
        what = f"the comment `{'; '.join(codes)[:60]}` stands at no words" if codes else "the comment is empty"
        return Problem(Severity.FLAG, f"{what} and is left out", place, "Select the words that it is about")
    return Memo(
        name=f"{interview}, {place.part}",
        date=remark.date,
        author=remark.author,
        text=f"> {' '.join(quote.split())}\n\n{note}" if quote else note,
        about=(MemoLink(interview, "interview", place),),
        place=place,
    )
