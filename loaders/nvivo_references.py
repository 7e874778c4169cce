"""What NVivo exports of a code: its references as text, source after source, in a file named after the code.

A source begins `<Files\\\\Interview 1> - § 2 references coded [6.78% Coverage]`, a reference `Reference 1 - 5.80%
Coverage`; the words around the signs are in the program's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graphmodel.errors import Place, Problem, Severity
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Concept
from loaders import document_text, formats
from loaders.format import Read, Unrecognised
from loaders.source import Source

VERSION = 1
_MARK = " - § "
_CITED = re.compile(r"(\d{1,6})\s[^\[\n]{1,80}\[[^%\n]{1,20}%[^\]\n]{0,40}\]")
_REFERENCE = re.compile(r"[^\W\d]+\s+\d{1,6}\s+-\s+[\d.,]{1,10}\s?%\s+[^\W\d][^\n]{0,40}")
_NEAR = 40


@dataclass(slots=True)
class _Cited:
    """A source with its references: the line where it begins, its path, how many it says it has, the lines of each."""

    line: int
    path: str
    announced: int
    references: list[tuple[int, list[str]]] = field(default_factory=list)


def matches(file: Unrecognised) -> bool:
    """Tell whether one of the first lines names a source with its references."""
    if file.suffix not in formats.NVIVO_REFERENCES.suffixes or (file.suffix == ".txt" and b"%" not in file.head):
        return False
    lines = document_text.words_of(file).split("\n", _NEAR)
    return any(map(_cited, enumerate(lines[:_NEAR])))


def read(source: Source) -> Read:
    """The Concept that the file is named after and the Codings, one a reference."""
    text, problems = document_text.text_of(source.path)
    yield from problems
    code = source.path.stem.strip().replace(">", "›")
    yield Concept(code, place=Place(source.path, line=1))
    for cited in _sources(text):
        place = Place(source.path, line=cited.line)
        if len(cited.references) != cited.announced:
            message = f"{cited.path} should have {cited.announced} references; {len(cited.references)} were found"
            yield Problem(Severity.FLAG, message, place, "See that the file is whole")
        name = cited.path.rpartition("\\")[2].strip()
        for line, words in cited.references:
            quote = "\n".join(words).strip()
            if quote:
                place = Place(source.path, line=line)
                yield Coding(interview=name, selector=QuoteSelector(quote), codes=(code,), place=place)
            else:
                message = "the reference has no words (a picture, a sound) and is left out"
                yield Problem(Severity.FLAG, message, Place(source.path, line=line))


def _sources(text: str) -> Iterator[_Cited]:
    cited: _Cited | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _cited((number, line)):
            if cited:
                yield cited
            cited = found
        elif cited and _REFERENCE.fullmatch(line.strip()):
            cited.references.append((number, []))
        elif cited and cited.references:
            cited.references[-1][1].append(line)
    if cited:
        yield cited


def _cited(numbered: tuple[int, str]) -> _Cited | None:
    """The source that a line names, None for any other line."""
    number, line = numbered
    path, mark, told = line.strip().partition(_MARK)
    found = _CITED.fullmatch(told) if mark and "\\\\" in path else None
    return _Cited(number, path.strip("<> "), int(found[1])) if found else None
