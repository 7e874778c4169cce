"""What names mean while a document's records become claims, and what is reported of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.catalogue import Catalogue, Entry
from graphmodel.documents.context import Context, named, named_all
from graphmodel.errors import Place, Severity
from graphmodel.schema import Label

PLACE = Place(Path("codings.csv"), row=2)


@pytest.fixture
def context() -> Context:
    catalogue = Catalogue("s")
    catalogue.define_concept(Entry("s/concept/t1", "Trust", frozenset({1}), former_names=("Faith",)))
    catalogue.define_concept(Entry("s/concept/a > m", "M", frozenset({1}), ("A",)))
    catalogue.define_concept(Entry("s/concept/b > m", "M", frozenset({1}), ("B",)))
    catalogue.define(Label.MEMO, "one", 2, "One")
    catalogue.connect()
    return Context("s", 7, "codings.csv", catalogue)


def test_a_concept_is_found_and_the_name_kept_that_it_was_found_by(context: Context) -> None:
    assert context.concept("T1", PLACE) == ("s/concept/t1", {})
    assert context.concept("Faith", PLACE) == ("s/concept/t1", {"named": ["faith"]})
    assert context.claims.mentions == {"s/concept/t1": "T1"}
    assert not context.problems


def test_a_name_that_is_in_no_codebook_is_flagged_once_a_document(context: Context) -> None:
    assert context.concept("New", PLACE) == ("s/concept/new", {})
    context.concept("New", Place(Path("codings.csv"), row=9))
    (problem,) = context.problems
    assert (problem.severity, problem.place.row) == (Severity.FLAG, 2)


def test_an_ambiguous_name_is_an_error_with_its_place(context: Context) -> None:
    context.concept("m", PLACE)
    error = next(problem for problem in context.problems if problem.severity is Severity.ERROR)
    assert (error.message, error.hint) == ("`m` is the name of 2 concepts", "Write one of: A > M; B > M")
    assert error.place == PLACE


def test_what_nothing_defines_is_mentioned_and_flagged(context: Context) -> None:
    assert context.mention(Label.MEMO, "ONE", PLACE) == "s/memo/one"
    assert not context.problems
    assert context.mention(Label.MEMO, "Two", PLACE) == "s/memo/two"
    assert [problem.message for problem in context.problems] == ["there is no memo `Two`"]
    assert context.claims.mentions == {"s/memo/one": "ONE", "s/memo/two": "Two"}


def test_people_and_interviews_are_known_by_what_they_are_called(context: Context) -> None:
    assert context.researcher("Bo   Lind") == "s/researcher/Bo Lind"
    assert context.interview("Interview 03.docx") == "s/interview/interview-3"
    assert not context.problems


def test_a_name_is_kept_only_where_it_is_not_the_identity() -> None:
    assert named(" TRUST ", "s/concept/trust") == {}
    assert named("a>b", "s/concept/a > b") == {}
    assert named("Faith", "s/concept/trust") == {"named": ["faith"]}
    assert named_all(["faith", "trust"], "s/concept/trust") == {"named": ["faith", "trust"]}
