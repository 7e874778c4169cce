"""The meaning of names: by id, name, path and former name, across codebooks."""

from __future__ import annotations

import pytest

from graphmodel.graph.name_index import AmbiguousName, ConceptEntry, NameIndex
from graphmodel.schema import Label, key


def concept(identity: str, name: str, *parents: str, was: tuple[str, ...] = ()) -> ConceptEntry:
    return ConceptEntry(key("s", Label.CONCEPT, identity), name, parents, former_names=was)


def index(*entries: ConceptEntry) -> NameIndex:
    names = NameIndex("s")
    for entry in entries:
        names.define_concept(entry)
    names.connect()
    return names


TREE = index(
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
    assert not TREE.knows("s/concept/new code")


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
        names = index(*order)
        assert names.concepts["s/concept/leaf"].path == ("Root", "B", "M", "Leaf")
        assert names.concepts["s/concept/leaf"].parents == ("s/concept/root > b > m",)


def test_a_parent_that_nothing_defines_is_part_of_the_path() -> None:
    names = index(concept("a", "A", "Elsewhere > Far"))
    assert names.concepts["s/concept/a"].path == ("Elsewhere", "Far", "A")
    assert names.defined_concept("far > a") == "s/concept/a"


def test_a_circle_of_parents_ends() -> None:
    names = index(concept("a", "A", "B"), concept("b", "B", "A"))
    assert names.concepts["s/concept/a"].parents == ("s/concept/b",)
    assert names.tree() == {"s/concept/a": ["s/concept/b"], "s/concept/b": ["s/concept/a"]}


def test_the_tree_holds_defined_concepts_alone() -> None:
    assert index(concept("a", "A", "Elsewhere"), concept("b", "B", "A")).tree() == {
        "s/concept/a": [],
        "s/concept/b": ["s/concept/a"],
    }


def test_merges_are_followed_unless_they_run_in_a_circle() -> None:
    names = index(concept("care", "Care"))
    names.merge("Trust", "Faith", ["t1"])
    names.merge("Faith", "Care")
    names.merge("Egg", "Hen")
    names.merge("Hen", "Egg")
    assert [names.defined_concept(name) for name in ("Trust", "T1", "faith")] == ["s/concept/care"] * 3
    assert [names.merged_into(name) for name in ("Trust", "Care", "Egg")] == ["Care", None, None]
    assert names.defined_concept("Egg") is None
    assert names.concept("Egg") == "s/concept/egg"
    assert names.is_merged("hen")


def test_a_living_concept_is_before_a_retired_one_of_its_name() -> None:
    names = index(concept("care", "Care"), concept("trust", "Trust"))
    names.merge("Trust", "Care")
    assert names.defined_concept("Trust") == "s/concept/trust"


def test_what_is_merged_into_nothing_leads_to_an_undefined_concept() -> None:
    names = index()
    names.merge("Trust", "Care")
    assert names.defined_concept("Trust") == "s/concept/care"
    assert not names.knows("s/concept/care")


def test_a_revision_means_a_retired_concept_before_a_living_one_before_an_unknown_one() -> None:
    names = index(concept("trust", "Trust"), concept("care", "Care"))
    names.define(Label.RETIRED_CONCEPT, "trust", "Trust")
    found = [names.revised(name) for name in ("Trust", "Care", "Hope")]
    assert found == ["s/retired/trust", "s/concept/care", "s/retired/hope"]


LINKED = index(concept("one", "One"))
for label in (Label.INTERVIEW, Label.REFERENCE, Label.MEMO, Label.PROPOSITION, Label.PARTICIPANT):
    LINKED.define(label, "one", "One")
for label in (Label.MEMO, Label.REFERENCE, Label.INTERVIEW):
    LINKED.define(label, "two", "Two")
for label in (Label.PARTICIPANT, Label.PROPOSITION, Label.MEMO, Label.REFERENCE):
    LINKED.define(label, "three", "Three")
for label in (Label.PARTICIPANT, Label.PROPOSITION, Label.MEMO):
    LINKED.define(label, "four", "Four")
for label in (Label.PARTICIPANT, Label.PROPOSITION):
    LINKED.define(label, "five", "Five")
LINKED.define(Label.PARTICIPANT, "six", "Six")


@pytest.mark.parametrize(
    ("name", "to", "target"),
    [
        ("one", None, "concept/one"),
        ("two", None, "interview/two"),
        ("three", None, "reference/three"),
        ("four", None, "memo/four"),
        ("five", None, "proposition/five"),
        ("six", None, "participant/six"),
        ("seven", None, "concept/seven"),
        ("Two", "memo", "memo/two"),
        ("P01-1", "interview", "interview/p1-1"),
        ("new", "proposition", "proposition/new"),
        ("new", "concept", "concept/new"),
    ],
)
def test_a_link_means_a_concept_an_interview_a_reference_a_memo_in_this_order(
    name: str, to: str | None, target: str
) -> None:
    assert LINKED.target(name, to) == f"s/{target}"


def test_what_is_said_first_of_a_concept_counts_and_all_its_other_names_lead_to_it() -> None:
    names = index(
        concept("care", "Care"),
        concept("a", "A", "Care", was=("Alpha",)),
        ConceptEntry("s/concept/a", "a!", ("Elsewhere",), former_names=("Aleph",), guids=("g1",)),
    )
    entry = names.concepts["s/concept/a"]
    assert (entry.name, entry.parents) == ("A", ("s/concept/care",))
    assert {names.meaning(name) for name in ("A", "alpha", "Aleph", "G1")} == {"s/concept/a"}


def test_what_something_is_called_first_counts() -> None:
    names = NameIndex("s")
    names.define(Label.MEMO, "one", "One")
    names.define(Label.MEMO, "one", "ONE")
    assert names.identities(Label.MEMO) == {"one": "One"}
    assert names.knows("s/memo/one")
    assert not names.knows("s/memo/two")
    assert names.identities(Label.REFERENCE) == {}


def test_an_interview_is_the_longest_pseudonyms() -> None:
    names = NameIndex("s")
    for name in ("p1", "anna", "anna bo", "jo"):
        names.define(Label.PARTICIPANT, name, name)
    found = {each: names.participant_of(each) for each in ("p1-1", "p10-1", "anna-bo1", "anna", "jo1", "joan-1")}
    assert {each: participant and participant.split("/")[2] for each, participant in found.items()} == {
        "p1-1": "p1",
        "p10-1": None,
        "anna-bo1": "anna bo",
        "anna": "anna",
        "jo1": "jo",
        "joan-1": None,
    }
