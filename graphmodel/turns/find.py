"""Find speakers' turns in the text of a transcript.

A line begins a turn where it starts with a speaker's label: `Name: …`, `[00:01:02] Name: …`, `Name (00:01:02): …`,
`Researcher 1: …`, `[id1] …`, `Name<tab>…`, or a name on a line of its own. A label is believed where it is a word for a
role (interviewer, P3 …) or a person of the study; any other short name must begin two lines or more. Lines without a
label belong to the turn before them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from graphmodel.names import fold
from graphmodel.records import Role, Turn
from graphmodel.turns.roles import People, known_role, roles_of

_GAP = r"[ \t]{0,20}"
_MARK = r"[*_]{0,3}"
_NAME = r"(?P<name>[^\W_](?:(?:[\w.'’&/-]| (?! )){0,38}[\w.])?(?: ?\([^\W\d][^()\n:]{0,20}\))?)"


def _time(prefix: str) -> str:
    hours, minutes, seconds = (rf"(?P<{prefix}{unit}>\d{{1,2}})" for unit in "hms")
    return rf"(?<!\d)[\[(<#]?(?:{hours}:)?{minutes}:{seconds}(?:[.,](?P<{prefix}f>\d{{1,3}}))?(?:-\d)?[\])>#]?"


_START = rf"{_GAP}(?:{_MARK}{_time('a')}{_MARK}{_GAP}[-–—]?{_GAP})?"
_COLON = re.compile(rf"{_START}{_MARK}{_NAME}{_MARK}(?:{_GAP}{_time('b')})?{_MARK}[ \t]?[:：](?!\d){_MARK}{_GAP}")
_BRACKETS = re.compile(rf"{_START}\[(?P<name>[^\]\n:]{{1,40}})\][ \t]?:?{_GAP}")
_TAB = re.compile(rf"{_START}{_NAME}\t{{1,9}}")
_ALONE = re.compile(rf"{_START}{_MARK}{_NAME}{_MARK}(?:{_GAP}{_time('b')})?{_GAP}$")
_TIME_ALONE = re.compile(rf"{_GAP}{_time('a')}{_GAP}$")
_LETTERS_THEN_DIGITS = re.compile(r"[^\W\d_]{1,12}[_-]?\d{1,4}")
_MOST_WORDS = 4
_LONGEST_LABEL = 120


@dataclass(frozen=True, slots=True)
class Label:
    """A line's beginning that may be a speaker's label. `start` and `words` are code points in the text: where it
    begins and where the words after it begin. `at_ms` is its time in milliseconds."""

    line: int
    start: int
    words: int
    name: str
    at_ms: int | None


@dataclass(frozen=True, slots=True)
class Lines:
    """A text and where its lines begin and end, in code points."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def blank(self, line: int) -> bool:
        """Tell whether the line is empty; those before the first and after the last are."""
        if not 0 <= line < len(self.spans):
            return True
        start, end = self.spans[line]
        return not self.text[start:end].strip()


def turns_of(
    text: str, people: People = (), times: Sequence[int | None] = (), each_line: bool = False
) -> tuple[Turn, ...]:
    """The turns of a transcript's text, in order.

    `people` are the speakers that the study names; `times` the time of each line in milliseconds, where the format
    knows it. Without any label there is one turn a paragraph, or one a line with `each_line`, of no speaker and
    with the role other.
    """
    lines = _lines(text)
    labels = _with_times(lines, _labels(lines, people))
    roles = roles_of((label.name for label in labels), people)
    first = labels[0].start if labels else len(text)
    turns = [
        Turn(
            index=index,
            speaker=None,
            role=Role.OTHER,
            start=start,
            end=end,
            label_start=start,
            start_ms=_at(times, lines, start),
        )
        for index, (start, end) in enumerate(_paragraphs(lines, first, each_line))
    ]
    for label, following in zip_longest(labels, labels[1:]):
        start, end = trimmed(text, label.words, following.start if following else len(text))
        if start < end:
            at_ms = label.at_ms if label.at_ms is not None else _at(times, lines, label.start)
            turn = Turn(
                index=len(turns),
                speaker=label.name,
                role=roles[label.name],
                start=start,
                end=end,
                label_start=label.start,
                start_ms=at_ms,
            )
            turns.append(turn)
    return tuple(turns)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _lines(text: str) -> Lines:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return Lines(text, tuple(spans))


def _labels(lines: Lines, people: People) -> list[Label]:
    """The labels that are believed. Names on lines of their own count only where no line begins with a label, unless
    they come with a time."""
    colons = _believed(_found(lines, _COLON, ":："), _colon_rule(lines.text, people))
    brackets = _believed(_found(lines, _BRACKETS, "["), _bracket_rule(people))
    inline = {label.line: label for label in (*brackets, *colons)}
    if not inline:
        inline = {label.line: label for label in _believed(_found(lines, _TAB, "\t"), _repeated_rule(people))}
    alone = _believed(_found(lines, _ALONE), _alone_rule(lines, people, bool(inline)))
    merged = {label.line: label for label in alone} | inline
    return [merged[line] for line in sorted(merged)]


def _found(lines: Lines, pattern: re.Pattern[str], signs: str = "") -> Iterator[Label]:
    """The candidates of a pattern; only lines that begin with one of the signs near by, or are short, are looked at."""
    text = lines.text
    for number, (start, end) in enumerate(lines.spans):
        if signs:
            near = min(end, start + _LONGEST_LABEL)
            if all(text.find(sign, start, near) < 0 for sign in signs):
                continue
        elif not 0 < end - start <= _LONGEST_LABEL:
            continue
        found = pattern.match(text, start, end)
        if found:
            begin = found.end() - len(found.group().lstrip())
            yield Label(number, begin, found.end(), found["name"].strip(), _milliseconds(found))


Rule = Callable[[Label, int], bool]


def _believed(candidates: Iterator[Label], rule: Rule) -> list[Label]:
    """The candidates that the rule believes, who is told how many have the same name, numbers aside."""
    found = list(candidates)
    counts = Counter(_without_number(label.name) for label in found)
    return [label for label in found if rule(label, counts[_without_number(label.name)])]


def _colon_rule(text: str, people: People) -> Rule:
    def rule(label: Label, count: int) -> bool:
        if known_role(label.name, people):
            return True
        followed = text[label.words - 1 : label.words + 1]
        spaced = label.words >= len(text) or followed[:1].isspace() or followed[1:2].isspace()
        initials = label.name.isupper() and len(label.name) <= 3
        return spaced and (initials or (count > 1 and _like_a_name(label.name)))

    return rule


def _bracket_rule(people: People) -> Rule:
    def rule(label: Label, count: int) -> bool:
        return bool(known_role(label.name, people) or (count > 1 and _LETTERS_THEN_DIGITS.fullmatch(label.name)))

    return rule


def _without_number(name: str) -> str:
    return fold(name).rstrip("0123456789")


def _repeated_rule(people: People) -> Rule:
    def rule(label: Label, count: int) -> bool:
        return bool(known_role(label.name, people)) or (count > 1 and _like_a_name(label.name))

    return rule


def _alone_rule(lines: Lines, people: People, others_found: bool) -> Rule:
    def rule(label: Label, count: int) -> bool:
        if lines.blank(label.line + 1) or len(label.name) < 2:
            return False
        known = known_role(label.name, people) is not None
        if label.at_ms is not None:
            return known or (count > 1 and _like_a_name(label.name))
        if others_found:
            return False
        return known or (count > 1 and lines.blank(label.line - 1) and _like_a_name(label.name))

    return rule


def _like_a_name(name: str) -> bool:
    words = re.findall(r"[^\s./&-]+", name)
    return 0 < len(words) <= _MOST_WORDS and not any(word[0].islower() for word in words)


def _with_times(lines: Lines, labels: list[Label]) -> list[Label]:
    """A time on a line of its own above a label belongs to it."""
    timed = []
    for label in labels:
        above = label.line - 1
        while above >= 0 and lines.blank(above):
            above -= 1
        start, end = lines.spans[above] if above >= 0 else (0, 0)
        found = _TIME_ALONE.match(lines.text, start, end) if 0 < end - start <= _LONGEST_LABEL else None
        if found:
            begin = found.end() - len(found.group().lstrip())
            label = replace(label, start=begin, at_ms=_milliseconds(found) if label.at_ms is None else label.at_ms)
        timed.append(label)
    return timed


def _milliseconds(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    for prefix in "ab":
        if groups.get(f"{prefix}m") is not None:
            hours, minutes, seconds = (int(groups[f"{prefix}{unit}"] or 0) for unit in "hms")
            return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((groups[f"{prefix}f"] or "0").ljust(3, "0"))
    return None


def _paragraphs(lines: Lines, end: int, each_line: bool) -> Iterator[tuple[int, int]]:
    """The spans of the paragraphs before `end`: parted by empty lines where there are any, else a line each."""
    spans = [(start, min(stop, end)) for start, stop in lines.spans if start < end]
    parted = not each_line and any(lines.blank(number) for number in range(len(spans) - 1))
    begin: int | None = None
    last = 0
    for start, stop in spans:
        blank = not lines.text[start:stop].strip()
        if begin is not None and (blank or not parted):
            yield trimmed(lines.text, begin, last)
            begin = None
        if not blank:
            begin = start if begin is None else begin
            last = stop
    if begin is not None:
        yield trimmed(lines.text, begin, last)


def _at(times: Sequence[int | None], lines: Lines, position: int) -> int | None:
    if not times:
        return None
    line = bisect_right(lines.spans, (position, len(lines.text))) - 1
    return times[line] if line < len(times) else None
