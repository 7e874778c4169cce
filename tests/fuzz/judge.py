"""What must be true of whatever a reader makes of a file."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import msgspec

from graphmodel.errors import Problem, Severity
from graphmodel.names import fold_interview
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Record, Role, Transcript, Turn
from graphmodel.turns import People, find_turns

PEOPLE: People = (("Ada Kerr", Role.INTERVIEWER), ("Mo", Role.PARTICIPANT))
NAMES = ("name", "id", "key", "interview", "kind", "reference")
"""Fields by which nodes are told apart: never empty."""
LARGEST = 2**63 - 1


def faults(items: Iterable[Any], path: Path) -> list[str]:
    """What is wrong with the items that a reader gave for the file at the path."""
    kept = list(items)
    lengths = {fold_interview(item.interview): len(item.text) for item in kept if isinstance(item, Transcript)}
    return [f"{fault}: {item!r:.300}" for item in kept for fault in _faults(item, path, lengths)]


def _faults(item: Any, path: Path, lengths: dict[str, int]) -> Iterator[str]:
    if isinstance(item, Problem):
        yield from _faults_of_problem(item, path)
    elif not isinstance(item, Record):
        yield "neither a record nor a problem"
    else:
        yield from _faults_of_values(item)
        yield from _faults_of_names(item)
    if isinstance(item, Transcript):
        yield from _faults_of_lines(item)
        for people in ((), PEOPLE):
            yield from _faults_of_turns(item, find_turns(item, people))
    if isinstance(item, Coding) and fold_interview(item.interview or "") in lengths:
        end = item.selector.end
        if end is not None and end > lengths[fold_interview(item.interview or "")]:
            yield "a selector beyond the end of its text"


def _faults_of_problem(problem: Problem, path: Path) -> Iterator[str]:
    if not problem.message.strip():
        yield "a problem that says nothing"
    if problem.place.file != path:
        yield "a problem without its place"
    if problem.severity is Severity.ERROR and not problem.hint:
        yield "an error that does not say what to do"
    yield from _faults_of_values(problem)


def _faults_of_values(value: Any) -> Iterator[str]:
    """Whatever the graph, or a terminal, would refuse."""
    if isinstance(value, str):
        if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            yield "a NUL or half of a surrogate pair"
    elif isinstance(value, bool) or value is None or isinstance(value, Path):
        return
    elif isinstance(value, int):
        if abs(value) > LARGEST:
            yield "a number beyond 64 bits"
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield "a number that is none"
    elif isinstance(value, tuple):
        for each in value:
            yield from _faults_of_values(each)
    elif isinstance(value, msgspec.Struct):
        if isinstance(value, QuoteSelector):
            yield from _faults_of_selector(value)
        for name in value.__struct_fields__:
            yield from _faults_of_values(getattr(value, name))
    elif is_dataclass(value):
        for field in fields(value):
            yield from _faults_of_values(getattr(value, field.name))
    else:
        yield f"a value of another type: {type(value).__name__}"


def _faults_of_selector(selector: QuoteSelector) -> Iterator[str]:
    if selector.quote is None and (selector.start is None or selector.end is None):
        yield "a selector without words or place"
    if min(selector.start or 0, selector.end or 0) < 0:
        yield "a selector before the text"
    if selector.start is not None and selector.end is not None and selector.end < selector.start:
        yield "a selector that ends before it begins"


def _faults_of_names(record: Any) -> Iterator[str]:
    for name in NAMES:
        value = getattr(record, name, None)
        if isinstance(value, str) and not value.strip():
            yield f"an empty {name}"


def _faults_of_lines(transcript: Transcript) -> Iterator[str]:
    if transcript.times and len(transcript.times) != transcript.text.count("\n") + 1:
        yield "other times than lines"


def _faults_of_turns(transcript: Transcript, turns: Iterable[Turn]) -> Iterator[str]:
    last = 0
    for index, turn in enumerate(turns):
        if not (last <= turn.label_start <= turn.start <= turn.end <= len(transcript.text)) or turn.index != index:
            yield f"turn {index} has no place"
        if turn.start_ms is not None and turn.start_ms < 0:
            yield f"turn {index} begins before the recording"
        last = turn.end
