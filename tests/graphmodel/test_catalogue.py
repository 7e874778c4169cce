"""What names mean: by id, name, path and former name, across codebooks."""

from __future__ import annotations

import pytest

from graphmodel.catalogue import AmbiguousName, Catalogue, Entry, fold_path, read_link, written_link
from graphmodel.claims import TOOL_RANK
from graphmodel.schema import Label, key


def concept(identity: str, name: str, *parents: str, was: tuple[str, ...] = (), document: int = 1) -> Entry:
    return Entry(key("s", Label.CONCEPT, identity), name, frozenset({document}), parents, former_names=was)


def catalogue(*entries: Entry) -> Catalogue:
    made = Catalogue("s")
    for entry in entries:
        made.define_concept(entry)
    made.connect()
    return made


TREE = catalogue(
    concept("care", "Care"),
    concept("t1", "Trust", "Care"),
    concept("help", "Help"),
    concept("care > trust > breach", "Breach", "Trust", was=("Break",)),
    concept("help > breach", "Breach", "Help"),
    concept("x", "t1"),
)


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("T1", "t1"),
        ("trust", "t1"),
        ("Care  > Trust", "t1"),
        ("Trust>Breach", "care > trust > breach"),
        ("Care > Trust > Breach", "care > trust > breach"),
        ("help > BREACH", "help > breach"),
        ("Break", "care > trust > breach"),
        ("X", "x"),
        ("Nowhere", None),
        ("Care > Breach", None),
    ],
)
def test_a_concept_goes_by_id_then_name_then_path_then_former_name(name: str, identity: str | None) -> None:
    assert TREE.defined_concept(name) == (key("s", Label.CONCEPT, identity) if identity else None)


def test_a_name_that_several_have_is_ambiguous_and_the_paths_are_told() -> None:
    with pytest.raises(AmbiguousName) as error:
        TREE.concept("breach")
    assert error.value.paths == ["Care > Trust > Breach", "Help > Breach"]
    assert TREE.meaning("breach") is None


def test_a_name_that_nothing_has_is_an_undefined_concepts() -> None:
    assert TREE.concept("New  Code") == "s/concept/new code"
    assert TREE.concept("A>New") == "s/concept/a > new"


def test_paths_are_found_in_any_order_and_through_parents_named_by_path() -> None:
    entries = [
        concept("root", "Root"),
        concept("a", "A", "Root"),
        concept("b", "B", "Root"),
        concept("root > a > m", "M", "A"),
        concept("root > b > m", "M", "B"),
        concept("leaf", "Leaf", "Root > B > M"),
    ]
    for order in (entries, entries[::-1]):
        made = catalogue(*order)
        assert made.concepts["s/concept/leaf"].name_path == ("Root", "B", "M", "Leaf")
        assert made.concepts["s/concept/leaf"].parents == ("s/concept/root > b > m",)


def test_a_parent_that_nothing_defines_is_part_of_the_path() -> None:
    made = catalogue(concept("a", "A", "Elsewhere > Far"))
    assert made.concepts["s/concept/a"].name_path == ("Elsewhere", "Far", "A")
    assert made.defined_concept("far > a") == "s/concept/a"


def test_a_circle_of_parents_ends() -> None:
    made = catalogue(concept("a", "A", "B"), concept("b", "B", "A"))
    assert made.concepts["s/concept/a"].parents == ("s/concept/b",)


def test_merges_are_followed_unless_they_run_in_a_circle() -> None:
    made = catalogue(concept("care", "Care"))
    made.merge("Trust", "Faith", ["t1"])
    made.merge("Faith", "Care")
    made.merge("Egg", "Hen")
    made.merge("Hen", "Egg")
    assert [made.defined_concept(name) for name in ("Trust", "T1", "faith")] == ["s/concept/care"] * 3
    assert made.defined_concept("Egg") is None
    assert made.is_merged("hen")


def test_a_link_means_a_concept_then_an_interview_a_reference_a_memo() -> None:
    made = catalogue(concept("one", "One"))
    for label in (Label.INTERVIEW, Label.REFERENCE, Label.MEMO):
        made.define(label, "one", 2, "One")
        made.define(label, "two", 2, "Two")
    assert made.target("one") == "s/concept/one"
    assert made.target("two") == "s/interview/two"
    assert made.target("Two", "memo") == "s/memo/two"
    assert made.target("P01-1", "interview") == "s/interview/p1-1"
    assert made.target("three") == "s/concept/three"


@pytest.mark.parametrize(
    ("name", "to", "written"),
    [("P01-1 ", "interview", "interview:p01-1"), ("Trust", None, "trust"), ("Note: x", None, "note: x")],
)
def test_a_link_is_kept_with_the_kind_it_says(name: str, to: str | None, written: str) -> None:
    assert written_link(name, to) == written
    assert read_link(written) == (fold_path(name), to)


def test_what_a_document_said_is_forgotten_and_what_others_said_is_not() -> None:
    made = catalogue(concept("a", "A", document=1), concept("b", "B", document=2))
    made.define(Label.MEMO, "one", 1, "One")
    made.define(Label.MEMO, "one", 2, "One")
    made.define(Label.RETIRED_CONCEPT, "old", 1, "Old")
    made.merge("Old", "B")
    before = made.copy()
    made.forget(1)
    assert list(made.concepts) == ["s/concept/b"]
    assert made.knows("s/memo/one")
    assert not made.is_merged("old")
    made.forget(2)
    assert not made.knows("s/memo/one")
    assert before.knows("s/memo/one")
    assert before.defined_concept("Old") == "s/concept/b"


def test_a_study_folders_words_for_a_concept_are_before_a_tools() -> None:
    ours = concept("a", "A", "Care", document=1)
    theirs = Entry("s/concept/a", "a!", frozenset({TOOL_RANK + 1}), guids=("g1",))
    for order in ((ours, theirs), (theirs, ours)):
        made = catalogue(concept("care", "Care"), *order)
        entry = made.concepts["s/concept/a"]
        assert (entry.name, entry.parents, entry.guids) == ("A", ("s/concept/care",), ("g1",))
        assert sorted(made.definers(Label.CONCEPT, "a")) == [1, TOOL_RANK + 1]


def test_an_interview_is_the_longest_pseudonyms() -> None:
    made = Catalogue("s")
    for name in ("p1", "anna", "anna bo", "jo"):
        made.define(Label.PARTICIPANT, name, 1, name)
    found = {each: made.participant_of(each) for each in ("p1-1", "p10-1", "anna-bo1", "anna", "jo1", "joan-1")}
    assert {each: participant and participant.split("/")[2] for each, participant in found.items()} == {
        "p1-1": "p1",
        "p10-1": None,
        "anna-bo1": "anna bo",
        "anna": "anna",
        "jo1": "jo",
        "joan-1": None,
    }
