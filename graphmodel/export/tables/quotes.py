"""The table of quotes: a row for each coding and each piece of evidence, with the words it rests on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from graphmodel.consent import withhold
from graphmodel.export.rows import Row
from graphmodel.export.tables.content import BETWEEN, Content
from graphmodel.export.tables.table import NARROW, PARAGRAPH, SENTENCE, Cells, Column, Table
from graphmodel.records import Stance
from graphmodel.schema import Label, Type, key, label_of

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_WORDS = ("text", "given", "speakers")
_COLUMNS = (
    Column("Participant", "who gave the interview; several where several did", NARROW),
    Column("Interview", "the interview that the words come from", NARROW),
    Column("Start", "where the words begin in the transcript, in {unit}, counted from 0", NARROW),
    Column("End", "where they end: the position after the last character", NARROW),
    Column("Turn", "the number of the speaker's turn in which the words begin, counted from 0", NARROW),
    Column("Speaker", "the speaker as the transcript names them; several where the words go over turns", NARROW),
    Column("Role", "interviewer, participant or other", NARROW),
    Column("Quote", "the words as they stand in the transcript", PARAGRAPH),
    Column(
        "Words in the source", "the words of the coding's source, where they differ from the transcript's", SENTENCE
    ),
    Column("Code", "the code, category or theme that the words were put to"),
    Column("Code path", "where it stands in the codebook: the outermost first, by the first-named parent", SENTENCE),
    Column("Level", "Code, Category or Theme", NARROW),
    Column("Proposition", "the proposition that the words are evidence for, instead of a code", SENTENCE),
    Column("Stance", "supports; or contradicts, where the words are a negative case", NARROW),
    Column("Coder", "who coded", NARROW),
    Column("Date", "when", NARROW),
    Column("Note", "what the coder noted", SENTENCE),
    Column(
        "Verification",
        "how the words were found in the transcript: exact, normalised (but for white space, the shape of quotation "
        "marks and the like), relocated (elsewhere than the source said), unlocated (not found), unchecked (no "
        "transcript)",
        NARROW,
    ),
    Column("Withheld", "`consent` where the words are left out for want of consent to quote them", NARROW),
)


def quotes(content: Content, levels: Mapping[str, str]) -> Table:
    """The quotes, interview by interview; `levels` are those of the concepts by key."""
    unit = "UTF-16 units" if content.chosen.utf16 else "characters (Unicode code points)"
    columns = tuple(Column(each.header, each.means.format(unit=unit), each.width) for each in _COLUMNS)
    row = "A coding: words of an interview, and what one coder put them to; or words for or against a proposition"
    return Table("quotes", row, "quotes", columns, _rows(content, levels))


def _rows(content: Content, levels: Mapping[str, str]) -> Iterator[Cells]:
    for interview in content.rows.one_by_one(content.interviews()):
        yield from _of(interview, content, levels)


def _of(interview: Row, content: Content, levels: Mapping[str, str]) -> Iterator[Cells]:
    found = content.rows.coded_in("quotes", interview["key"])
    people = content.all_called(content.gave.get(interview["key"], ()))
    content.exported.withheld += not all(content.rows.may_go_out(interview["key"], row) for row in found)
    wide = _wide(content, interview["key"])
    for row in sorted(found, key=lambda row: _order(row, content)):
        free = content.rows.may_go_out(interview["key"], row)
        shown = withhold({**row, "speakers": _several(row, 1), "quotable": free}, _WORDS)
        yield people, interview["name"], *_places(shown, wide), *_said(shown), *_put(shown, content, levels)


def _wide(content: Content, interview: str) -> list[int]:
    """Where a transcript holds characters that take two units, where those are what is counted."""
    words = content.rows.words(interview) if content.chosen.utf16 else None
    return [found.start() for found in _WIDE.finditer(words or "")]


def _order(row: Row, content: Content) -> tuple[object, ...]:
    target = row["target"]
    place = content.in_tree(target) if target in content.paths else ((content.names[target], target),)
    words = row["start"] is None, row["start"] or 0, row["end"] or 0, row["text"], row["excerpt"]
    return *words, row["type"], place, row["coder"] or ""


def _places(row: Row, wide: list[int]) -> Cells:
    places = (row["start"], row["end"])
    return tuple(None if place is None else place + bisect_left(wide, place) for place in places)


def _said(row: Row) -> Cells:
    turns = row["turns"]
    return turns[0][0] if turns else None, row["speakers"], _several(row, 2), row["text"], row["given"]


def _several(row: Row, which: int) -> str | None:
    values: Iterable[str] = (turn[which] for turn in row["turns"] if turn[which])
    return BETWEEN.join(dict.fromkeys(values)) or None


def _put(row: Row, content: Content, levels: Mapping[str, str]) -> Cells:
    target, coder = row["target"], row["coder"]
    concept = label_of(target) is Label.CONCEPT
    return (
        content.called(target) if concept else None,
        content.path(target) if concept else None,
        levels[target] if concept else None,
        None if concept else content.called(target),
        (Stance.CONTRADICTS if row["type"] == Type.CONTRADICTS else Stance.SUPPORTS).value,
        content.called(key(content.rows.study, Label.RESEARCHER, coder)) if coder else None,
        row["at"],
        content.rows.clean(row["note"]),
        row["verification"],
        row.get("withheld"),
    )
