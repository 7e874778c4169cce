"""theory.yaml in the graph: propositions with evidence, negative cases, the core category."""

from __future__ import annotations

import pytest

from graphmodel.graph.build import Built
from graphmodel.records import Concept, Memo, NegativeCase, Proposition, Theory, Transcript
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import (
    FIRST,
    SECOND,
    built,
    coding,
    evidence,
    excerpts,
    file,
    keys,
    pairs,
    relations,
    said,
    told,
    undefined,
)

WORDS = (file(Transcript("P01-1", FIRST)), file(Transcript("P02-1", SECOND)))
CODES = file(Concept("Being seen"), Concept("Mates"), Concept("Tenuous"))
PROPOSITION = Proposition(
    "P1",
    "Being seen",
    "leads_to",
    "Mates",
    statement="Who is seen talks as a mate.",
    supports=(evidence("P01-1", "seen as a person", coder="CD", date="2015-04", note="At once"),),
    contradicts=(evidence("P02-1", "it was a job"),),
)
CASES = (
    NegativeCase("Mates", "2015-04-02", "AB", "looking", (evidence("P01-1", "Not a case"),)),
    NegativeCase("Tenuous", "2015-05", "EF"),
)


def theory(*cases: NegativeCase, propositions: tuple[Proposition, ...] = (), core: str | None = None) -> Built:
    return built(*WORDS, CODES, file(Theory(propositions, cases, core)))


def test_propositions_with_their_evidence() -> None:
    found = theory(propositions=(PROPOSITION,))
    assert said(found, Label.PROPOSITION, "p1") == {
        "name": "P1",
        "statement": "Who is seen talks as a mate.",
        "relation": "leads_to",
    }
    assert pairs(found, Type.SUBJECT) == {("p1", "being seen")}
    assert pairs(found, Type.OBJECT) == {("p1", "mates")}
    assert relations(found, Type.SUPPORTS) == [{"coder": "CD", "at": "2015-04", "note": "At once"}]
    assert relations(found, Type.CONTRADICTS) == [{"coder": "unnamed"}]
    assert {end for _, end in pairs(found, Type.CONTRADICTS)} == {"p1"}
    assert {text: each["verification"] for text, each in excerpts(found).items()} == {
        "seen as a person": "exact",
        "it was a job": "exact",
    }
    assert not pairs(found, Type.CODED_AS)
    assert told(found) == []


def test_searches_for_negative_cases() -> None:
    found = theory(*CASES)
    assert said(found, Label.CONCEPT, "mates") == {
        "name": "Mates",
        "negativeCaseSoughtAt": "2015-04-02",
        "negativeCaseSoughtBy": "AB",
        "negativeCaseMemo": "s/memo/looking",
        "isCore": False,
    }
    assert said(found, Label.CONCEPT, "tenuous") == {
        "name": "Tenuous",
        "negativeCaseSoughtAt": "2015-05",
        "negativeCaseSoughtBy": "EF",
        "isCore": False,
    }
    assert {end for _, end in pairs(found, Type.CONTRADICTS)} == {"mates"}
    assert undefined(found) >= {"memo/looking"}
    assert told(found) == [("flag", "there is no memo `looking`", "")]


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        (("2015-06", "CD"), ("2015-04-02", "AB"), ("2015-06", "CD")),
        (("2015-04-02", "AB"), ("2015-06", "CD"), ("2015-06", "CD")),
        (("2015-06", "CD"), ("2015-06", "AB"), ("2015-06", "AB")),  # of one date the last in the file
        ((None, "CD"), ("2015", "AB"), ("2015", "AB")),
        ((None, "CD"), (None, "AB"), ("undated", "AB")),
    ],
)
def test_of_two_searches_for_one_concept_the_latest_counts_and_what_all_found_stays(
    first: tuple[str | None, str], second: tuple[str | None, str], counts: tuple[str, str]
) -> None:
    found = theory(
        NegativeCase("Mates", *first, found=(evidence("P01-1", "Not a case"),)),
        NegativeCase("mates", *second, found=(evidence("P02-1", "it was a job"),)),
    )
    of = said(found, Label.CONCEPT, "mates")
    assert (of["negativeCaseSoughtAt"], of["negativeCaseSoughtBy"]) == counts
    assert len(pairs(found, Type.CONTRADICTS)) == 2


def test_the_core_category_is_marked_by_any_of_its_names() -> None:
    found = built(file(Concept("Being seen", id="b7", was=("Seen",))), file(Theory(core="SEEN")))
    assert said(found, Label.CONCEPT, "b7")["isCore"] is True
    assert found.graph.nodes["s/concept/b7"]["sources"] == ["codebook.csv", "theory.yaml"]


def test_theory_about_what_no_codebook_knows_stays_by_that_name() -> None:
    found = built(file(Theory(core="Mates")))
    assert undefined(found) == {"concept/mates"}
    assert said(found, Label.CONCEPT, "mates") == {"name": "Mates", "isCore": True}
    assert [message for _, message, _ in told(found)] == ["`Mates` is not in the codebook"]


def test_evidence_that_names_no_interview_has_one_of_its_own() -> None:
    found = theory(NegativeCase("Mates", "2015", found=(evidence(None, "nobody said it"),)))
    name = "no-transcript-named-in-theory-yaml"
    of = said(found, Label.INTERVIEW, name)
    assert (of["name"], of["unnamed"]) == ("no transcript named in theory.yaml", True)
    assert {end for _, end in pairs(found, Type.FROM)} == {name}
    assert ("flag", "1 quote names no interview", "") in told(found)


def test_one_excerpt_is_evidence_and_coded() -> None:
    found = built(*WORDS, CODES, file(Theory((PROPOSITION,))), file(coding("P01-1", "seen as a person", "Mates")))
    of = excerpts(found)["seen as a person"]
    assert of["sources"] == ["codings.csv", "theory.yaml"]
    assert len(keys(found, Label.EXCERPT)) == 2


def test_a_proposition_about_an_ambiguous_name_is_an_error_with_its_place() -> None:
    codebook = file(Concept("A"), Concept("B"), Concept("Same", ("A",)), Concept("Same", ("B",)))
    found = built(codebook, file(Theory((Proposition("p1", "Same", "leads_to", "A"),))))
    assert [(severity, message) for severity, message, _ in told(found)] == [
        ("error", "`Same` is the name of 2 concepts")
    ]


def test_a_memo_that_a_search_names_is_found() -> None:
    found = built(CODES, file(Theory((), CASES)), file(Memo("Looking", text="x")))
    assert said(found, Label.CONCEPT, "mates")["negativeCaseMemo"] == "s/memo/looking"
    assert told(found) == []
