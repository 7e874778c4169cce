"""The quotes of a document, in one fixed order."""

from __future__ import annotations

from msgspec import structs

from graphmodel.graph.selectors import Quoted, quotes_of, with_quotes
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Kind, Memo, NegativeCase, Proposition, Theory
from tests.graphmodel.graph.building import coding, evidence, file

THEORY = Theory(
    propositions=(
        Proposition(
            "p1", "A", "leads_to", "B",
            supports=(evidence("P01-1", "one"), evidence("P02-1", "two")),
            contradicts=(evidence(None, "three"),),
        ),
    ),
    negative_cases=(NegativeCase("A", found=(evidence("P01-1", "four"),)),),
)  # fmt: skip


def quotes(found: list[tuple[str, Quoted]]) -> list[tuple[str, str | None]]:
    return [(interview, each.selector.quote) for interview, each in found]


def test_the_quotes_of_codings_are_their_rows() -> None:
    (document,) = file(coding("P01-1", "one", "A"), coding("p1 1", "two", "B"))
    assert quotes(list(quotes_of(document))) == [("p1-1", "one"), ("p1-1", "two")]


def test_the_quotes_of_a_theory_are_its_evidence_and_its_negative_cases() -> None:
    (document,) = file(THEORY)
    assert quotes(list(quotes_of(document))) == [
        ("p1-1", "one"),
        ("p2-1", "two"),
        ("no-transcript-named-in-theory-yaml", "three"),
        ("p1-1", "four"),
    ]


def test_other_documents_have_none() -> None:
    (memo,) = file(Memo("one", text="x"))
    assert list(quotes_of(memo)) == []
    assert list(quotes_of(file(kind=Kind.CODEBOOK)[0])) == []


def test_every_quote_can_be_given_anew_and_nothing_else_changes() -> None:
    def louder(interview: str, each: Quoted) -> Quoted:
        return structs.replace(each, selector=QuoteSelector(f"{interview}: {each.selector.quote}"))

    (document,) = file(THEORY)
    (theory,) = with_quotes(document, louder)
    assert isinstance(theory, Theory)
    words = [
        each.selector.quote
        for each in (
            *theory.propositions[0].supports,
            *theory.propositions[0].contradicts,
            *theory.negative_cases[0].found,
        )
    ]
    assert words == ["p1-1: one", "p2-1: two", "no-transcript-named-in-theory-yaml: three", "p1-1: four"]
    assert with_quotes(document, lambda _, each: each) == list(document.records)
    (codings,) = file(coding("P01-1", "one", "A"))
    (row,) = with_quotes(codings, louder)
    assert row == structs.replace(codings.records[0], selector=QuoteSelector("p1-1: one"))
