"""Interviews as text sources, with what is coded in them: a selection for each coding, as most programs write them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from graphmodel.export.refi_project import RefiProject
from graphmodel.export.refi_xml import Element, date_time, element, guid, plain, worded
from graphmodel.export.rows import Row, StudyRows
from graphmodel.schema import Label, Type, key
from loaders.refi_names import DATE, DURATION, INTERVIEWER, MODE, SEQUENCE

_SHOWN = 60
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_MASK = "\N{FULL BLOCK}"
_NO_WORDS = "\n"
"""The text of an interview whose words are not loaded: there are programs that an empty file stops."""
_LETTERS = re.compile(r"[^\n]")


def masked(text: str) -> str:
    """The text with every character but the ends of lines covered, so that positions stay as they are."""
    return _LETTERS.sub(_MASK, text)


class Source:
    """One interview on its way into the project: its words as they may go out, and where its lines begin."""

    def __init__(self, row: Row, rows: StudyRows, project: RefiProject) -> None:
        self.row, self.rows, self.project = row, rows, project
        self.guid = project.guids[row["key"]]
        self.free = row["key"] in rows.open
        words = plain(rows.words(row["key"]) or _NO_WORDS)
        self.words = words if self.free else masked(words)
        self.wide = [found.start() for found in _WIDE.finditer(self.words)]
        project.exported.wide += bool(self.wide)
        self.there = bool(words.strip())
        project.exported.withheld += self.there and not self.free

    def element(self) -> Element:
        """The source with its selections, notes and variables."""
        selections = list(self._selections())
        return element(
            "TextSource",
            *selections,
            *self.project.note_refs(self.row["key"]),
            *(value for value in self._values() if value is not None),
            guid=self.guid,
            name=self.row["name"],
            plainTextPath=f"internal://{self.guid}.txt",
        )

    def _values(self) -> Iterator[Element | None]:
        row, project = self.row, self.project
        yield project.value(DATE, row["date"])
        yield project.value(SEQUENCE, None if row["sequence"] is None else str(row["sequence"]))
        yield project.value(MODE, row["mode"])
        yield project.value(DURATION, None if row["durationMin"] is None else f"{row['durationMin']:g}")
        yield project.value(INTERVIEWER, "; ".join(row["interviewers"]))

    def _selections(self) -> Iterator[Element]:
        exported, bare = self.project.exported, set()
        for row in sorted(self.rows.coded_in("codings", self.row["key"]), key=self._order):
            if row["start"] is None or not self.there:
                exported.lacks("codings of words that have no place in a transcript")
                continue
            exported.lacks("words of a source where they differ from the transcript", row["differs"])
            if row["type"] == Type.CODED_AS:
                yield self._coded(row)
                continue
            coder, at = self._coder(row), date_time(row["at"])
            exported.lacks("dates of codings less precise than a day", bool(row["at"] and not at))
            own = guid("Selection", self.guid, row["start"], row["end"], coder, at)
            if own not in bare:
                bare.add(own)
                yield self._selection(row, own, None, coder, at)
            self._evidence(row, own)

    def _order(self, row: Row) -> tuple[object, ...]:
        """By place, then by what is the same in every graph that holds the study."""
        target = self.project.guids.get(row["target"], "")
        return row["start"] is None, row["start"], row["end"], row["type"], target, row["coder"] or ""

    def _coded(self, row: Row) -> Element:
        project = self.project
        code, coder = project.guids[row["target"]], self._coder(row)
        own = guid("Selection", self.guid, row["start"], row["end"], code, coder)
        coding = guid("Coding", own)
        at = date_time(row["at"])
        project.exported.lacks("dates of codings less precise than a day", bool(row["at"] and not at))
        note = self._note(coding, coder, self.rows.guard.clean(row["note"]))
        reference = element("CodeRef", targetGUID=code)
        made = element("Coding", reference, note, guid=coding, creatingUser=coder, creationDateTime=at)
        project.exported.counts["codings"] = project.exported.counts.get("codings", 0) + 1
        return self._selection(row, own, made, coder, at)

    def _coder(self, row: Row) -> str:
        return self.project.guids[key(self.rows.study, Label.RESEARCHER, row["coder"])]

    def _selection(self, row: Row, own: str, coding: Element | None, coder: str, at: str | None) -> Element:
        """A selection; its name says the line (0-based) and, where they may be quoted, how its words begin."""
        line = self.words.count("\n", 0, row["start"])
        words = " ".join(self.words[row["start"] : row["end"]][: 4 * _SHOWN].split())
        shown = f" {words[:_SHOWN].strip()}" if self.free else ""
        return element(
            "PlainTextSelection",
            coding,
            guid=own,
            name=f"line:{line}{shown}",
            startPosition=self._position(row["start"]),
            endPosition=self._position(row["end"]),
            creatingUser=coder,
            creationDateTime=at,
        )

    def _position(self, place: int) -> int:
        """A place in the words as the export counts."""
        return place + bisect_left(self.wide, place) if self.project.utf16 else place

    def _note(self, coding: str, coder: str, text: str | None) -> Element | None:
        """What is said of a coding is a note that only the coding refers to."""
        if not text:
            return None
        own = guid("Note", coding)
        self.project.notes.append(element("Note", worded("PlainTextContent", text), guid=own, creatingUser=coder))
        return element("NoteRef", targetGUID=own)

    def _evidence(self, row: Row, own: str) -> None:
        """Words for or against a proposition, or against a concept, are linked to it."""
        target = self.project.guids.get(row["target"])
        name = "supports" if row["type"] == Type.SUPPORTS else "contradicts"
        if target:
            self.project.link(name, own, target)
            self.project.exported.lacks("notes on evidence and negative cases", bool(row["note"]))
