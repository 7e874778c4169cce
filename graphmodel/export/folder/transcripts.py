"""Transcripts as files that are read back with the same words and the same turns.

The words are written as plain text. Where the turns would come back otherwise, which were read from captions or from
Word, the same words are written as captions or as a Word document: whichever is read back as it was.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docx import Document

from graphmodel.export.folder.names import FileNames
from graphmodel.export.folder.whole import Folder
from graphmodel.graph.merge import precedence
from graphmodel.graph.people import NAMING, people_of
from graphmodel.graph.transcript_files import with_interviews
from graphmodel.loading.documents import split
from graphmodel.names import fold_interview
from graphmodel.records import Kind, Record, Transcript
from graphmodel.schema import local
from graphmodel.statements import statement
from graphmodel.turns import People, find_turns
from loaders.folder import open_folder
from loaders.formats import format_for
from loaders.source import Source

FOLDER = "interviews"
_READ_BACK = (*NAMING, Kind.TRANSCRIPT)
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MEDIA = re.compile(r"\.(?:txt|md|docx?|odt|rtf|pdf|html?|vtt|srt)$", re.IGNORECASE)

Spoken = tuple[str | None, str, int, int, int | None]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one interview with what is known of its turns: speaker, role, span in code points, time."""

    text: str
    turns: tuple[Spoken, ...]


def write_transcripts(folder: Folder) -> dict[str, str]:
    """A file for each interview whose words may go out, as plain text. Returns, by the interview's key, the files
    that are not called as their interview is."""
    names, elsewhere, number = FileNames(), {}, 0
    for row in sorted(folder.rows.interviews, key=lambda row: local(row["key"])):
        text = folder.rows.words(row["key"])
        if text is None:
            continue
        if row["key"] not in folder.rows.open:
            folder.exported.withheld += 1
            continue
        stem = names.stem(_MEDIA.sub("", row["name"]))
        path = folder.root / FOLDER / f"{stem}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        number += 1
        if fold_interview(stem) != local(row["key"]):
            elsewhere[row["key"]] = f"{FOLDER}/{path.name}"
    folder.exported.counts["transcripts"] = number
    return elsewhere


def settle_transcripts(folder: Folder) -> dict[str, str]:
    """Read each transcript back, and write it in another form where its turns would come back otherwise. Returns the
    names of the files that were written anew by the names they had.

    Asks for a folder that is whole, for the people of a study say who speaks.
    """
    rows = {local(row["key"]): row["key"] for row in folder.rows.interviews}
    sources = {source.name: source for source in open_folder(folder.root).sources if source.kind in _READ_BACK}
    documents = [each for source in sources.values() for each in split(folder.rows.study, source, _records(source))]
    documents.sort(key=precedence)
    people, moved = people_of(documents), {}
    for document in with_interviews(documents):
        if document.kind is Kind.TRANSCRIPT and document.interview:
            held = _held(folder, rows[document.interview])
            moved[document.path] = _settle(sources[document.path], held, people, folder)
    return {before: after for before, after in moved.items() if before != after}


def _held(folder: Folder, interview: str) -> Words:
    turns = folder.rows.database.read(statement("export/turns"), {"interview": interview})
    spoken = ((turn["speaker"], turn["role"], turn["start"], turn["end"], turn["startMs"]) for turn in turns)
    return Words(folder.rows.words(interview) or "", tuple(spoken))


def _settle(source: Source, held: Words, people: People, folder: Folder) -> str:
    if _read(source, people) == held:
        return source.name
    for suffix, write in _OTHER_FORMS:
        path = source.path.with_suffix(suffix)
        form = format_for(Kind.TRANSCRIPT, suffix)
        if form and write(path, held):
            other = replace(source, path=path, name=f"{FOLDER}/{path.name}", format=form)
            if _read(other, people) == held:
                source.path.unlink()
                return other.name
            path.unlink()
    folder.exported.lacks("transcripts whose turns are read back otherwise than they are")
    return source.name


def _records(source: Source) -> Iterator[Record]:
    return (item for item in source.read() if isinstance(item, Record))


def _read(source: Source, people: People) -> Words | None:
    for record in _records(source):
        if isinstance(record, Transcript):
            found = find_turns(record, people)
            turns = ((turn.speaker, turn.role.value, turn.start, turn.end, turn.start_ms) for turn in found)
            return Words(record.text, tuple(turns))
    return None


def _write_captions(path: Path, words: Words, voices: bool) -> bool:
    """One cue a line; False where no time is known, or a line is empty, which captions cannot hold."""
    lines = words.text.split("\n")
    if not any(turn[4] is not None for turn in words.turns) or not all(map(str.strip, lines)):
        return False
    path.write_text("WEBVTT\n" + "".join(_cues(words, lines, voices)), encoding="utf-8", newline="\n")
    return True


def _cues(words: Words, lines: Sequence[str], voices: bool) -> Iterator[str]:
    position = time = 0
    for line in lines:
        inside = [turn for turn in words.turns if turn[2] < position + len(line) and turn[3] > position]
        time = next((turn[4] for turn in inside if turn[2] >= position and turn[4] is not None), time)
        parts = [_voiced(turn, words.text, position, position + len(line)) for turn in inside]
        text = "".join(parts) if voices and parts else html.escape(line, quote=False)
        yield f"\n{_clock(time)} --> {_clock(time + 1)}\n{text}\n"
        position += len(line) + 1


def _voiced(turn: Spoken, text: str, start: int, end: int) -> str:
    spoken = html.escape(text[max(start, turn[2]) : min(end, turn[3])], quote=False)
    return f"<v {html.escape(turn[0], quote=False)}>{spoken}" if turn[0] else spoken


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _write_document(path: Path, words: Words) -> bool:
    """One paragraph a line; False where the words hold signs that no Word document can."""
    if _NOT_IN_XML.search(words.text):
        return False
    document = Document()
    for line in words.text.split("\n"):
        document.add_paragraph(line)
    document.save(str(path))
    return True


_OTHER_FORMS: tuple[tuple[str, Callable[[Path, Words], bool]], ...] = (
    (".vtt", lambda path, words: _write_captions(path, words, voices=False)),
    (".vtt", lambda path, words: _write_captions(path, words, voices=True)),
    (".docx", _write_document),
)
