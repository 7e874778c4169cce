"""The problems that are outstanding in a study: kept with it, so that each load tells all of it without building the
study anew."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from graphmodel.errors import Place, Problem, Severity


class KeptProblem(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A problem as it is kept. `file` is there where it is another than the document's own."""

    severity: Severity
    message: str
    line: int | None = None
    row: int | None = None
    part: str | None = None
    hint: str | None = None
    file: str | None = None


class Outstanding(msgspec.Struct, frozen=True, omit_defaults=True):
    """The problems of a study: by document those of reading its file and those of what it says, and those of documents
    against one another."""

    reading: dict[str, tuple[KeptProblem, ...]] = {}
    building: dict[str, tuple[KeptProblem, ...]] = {}
    together: tuple[KeptProblem, ...] = ()


_DECODER = msgspec.msgpack.Decoder(Outstanding)


def kept(problems: Iterable[Problem], file: Path | None = None) -> tuple[KeptProblem, ...]:
    """Problems as they are kept with a document whose file is `file`."""
    return tuple(
        KeptProblem(
            severity=problem.severity,
            message=problem.message,
            line=problem.place.line,
            row=problem.place.row,
            part=problem.place.part,
            hint=problem.hint,
            file=str(problem.place.file) if problem.place.file and problem.place.file != file else None,
        )
        for problem in problems
    )


def told(outstanding: Outstanding, files: Mapping[str, Path | None]) -> list[Problem]:
    """All problems of a study, each once, by file and row. `files` are where the files of documents lie now."""
    found = [_told(each, None) for each in outstanding.together]
    for by_document in (outstanding.reading, outstanding.building):
        for document, problems in by_document.items():
            found += [_told(each, files.get(document)) for each in problems]
    return sorted(dict.fromkeys(found), key=_place)


def _told(problem: KeptProblem, file: Path | None) -> Problem:
    there = Path(problem.file) if problem.file else file
    place = Place(there, problem.line, problem.row, problem.part)
    return Problem(problem.severity, problem.message, place, problem.hint)


def _place(problem: Problem) -> tuple[str, int, int]:
    return str(problem.place.file or ""), problem.place.row or 0, problem.place.line or 0


def packed(outstanding: Outstanding) -> bytes:
    """The problems as bytes."""
    return zlib.compress(msgspec.msgpack.encode(outstanding), 1)


def unpacked(stored: bytes) -> Outstanding:
    """Problems from bytes; none from no bytes."""
    return _DECODER.decode(zlib.decompress(stored)) if stored else Outstanding()
