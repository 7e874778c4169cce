"""Settle what only the version before can tell: the words of positions, the GUIDs of a tool that makes new ones, and
the former name of a concept that its GUID alone tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from graphmodel.graph.codebook_identities import identify
from graphmodel.graph.document import Document
from graphmodel.graph.selectors import Quoted, quotes_of, with_quotes
from graphmodel.loading.transcripts import Transcripts
from graphmodel.names import fold
from graphmodel.records import Concept, Record


def settle_codebook(document: Document, before: Document | None) -> Document:
    """A codebook as its new version keeps it; `before` is the same at its version before."""
    return replace(document, records=_with_known_guids(_rows(document), _rows(before))) if before else document


def _rows(document: Document) -> list[Concept]:
    return [record for record in document.records if isinstance(record, Concept)]


def with_words(document: Document, before: Document | None, transcripts: Transcripts) -> Document:
    """A document whose quotes that have positions alone get the words that these stood for when they were first found
    there: the transcript may be another since. `before` is the same document at its version before."""
    if all(each.selector.quote for _, each in quotes_of(document)):
        return document
    kept = {_spot(interview, each): each.selector.quote for interview, each in (quotes_of(before) if before else ())}

    def worded(interview: str, each: Quoted) -> Quoted:
        if each.selector.quote:
            return each
        words = kept.get(_spot(interview, each)) or _words_at(document, interview, each, transcripts)
        return structs.replace(each, selector=structs.replace(each.selector, quote=words)) if words else each

    return replace(document, records=with_quotes(document, worded))


def _spot(interview: str, each: Quoted) -> tuple[str, int | None, int | None]:
    return interview, each.selector.start, each.selector.end


def _words_at(document: Document, interview: str, each: Quoted, transcripts: Transcripts) -> str | None:
    transcript = transcripts.own(document, interview) or transcripts.of(interview)
    return transcript.locate(each.selector).text or None if transcript else None


def _with_known_guids(rows: Sequence[Concept], before: Sequence[Concept]) -> list[Record]:
    """The rows of a codebook; where none of the GUIDs is among those of the version before, the tool makes new ones for
    each export and they tell nothing: the concepts keep theirs. Else a known GUID under a new name is a rename."""
    known = {guid: row for row in before for guid in row.guids}
    given = {guid for row in rows for guid in row.guids}
    if known and given and not known.keys() & given:
        earlier = {identity: row.guids for identity, row in identify([row for row in before if not row.merged_into])}
        identities = {id(row): identity for identity, row in identify([row for row in rows if not row.merged_into])}
        return [structs.replace(row, guids=earlier.get(identities.get(id(row), ""), row.guids)) for row in rows]
    names = {fold(row.name) for row in rows}
    return [_renamed(row, known, names) for row in rows]


def _renamed(row: Concept, known: dict[str, Concept], names: set[str]) -> Concept:
    earlier = next((known[guid] for guid in row.guids if guid in known), None)
    if earlier is None or row.merged_into:
        return row
    former = row.was or tuple(name for name in earlier.was if fold(name) not in names)
    if fold(earlier.name) not in names and fold(earlier.name) not in map(fold, former):
        former = (*former, earlier.name)
    return structs.replace(row, was=former) if former != row.was else row
