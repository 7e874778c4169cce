"""The interview that each transcript holds: as the interviews table says by its file, else as the file is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graphmodel.errors import Place, Problem, Severity
from graphmodel.graph.document import Document, Origin
from graphmodel.names import fold, fold_interview
from graphmodel.records import Interview, Kind

FOLDER = "interviews"
"""The folder of transcripts, which a path in the interviews table may leave out."""


def with_interviews(documents: Sequence[Document]) -> list[Document]:
    """The documents, each transcript with the interview that it holds."""
    named = {path: row.name for path, row in reversed(_files(documents)) if path}
    return [_with_interview(each, named) if each.kind is Kind.TRANSCRIPT else each for each in documents]


def _with_interview(document: Document, named: dict[str, str]) -> Document:
    title = named.get(document.path)
    assert document.outline is not None
    interview = fold_interview(title or document.outline.name or document.path)
    if (interview, title) == (document.interview, document.title):
        return document
    return replace(document, interview=interview, title=title)


def interview_title(transcript: Document) -> str:
    """The name of the interview that a transcript holds: as the interviews table has it, else as its file is named."""
    assert transcript.outline is not None
    return transcript.title or transcript.outline.name or transcript.path


def _files(documents: Iterable[Document]) -> list[tuple[str | None, Interview]]:
    """The rows of the interviews table that name a file, each with the path of that transcript, None where there is no
    such one. Transcripts of tools' projects are no files."""
    there = [each for each in documents if each.origin is not Origin.PROJECT]
    paths = {fold(each.path): each.path for each in there if each.kind is Kind.TRANSCRIPT}
    found = []
    for document in there:
        for row in document.records if document.kind is Kind.INTERVIEWS else ():
            if isinstance(row, Interview) and row.file:
                file = fold(row.file.replace("\\", "/").removeprefix("./"))
                found.append((paths.get(file) or paths.get(f"{FOLDER}/{file}"), row))
    return found


def file_problems(in_order: Sequence[Document]) -> Iterator[Problem]:
    """The problems with the files of transcripts: those that are named and not there, named twice, or one of several
    of an interview. `in_order` are the documents by precedence."""
    first: dict[str, str] = {}
    for path, row in _files(in_order):
        if path is None:
            hint = f"Put the transcript into {FOLDER}/, or correct the cell"
            yield Problem(Severity.FLAG, f"there is no transcript {row.file}", row.place, hint)
        elif first.setdefault(path, row.name) != row.name:
            message = f"{row.file} is the transcript of {first[path]} already"
            yield Problem(Severity.ERROR, message, row.place, "Name another file")
    yield from _several_transcripts(in_order)


def _several_transcripts(in_order: Sequence[Document]) -> Iterator[Problem]:
    first: dict[str, Document] = {}
    aside: Counter[Place] = Counter()
    for document in in_order:
        if document.kind is not Kind.TRANSCRIPT or document.interview is None:
            continue
        known = first.setdefault(document.interview, document)
        if known is document:
            continue
        if document.origin is Origin.FOLDER:
            message = f"{known.path} and {document.path} are both the interview {interview_title(document)}"
            hint = "Keep one, or give each its interview in the file column of the interviews table"
            yield Problem(Severity.ERROR, message, Place(document.file), hint)
        else:
            aside[Place(document.file)] += 1
    for place, number in aside.items():
        if number == 1:
            message = "1 transcript of this file is not used: the study has other words of that interview"
        else:
            message = f"{number} transcripts of this file are not used: the study has other words of these interviews"
        hint = "Its quotations are looked for in the study's own words by what they say"
        yield Problem(Severity.NOTE, message, place, hint)
