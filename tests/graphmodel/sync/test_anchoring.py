"""Excerpts put to other words: where each stands then, with its codings, and what is lost."""

from __future__ import annotations

from graphmodel.claims import Edge, Held, Properties, Said
from graphmodel.documents.excerpts import Passage, excerpt_identity, excerpt_properties, locate
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.schema import Label, Type, key
from graphmodel.sync.anchoring import anchor
from graphmodel.sync.state import State

TEXT = "I was seen as a person. We talked as mates."
US, THEM = 1, 2


def passage(text: str) -> Passage:
    return Passage.of(text, [], "hash")


def excerpt(where: QuoteSelector, words: Passage | None) -> tuple[str, Properties]:
    location = locate(where, words)
    return key("s", Label.EXCERPT, excerpt_identity("p1", where, location)), excerpt_properties(where, location)


def coded(*rows: tuple[QuoteSelector, int], words: Passage | None) -> State:
    state = State()
    for where, document in rows:
        node, said = excerpt(where, words)
        edge = Edge(Type.CODED_AS, node, "s/concept/trust", "AB")
        claim = {"coder": "AB"} | ({"quote": said["quote"]} if "quote" in said else {})
        _add(state.nodes.setdefault(node, Held("n", {}, {})).said, document, said)
        _add(state.edges.setdefault(edge, Held("e", {}, {})).said, document, claim)
    return state


def _add(said: Said, document: int, claim: Properties) -> None:
    said[document] = claim


def test_an_excerpt_that_stands_elsewhere_is_the_same_excerpt() -> None:
    state = coded((QuoteSelector("as mates"), US), words=passage(TEXT))
    found = anchor(state, "s", passage("Well. " + TEXT))
    (node,) = found.nodes
    assert node in state.nodes
    assert found.nodes[node][US]["start"] == TEXT.index("as mates") + 6
    assert found.edges == {edge: held.said for edge, held in state.edges.items()}
    assert (found.moved, found.lost, found.elsewhere) == (1, {}, {})


def test_words_that_are_lost_are_told_by_document() -> None:
    state = coded((QuoteSelector("as mates"), US), (QuoteSelector("as mates"), THEM), words=passage(TEXT))
    found = anchor(state, "s", passage(TEXT.replace("mates", "friends")))
    assert {document: [each.text for each in lost.values()] for document, lost in found.lost.items()} == {
        US: ["as mates"],
        THEM: ["as mates"],
    }


def test_what_was_lost_before_is_not_told_again() -> None:
    state = coded((QuoteSelector("nowhere said"), US), words=passage(TEXT))
    assert anchor(state, "s", passage("Well. " + TEXT)).lost == {}


def test_positions_alone_go_with_their_words_and_say_so() -> None:
    start = TEXT.index("as mates")
    state = coded((QuoteSelector(None, start, start + 8), US), words=passage(TEXT))
    found = anchor(state, "s", passage("Well. " + TEXT))
    ((node, location),) = found.elsewhere[US].items()
    assert (location.text, location.start) == ("as mates", start + 6)
    assert found.nodes[node][US]["givenStart"] == start


def test_quotes_that_become_the_same_words_become_one_with_both_codings() -> None:
    state = coded((QuoteSelector("seen […] person"), US), (QuoteSelector("seen as a person"), THEM), words=None)
    assert len(state.nodes) == 2
    found = anchor(state, "s", passage(TEXT))
    (node,) = [each for each, said in found.nodes.items() if said]
    assert sorted(found.nodes[node]) == [US, THEM]
    ((_, claims),) = [(edge, said) for edge, said in found.edges.items() if said]
    assert claims == {US: {"coder": "AB", "quote": "seen […] person"}, THEM: {"coder": "AB"}}


def test_without_words_everything_is_unchecked_under_its_own_quote() -> None:
    state = coded((QuoteSelector("seen […] person"), US), words=passage(TEXT))
    found = anchor(state, "s", None)
    (said,) = [said[US] for said in found.nodes.values() if said]
    assert (said["verification"], said["text"], said.get("start")) == ("unchecked", "seen […] person", None)


def test_an_excerpt_without_a_coding_is_placed_too() -> None:
    node, said = excerpt(QuoteSelector("as mates"), None)
    found = anchor(State({node: Held("n", {US: said}, {})}), "s", passage(TEXT))
    assert [each[US]["verification"] for each in found.nodes.values() if each] == ["exact"]
