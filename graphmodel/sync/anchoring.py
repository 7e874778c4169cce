"""Excerpts put to the words of a transcript that is new, corrected or gone: each finds its place again, with its
codings."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphmodel.claims import Edge, Properties, Said
from graphmodel.documents.excerpts import Passage, excerpt_identity, excerpt_properties, locate
from graphmodel.quotes.selector import QuoteLocation, QuoteSelector, Verification
from graphmodel.schema import Label, key, local
from graphmodel.sync.state import State


@dataclass(slots=True)
class Anchored:
    """All excerpts of one interview as they stand in its present words, how many moved, and by document what is not
    found any more, and what stands elsewhere than the document says."""

    nodes: dict[str, Said] = field(default_factory=dict)
    edges: dict[Edge, Said] = field(default_factory=dict)
    moved: int = 0
    lost: dict[int, dict[str, QuoteLocation]] = field(default_factory=dict)
    elsewhere: dict[int, dict[str, QuoteLocation]] = field(default_factory=dict)
    turns: dict[str, list[int]] = field(default_factory=dict)


def anchor(excerpts: State, study: str, passage: Passage | None) -> Anchored:
    """Find the place of every excerpt of one interview anew; with no passage, all of them become unchecked."""
    result = Anchored()
    coded = {(edge.start, document) for edge, held in excerpts.edges.items() for document in held.said}
    for node, held in excerpts.nodes.items():
        result.nodes.setdefault(node, {})
        for document, said in held.said.items():
            if (node, document) not in coded:
                _settle(result, study, node, document, said, said.get("quote"), passage)
    for edge, held_edge in excerpts.edges.items():
        result.edges.setdefault(edge, {})
        for document, said in held_edge.said.items():
            excerpt = excerpts.nodes[edge.start].said[document]
            new, location = _settle(result, study, edge.start, document, excerpt, said.get("quote"), passage)
            result.edges.setdefault(edge._replace(start=new), {})[document] = _requoted(said, location)
    return result


def _requoted(said: Properties, location: QuoteLocation) -> Properties:
    words = {name: value for name, value in said.items() if name != "quote"}
    return words if location.quote is None else {**words, "quote": location.quote}


def _settle(
    result: Anchored, study: str, old: str, document: int, said: Properties, quote: str | None, passage: Passage | None
) -> tuple[str, QuoteLocation]:
    words = quote or said["text"] or None
    where = QuoteSelector(words, said.get("givenStart"), said.get("givenEnd"), said.get("givenOccurrence"))
    location = locate(where, passage)
    identity = excerpt_identity(local(old).rsplit("/", 2)[0], where, location)
    new = key(study, Label.EXCERPT, identity)
    result.nodes.setdefault(new, {})[document] = excerpt_properties(where, location)
    if said["verification"] != location.verification:
        if location.verification is Verification.UNLOCATED:
            result.lost.setdefault(document, {})[new] = location
        if location.verification is Verification.RELOCATED:
            result.elsewhere.setdefault(document, {})[new] = location
    _note(result, new, said, location, passage)
    return new, location


def _note(result: Anchored, new: str, said: Properties, location: QuoteLocation, passage: Passage | None) -> None:
    if new in result.turns:
        return
    result.turns[new] = passage.turns_of(location) if passage else []
    result.moved += said.get("start") != location.start
