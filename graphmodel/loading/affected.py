"""Find the interviews that a load affects: the large documents of all others need not be built again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graphmodel.graph.document import Document
from graphmodel.graph.kinds import LARGE
from graphmodel.graph.name_index import AmbiguousName, NameIndex
from graphmodel.graph.selectors import quotes_of
from graphmodel.names import fold, fold_interview, fold_person
from graphmodel.records import Interview, Kind, Participant
from graphmodel.schema import Label


@dataclass(frozen=True, slots=True)
class Side:
    """A study before a load or after it: its documents by key, and what its names mean."""

    documents: Mapping[str, Document]
    names: NameIndex


def affected_interviews(before: Side, after: Side) -> set[str]:
    """The folded names of the interviews whose nodes and relationships may differ between two states of a study.

    More than need be may be among them; none that differs is missing. The quotes of a theory are looked for again
    together, so that either all interviews that it cites are among them or none.
    """
    both = (before, after)
    large = [each for side in both for each in side.documents.values() if each.kind in LARGE]
    if _people(before) != _people(after):
        return {each.interview or "" for each in large} | {
            name for side in both for name in _cited(side.documents.values())
        }
    found = set(_of_changed(before, after))
    casts = _cast(before), _cast(after)
    found |= {name for name in casts[0].keys() | casts[1].keys() if casts[0].get(name) != casts[1].get(name)}
    found |= {
        each.interview or "" for each in large if each.kind is Kind.CODINGS and _means_otherwise(each, before, after)
    }
    cited = {name for side in both for name in _cited(side.documents.values())}
    return found | cited if found & cited else found


def is_same(before: Document | None, after: Document | None) -> bool:
    """Tell whether a document says the same on both sides."""
    return (
        before is not None
        and after is not None
        and before.records is after.records
        and (before.interview, before.title) == (after.interview, after.title)
        and before.path == after.path
    )


def _of_changed(before: Side, after: Side) -> Iterator[str]:
    for key in before.documents.keys() | after.documents.keys():
        pair = before.documents.get(key), after.documents.get(key)
        if not is_same(*pair):
            there = [each for each in pair if each]
            yield from (each.interview or "" for each in there if each.kind in LARGE)
            yield from _cited(there)


def _cited(documents: Iterable[Document]) -> Iterator[str]:
    """The interviews that a theory quotes."""
    for document in documents:
        if document.kind is Kind.THEORY:
            yield from (interview for interview, _ in quotes_of(document))


def _people(side: Side) -> tuple[object, ...]:
    """Everything about people that turns and excerpts depend on: whose names are known, and what they consent to."""
    consents = [
        (fold(record.name), record.consent, record.quote_consent, document.origin)
        for document in side.documents.values()
        if document.kind is Kind.PARTICIPANTS
        for record in document.records
        if isinstance(record, Participant)
    ]
    names = side.names
    identities = (frozenset(names.identities(label).items()) for label in (Label.PARTICIPANT, Label.RESEARCHER))
    return names.people, *identities, frozenset(consents)


def _cast(side: Side) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """The people who gave and who conducted each interview that is there."""
    gave: dict[str, set[str]] = {}
    conducted: dict[str, set[str]] = {}
    for document in side.documents.values():
        if document.interview:
            gave.setdefault(document.interview, set())
        for row in document.records if document.kind is Kind.INTERVIEWS else ():
            if isinstance(row, Interview):
                name = fold_interview(row.name)
                gave.setdefault(name, set()).update(map(fold, row.participants))
                conducted.setdefault(name, set()).update(map(fold_person, row.interviewers))
    for name, people in gave.items():
        if not people and (giver := side.names.participant_of(name)):
            people.add(giver)
    return {name: (frozenset(gave[name]), frozenset(conducted.get(name, ()))) for name in gave}


def _means_otherwise(codings: Document, before: Side, after: Side) -> bool:
    """Tell whether the names in the rows of codings mean something else than before."""
    outline = codings.outline
    if outline is None:
        return False
    if None in outline.coders and before.names.coder != after.names.coder:
        return True
    return any(_meaning(before.names, name) != _meaning(after.names, name) for name in outline.concepts)


def _meaning(names: NameIndex, name: str) -> tuple[str, ...]:
    try:
        found = names.concept(name)
    except AmbiguousName as ambiguous:
        return tuple(ambiguous.paths)
    return (found, "known" if names.knows(found) else "unknown")
