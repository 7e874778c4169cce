"""A codebook in the graph: who a concept is, what subsumes it, what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.graph.build import Built
from graphmodel.graph.document import Origin
from graphmodel.records import Concept, Memo, MemoLink
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import built, coding, file, keys, pairs, problems, relations, said, told, undefined

CODINGS = file(coding("P1", "seen as a person", "Being seen"), coding("P1", "as mates", "Mates"))


def row(name: str, *parents: str, **fields: str | tuple[str, ...]) -> Concept:
    return Concept(name, parents, **fields)  # type: ignore[arg-type]


def coded(*rows: Concept) -> set[str]:
    """The concepts that the codings are of, with these rows for the codebook."""
    return {end for _, end in pairs(built(file(*rows), CODINGS), Type.CODED_AS)}


def test_a_row_says_everything_it_knows() -> None:
    found = built(
        file(
            Concept(
                "Disclosure",
                level="Theme",
                definition="What is told",
                properties=("pace: slow…fast", "depth: shallow…deep"),
                origin="in_vivo",
                stage="theoretical",
                id="d1",
                was=("Saying it", "Telling"),
                split_from="All talk",
                guids=("g1",),
            )
        )
    )
    assert said(found, Label.CONCEPT, "d1") == {
        "name": "Disclosure",
        "level": "Theme",
        "definition": "What is told",
        "properties": ["pace: slow…fast", "depth: shallow…deep"],
        "origin": "in_vivo",
        "stage": "theoretical",
        "formerNames": ["Saying it", "Telling"],
        "guids": ["g1"],
        "isCore": False,
    }
    assert found.graph.labels("s/concept/d1") == (Label.CONCEPT, Label.THEME)
    assert pairs(found, Type.SPLIT_FROM) == {("d1", "all talk")}


def test_an_id_is_the_identity_else_the_name_else_the_path() -> None:
    found = built(
        file(
            row("Care", id="c1"),
            row("Trust "),
            row("Help"),
            row("Breach", "Trust"),
            row("Breach", "Help"),
            row("Repair", "Help > Breach"),
        )
    )
    assert keys(found, Label.CONCEPT) == {"c1", "trust", "help", "trust > breach", "help > breach", "repair"}
    assert pairs(found, Type.SUBSUMED_BY) == {
        ("trust > breach", "trust"),
        ("help > breach", "help"),
        ("repair", "help > breach"),
    }


def test_several_parents_keep_their_order() -> None:
    found = built(file(row("A"), row("B"), row("C", "B", "A")))
    positions = {
        each.end: of["position"] for each, of in found.graph.relationships.items() if each.type is Type.SUBSUMED_BY
    }
    assert positions == {"s/concept/b": 0, "s/concept/a": 1}


def test_a_parent_that_no_codebook_defines_is_undefined() -> None:
    found = built(file(row("A", "Elsewhere")))
    assert undefined(found) == {"concept/elsewhere"}
    assert told(found) == [("flag", "`Elsewhere` is not in the codebook", "codebook.csv, row 2")]


def test_a_parent_may_stand_in_another_codebook_under_a_former_name() -> None:
    one, other = file(row("B", "A"), path="one.csv"), file(row("Alpha", id="a1", was=("A",)), path="two.csv")
    found = built(one, other)
    assert pairs(found, Type.SUBSUMED_BY) == {("b", "a1")}
    assert found.names.concepts["s/concept/b"].path == ("Alpha", "B")


def test_a_parent_may_be_a_guid() -> None:
    assert pairs(built(file(row("A", guids=("g1",)), row("B", "G1"))), Type.SUBSUMED_BY) == {("b", "a")}


def test_an_ambiguous_parent_is_an_error() -> None:
    found = built(file(row("A"), row("B"), row("Same", "A"), row("Same", "B"), row("C", "Same")))
    assert told(found) == [("error", "`Same` is the name of 2 concepts", "codebook.csv, row 6")]


# ---- merged and split


def test_a_merged_concept_is_retired_and_its_codings_go_where_it_went() -> None:
    rows = (
        row("Being seen"),
        row("Mates", merged_into="Being seen", definition="As friends", was=("Pals",), guids=("g",)),
    )
    found = built(file(*rows), CODINGS)
    assert keys(found, Label.CONCEPT) == {"being seen"}
    assert {end for _, end in pairs(found, Type.CODED_AS)} == {"being seen"}
    assert said(found, Label.RETIRED_CONCEPT, "mates") == {
        "name": "Mates",
        "definition": "As friends",
        "formerNames": ["Pals"],
        "guids": ["g"],
    }
    assert pairs(found, Type.MERGED_INTO) == {("mates", "being seen")}
    assert told(found) == []


def test_a_chain_of_merges_is_followed_to_its_end() -> None:
    rows = row("People"), row("Being seen", merged_into="People"), row("Mates", merged_into="Being seen")
    assert coded(*rows) == {"people"}
    assert pairs(built(file(*rows)), Type.MERGED_INTO) == {("being seen", "people"), ("mates", "people")}


def test_a_chain_of_merges_leads_through_several_codebooks() -> None:
    found = built(
        file(row("Mates", merged_into="Being seen"), path="a.csv"),
        file(row("Being seen", merged_into="People"), path="b.csv"),
        file(row("People"), path="c.csv"),
    )
    assert pairs(found, Type.MERGED_INTO) == {("mates", "people"), ("being seen", "people")}


def test_a_merge_may_name_an_id_a_path_or_a_former_name() -> None:
    rows = (
        row("A", id="a1"),
        row("B", "A", was=("Bee",)),
        row("X", merged_into="A1"),
        row("Y", merged_into="A > B"),
        row("Z", merged_into="bee"),
    )
    assert pairs(built(file(*rows)), Type.MERGED_INTO) == {("x", "a1"), ("y", "b"), ("z", "b")}


@pytest.mark.parametrize(
    "rows",
    [
        [row("Mates", merged_into="Being seen"), row("Being seen", merged_into="Mates")],
        [row("Mates", merged_into="Mates"), row("Being seen")],
        [row("Mates", merged_into="A"), row("A", merged_into="B"), row("B", merged_into="A"), row("Being seen")],
    ],
    ids=["two", "one", "into a circle"],
)
def test_merges_that_lead_nowhere_are_an_error_and_the_graph_is_built(rows: list[Concept]) -> None:
    found = built(file(*rows), CODINGS)
    wrong = [each for each in told(found) if each[0] == "error"]
    assert (
        "error",
        f"`Mates` was merged into `{rows[0].merged_into}`, which leads back to itself",
        "codebook.csv, row 2",
    ) in wrong
    assert "mates" in keys(found, Label.RETIRED_CONCEPT)
    assert not pairs(found, Type.MERGED_INTO)
    assert "concept/mates" in undefined(found)  # what the codings mean


def test_a_merge_into_what_no_codebook_has_is_flagged() -> None:
    found = built(file(row("Mates", merged_into="People")))
    message = "`Mates` was merged into `People`, which is not in the codebook"
    assert told(found) == [("flag", message, "codebook.csv, row 2")]
    assert pairs(found, Type.MERGED_INTO) == {("mates", "people")}
    assert undefined(found) == {"concept/people"}


def test_a_merge_into_an_ambiguous_name_is_an_error() -> None:
    rows = row("A"), row("B"), row("Same", "A"), row("Same", "B"), row("Mates", merged_into="Same")
    found = built(file(*rows))
    message = "`Mates` was merged into `Same`, the name of 2 concepts"
    assert told(found) == [("error", message, "codebook.csv, row 6")]
    assert problems(found)[0].hint == "Write one of: A > Same; B > Same"
    assert not pairs(found, Type.MERGED_INTO)


def test_names_that_a_merged_concept_had_lead_where_it_went() -> None:
    rows = row("People"), row("Friends", merged_into="People", was=("Mates",), id="f1")
    memo = file(Memo("m", about=(MemoLink("Mates"), MemoLink("f1"))))
    more = file(coding("P1", "and then", "f1"), coding("P1", "not a case", "Friends"), path="more.csv")
    found = built(file(*rows), CODINGS, memo, more)
    assert {end for _, end in pairs(found, Type.CODED_AS)} == {"people", "being seen"}
    assert pairs(found, Type.ABOUT) == {("m", "people")}


def split_from(*rows: Concept) -> Built:
    return built(file(row("Trust", split_from="All talk"), *rows))


@pytest.mark.parametrize(
    ("others", "end", "unknown"),
    [
        pytest.param([row("All talk", id="t1")], "s/concept/t1", set(), id="a living concept"),
        pytest.param([row("Talk", was=("All talk",))], "s/concept/talk", set(), id="one by its former name"),
        pytest.param(
            [row("Care"), row("All talk", merged_into="Care")], "s/retired/all talk", set(), id="a retired one"
        ),
        pytest.param([], "s/retired/all talk", {"retired/all talk"}, id="one that is known by its name alone"),
    ],
)
def test_what_a_concept_was_split_from_is_a_node(others: list[Concept], end: str, unknown: set[str]) -> None:
    found = split_from(*others)
    assert [each.end for each in found.graph.relationships if each.type is Type.SPLIT_FROM] == [end]
    assert undefined(found) == unknown
    assert told(found) == []


def test_what_was_split_from_an_ambiguous_name_is_an_error() -> None:
    found = split_from(row("A"), row("B"), row("All talk", "A"), row("All talk", "B"))
    message = "`Trust` was split from `All talk`, the name of 2 concepts"
    assert told(found) == [("error", message, "codebook.csv, row 2")]


# ---- what contradicts itself


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([row("Trust"), row("TRUST")], id="one name"),
        pytest.param([row("Trust", id="t1"), row("Care", id="T1")], id="one id"),
        pytest.param([row("Trust"), row("Care", id="trust")], id="an id that is a name"),
        pytest.param([row("Trust", was=("Faith",)), row("Care", was=("faith",))], id="one former name"),
        pytest.param([row("A", merged_into="C"), row("a", merged_into="D"), row("C"), row("D")], id="two merged ones"),
    ],
)
def test_two_codes_that_claim_one_identity_are_an_error_with_both_places(rows: list[Concept]) -> None:
    ((severity, message, place),) = told(built(file(*rows)))
    assert (severity, place) == ("error", "codebook.csv, row 3")
    assert "/study/codebook.csv, row 2" in message


def test_a_former_name_that_one_row_gives_twice_is_no_error() -> None:
    assert told(built(file(row("Trust", was=("Faith", "FAITH"))))) == []


def test_two_codebooks_that_claim_one_former_name_make_it_ambiguous() -> None:
    found = built(
        file(row("Trust", was=("Mates",)), path="a.csv"), file(row("Care", was=("Mates",)), path="b.csv"), CODINGS
    )
    wrong = [each for each in told(found) if each[0] == "error"]
    assert wrong == [("error", "`Mates` is the name of 2 concepts", "codings.csv, row 3")]


# ---- what names mean after a codebook changed


@pytest.mark.parametrize(
    ("rows", "concept"),
    [
        pytest.param([row("People", was=("Mates",))], "people", id="was"),
        pytest.param([row("Mates", id="m1")], "m1", id="an id"),
        pytest.param([row("People"), row("Mates", merged_into="People")], "people", id="merged"),
        pytest.param([row("A"), row("Mates", "A")], "mates", id="moved"),
        pytest.param([row("A")], "mates", id="gone"),
    ],
)
def test_whatever_names_a_concept_follows_it(rows: list[Concept], concept: str) -> None:
    assert coded(row("Being seen"), *rows) == {"being seen", concept}


def test_names_swapped_mean_what_they_say_now() -> None:
    rows = row("Mates", was=("Being seen",), definition="First"), row("Being seen", was=("Mates",))
    found = built(file(*rows), CODINGS)
    words = {pair[0].split("/")[1]: pair[1] for pair in pairs(found, Type.CODED_AS)}
    assert len(words) == 2
    assert set(words.values()) == {"being seen", "mates"}


def test_a_path_tells_concepts_of_one_name_apart() -> None:
    rows = row("Root"), row("A", "Root"), row("B", "Root"), row("Mates", "A"), row("Mates", "B")
    three = file(
        coding("P1", "one", "A > Mates"), coding("P1", "two", "b>mates"), coding("P1", "three", "Root > B > Mates")
    )
    found = built(file(*rows), three)
    assert sorted(end for _, end in pairs(found, Type.CODED_AS)) == ["root > a > mates", *["root > b > mates"] * 2]


def test_paths_lead_through_all_codebooks() -> None:
    one, two = (
        file(row("Mates", "B"), row("B", "A"), path="one.csv"),
        file(row("A", "Root"), row("Root"), path="two.csv"),
    )
    found = built(one, two, file(coding("P1", "one", "Root > A > B > Mates", "A > B > Mates")))
    assert {end for _, end in pairs(found, Type.CODED_AS)} == {"mates"}


def test_a_concept_by_two_names_in_one_row_is_coded_once() -> None:
    found = built(file(row("Being seen", id="b7")), file(coding("P1", "one", "b7", "Being seen", note="x")))
    assert relations(found, Type.CODED_AS) == [{"coder": "unnamed", "note": "x"}]


def test_a_tools_guids_are_names_of_the_folders_concept() -> None:
    tool = file(row("Trust", guids=("a-guid",)), origin=Origin.PROJECT)
    found = built(file(row("Trust")), tool, file(coding("P1", "x", "A-GUID"), coding("P1", "y", "trust")))
    assert {end for _, end in pairs(found, Type.CODED_AS)} == {"trust"}
    assert said(found, Label.CONCEPT, "trust")["guids"] == ["a-guid"]


def test_unknown_levels_are_flagged_once_each() -> None:
    rows = row("A", level="Bucket"), row("B", level="bucket"), row("C", level="Pot"), row("D", level="theme")
    found = told(built(file(*rows)))
    assert [(message.split(" is ")[0], place) for _, message, place in found] == [
        ("`Bucket`", "codebook.csv, row 2"),
        ("`Pot`", "codebook.csv, row 4"),
    ]


def test_a_codebook_elsewhere_is_told_by_its_file() -> None:
    found = built(file(row("A", "Elsewhere"), path="/tmp/more.csv", origin=Origin.FILE))
    assert problems(found)[0].place.file == Path("/tmp/more.csv")
