"""Loads of a study without a store, as `plan` works them out: with all documents whole, and with only those that it needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from graphmodel.graph.build import Built, build, index_names
from graphmodel.graph.difference import Difference, difference
from graphmodel.graph.document import Document
from graphmodel.graph.kinds import LARGE
from graphmodel.graph.renames import renames
from graphmodel.graph.selectors import QUOTING
from graphmodel.loading.affected import Side, affected_interviews
from graphmodel.loading.place import Placing, placed, with_turns
from graphmodel.loading.settle import settle_codebook, with_words
from graphmodel.loading.study_state import in_order
from graphmodel.loading.transcripts import Transcripts
from graphmodel.records import Kind
from tests.graphmodel.graph.building import STUDY

Documents = dict[str, Document]


@dataclass(frozen=True)
class Standing:
    """The documents of a study by key, with turns and places of quotes, and what these were found with."""

    documents: Documents = field(default_factory=dict)
    placings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Read:
    """The documents of changed files by key, and the keys of those that are gone."""

    fresh: Documents
    gone: Collection[str] = ()


def loaded(before: Standing, read: Read) -> Standing:
    """A study after a load."""
    return found(_documents(before.documents, _settled(before.documents, read), read.gone), before)


def needed(before: Standing, read: Read) -> tuple[set[str], Standing, Standing]:
    """The interviews that a load affects; the study before and after it, of all others but outlines."""
    outlines = {key: outline(each) for key, each in before.documents.items()}
    fresh = _settled(outlines, read)
    sides = side(outlines), side(_documents(outlines, fresh, read.gone))
    affected = affected_interviews(*sides)
    wanted = {
        key for each in sides for key, one in each.documents.items() if one.kind in LARGE and one.interview in affected
    }
    there = in_order((before.documents if key in wanted else outlines)[key] for key in outlines)
    first = Standing({each.key: each for each in there}, before.placings)
    return affected, first, found(_documents(first.documents, fresh, read.gone), first)


def change(before: Standing, after: Standing) -> tuple[Built, Built, Difference]:
    """The graphs of a study before and after a load, and their difference."""
    built = build(STUDY, list(before.documents.values())), build(STUDY, list(after.documents.values()))
    return *built, difference(built[0].graph, built[1].graph, renames(*built))


def side(documents: Documents) -> Side:
    """A study as its affected interviews are looked for."""
    ordered = in_order(documents.values())
    return Side({each.key: each for each in ordered}, index_names(STUDY, ordered))


def outline(document: Document) -> Document:
    """A document as it is known before its records are read."""
    return replace(document, records=(), turns=(), placed=()) if document.kind in LARGE else document


def found(documents: Documents, before: Standing) -> Standing:
    """The documents with turns and places of quotes, looked for again where what they come from changed."""
    ordered = in_order(documents.values())
    people = index_names(STUDY, ordered).people
    placings = placings_of(ordered, Placing(ordered, people))
    same = {key for key, each in documents.items() if before.documents.get(key) is each}
    new = {key for key, each in placings.items() if each and (key not in same or before.placings.get(key) != each)}
    turned = [with_turns(each, people) if each.key in new else each for each in ordered]
    transcripts = Transcripts(turned)
    quotes = {
        each.key: placed(with_words(each, before.documents.get(each.key), transcripts), transcripts)
        for each in turned
        if each.key in new and each.kind in QUOTING
    }
    return Standing({each.key: quotes.get(each.key, each) for each in turned}, {**before.placings, **placings})


def placings_of(documents: Collection[Document], placing: Placing) -> dict[str, str]:
    """The hash of all that the turns or quotes of each document are found with."""
    there = [each for each in documents if each.records]
    turns = {each.key: placing.of_turns for each in there if each.kind is Kind.TRANSCRIPT}
    return turns | {each.key: placing.of_quotes(each) for each in there if each.kind in QUOTING}


def _documents(standing: Documents, fresh: Documents, gone: Collection[str]) -> Documents:
    return {**{key: each for key, each in standing.items() if key not in gone}, **fresh}


def _settled(before: Documents, read: Read) -> Documents:
    codebooks = {key: each for key, each in read.fresh.items() if each.kind is Kind.CODEBOOK}
    return read.fresh | {key: settle_codebook(each, before.get(key)) for key, each in codebooks.items()}
