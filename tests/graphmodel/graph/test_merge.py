"""One thing said by several documents: the one that counts, contradictions, names that nobody defines."""

from __future__ import annotations

import pytest

from graphmodel.graph.document import Origin
from graphmodel.graph.merge import merge, precedence
from graphmodel.records import (
    Coding,
    Concept,
    Interview,
    Kind,
    Memo,
    Participant,
    Record,
    Reference,
    Revision,
    Study,
    Theory,
    Transcript,
)
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import (
    FIRST,
    built,
    coding,
    excerpts,
    file,
    node,
    pairs,
    relations,
    said,
    sources,
    told,
    undefined,
)

FOLDER, FILE, PROJECT = Origin.FOLDER, Origin.FILE, Origin.PROJECT


def test_the_study_folder_is_before_files_and_files_before_tools_and_transcripts_are_last() -> None:
    documents = [
        *file(Transcript("P1", "x"), path="a.txt"),
        *file(Concept("A"), path="a.qdpx", origin=PROJECT),
        *file(Concept("A"), path="a.csv", origin=FILE),
        *file(Concept("A"), path="z.csv"),
        *file(Concept("A"), path="b.csv"),
    ]
    in_order = [each.path for each in sorted(documents, key=precedence)]
    assert in_order == ["b.csv", "z.csv", "a.csv", "a.qdpx", "a.txt"]


def test_a_rank_wins_property_by_property_and_lists_of_names_are_united() -> None:
    found = built(
        file(Concept("Trust", definition="theirs", origin="in_vivo", guids=("g1",)), origin=PROJECT),
        file(Concept("trust", stage="focused", definition="of a file"), path="/elsewhere/more.csv", origin=FILE),
        file(Concept("Trust", definition="ours", was=("Faith",))),
    )
    assert said(found, Label.CONCEPT, "trust") == {
        "name": "Trust",
        "definition": "ours",  # of the folder
        "stage": "focused",  # only the file says it
        "origin": "in_vivo",  # only the tool does
        "formerNames": ["Faith"],
        "guids": ["g1"],
        "isCore": False,
    }
    assert found.graph.nodes[node(Label.CONCEPT, "trust")]["sources"] == [
        "/elsewhere/more.csv",
        "codebook.csv",
        "project.qdpx",
    ]
    assert told(found) == []  # those of different ranks do not contradict one another


TWICE: list[tuple[str, Record, Record, str]] = [
    ("codebook", Concept("Trust", definition="One"), Concept("Trust", definition="Two"), "the concept `Trust`"),
    ("participants", Participant("P01"), Participant("p01"), "the participant `p01`"),
    ("interviews", Interview("Interview 1"), Interview("interview_01"), "the interview `interview_01`"),
    ("memo", Memo("one", text="One."), Memo("One", text="Two."), "the memo `One`"),
    ("bibliography", Reference("x", title="One"), Reference("X", title="Two"), "the reference `X`"),
    (
        "codebook",
        Concept("Old", merged_into="New", definition="One"),
        Concept("Old", merged_into="New", definition="Two"),
        "the retired concept `Old`",
    ),
]


@pytest.mark.parametrize(("kind", "one", "two", "thing"), TWICE, ids=[f"{kind} {thing}" for kind, _, _, thing in TWICE])
def test_two_files_of_the_folder_that_say_one_thing_differently_are_an_error_with_both_places(
    kind: str, one: Record, two: Record, thing: str
) -> None:
    new = file(Concept("New"), path="new.csv")
    found = built(new, file(one, kind=Kind(kind), path="a.csv"), file(two, kind=Kind(kind), path="b.csv"))
    ((severity, message, place),) = told(found)
    assert (severity, place) == ("error", "b.csv, row 2")
    assert message.startswith(f"{thing} is defined twice, with a different ")
    assert message.endswith("; first at /study/a.csv, row 2")


@pytest.mark.parametrize("origin", [FILE, PROJECT])
def test_elsewhere_a_contradiction_is_flagged(origin: Origin) -> None:
    found = built(
        file(Concept("Trust", definition="One"), path="a", origin=origin),
        file(Concept("Trust", definition="Two"), path="b", origin=origin),
    )
    assert told(found) == [
        (
            "flag",
            "the concept `Trust` is defined twice, with a different definition; first at /study/a, row 2",
            "b, row 2",
        )
    ]
    assert said(found, Label.CONCEPT, "trust")["definition"] == "One"  # of one rank the first by path counts


def test_two_that_say_the_same_are_no_contradiction() -> None:
    found = built(
        file(Concept("Trust", definition="One"), path="a.csv"),
        file(Concept("Trust", definition="One", stage="focused"), path="b.csv"),
    )
    assert told(found) == []
    assert said(found, Label.CONCEPT, "trust")["stage"] == "focused"


def test_a_revision_in_two_tables_is_one_wherever_it_stands() -> None:
    merged = Revision("merge", "2015", ("A",), ("B",))
    found = built(
        file(Revision("create", "2014", (), ("A",)), merged, path="a.csv"),
        file(merged, path="b.csv"),
    )
    assert told(found) == []
    # the first row of b.csv is before the second of a.csv
    rows = {of["kind"]: of["row"] for each, of in found.graph.nodes.items() if "/revision/" in each}
    assert rows == {"create": 1, "merge": 1}


def test_revisions_that_contradict_are_told_by_what_they_did() -> None:
    one, other = (Revision("merge", "2015", ("A",), ("B",), note=note) for note in ("One", "Two"))
    found = built(file(Concept("B")), file(one, path="a.csv"), file(other, path="b.csv"))
    ((_, message, _),) = told(found)
    assert message.startswith("the revision `merge: A → B` is defined twice, with a different note")


def test_what_the_name_of_a_file_says_is_behind_a_table_and_no_contradiction() -> None:
    found = built(file(Transcript("the_first", FIRST)), file(Interview("The First", date="2015")))
    assert said(found, Label.INTERVIEW, "the-first")["name"] == "The First"
    assert told(found) == []


def test_a_study_founded_by_a_project_is_what_its_own_file_says() -> None:
    found = built(file(Study("s", "project"), origin=PROJECT), file(Study("s", "A study")))
    assert said(found, Label.STUDY, "")["title"] == "A study"
    assert told(found) == []


def test_what_is_only_named_is_undefined_and_its_sources_are_those_that_name_it() -> None:
    found = built(
        file(coding("P1", "x", "Being  Seen"), path="b.csv"), file(coding("P2", "y", "being seen"), path="a.csv")
    )
    assert found.graph.nodes["s/concept/being seen"] == {
        "key": "s/concept/being seen",
        "study": "s",
        "caption": "being seen",
        "name": "being seen",  # as the first by path writes it, white space single
        "status": "undefined",
        "sources": ["a.csv", "b.csv"],
        "isCore": False,
    }
    assert undefined(found) == {"concept/being seen", "interview/p1", "interview/p2", "researcher/unnamed"}


def test_what_is_defined_too_has_the_sources_that_define_it() -> None:
    found = built(file(coding("P1", "x", "Trust")), file(Concept("Trust")))
    assert found.graph.nodes["s/concept/trust"]["sources"] == ["codebook.csv"]
    assert found.graph.nodes["s/concept/trust"]["status"] == "active"


def test_what_is_said_of_a_thing_without_defining_it_leaves_it_undefined() -> None:
    found = built(file(Theory(core="Trust")), file(coding("P1", "x", "Trust")))
    assert said(found, Label.CONCEPT, "trust") == {"name": "Trust", "isCore": True}
    assert found.graph.nodes["s/concept/trust"]["sources"] == ["codings.csv", "theory.yaml"]
    assert "concept/trust" in undefined(found)


def both(ours: Coding, theirs: Coding) -> list[dict[str, object]]:
    found = built(file(Concept("Mates")), file(ours), file(theirs, origin=PROJECT))
    assert sources(found, Type.CODED_AS) == [["codings.csv", "project.qdpx"]]
    return relations(found, Type.CODED_AS)


def test_of_a_coding_a_tool_is_first_every_note_is_kept_and_the_earliest_date() -> None:
    ours = coding("P1", "as mates", "Mates", coder="AB", date="2015-03", note="Ours")
    theirs = coding("P1", "as  mates", "Mates", coder="AB", date="2016", note="Theirs")
    assert both(ours, theirs) == [{"coder": "AB", "at": "2015-03", "note": "Theirs\nOurs"}]


def test_of_what_is_no_coding_the_folder_is_first() -> None:
    def parents(*names: str) -> Concept:
        return Concept("C", parents=names)

    found = built(file(parents("A", "B")), file(parents("B", "A"), origin=PROJECT))
    # the folder has A at 0 and B at 1, the tool B at 0 and A at 1: of each the first position counts
    assert relations(found, Type.SUBSUMED_BY) == [{"position": 0}, {"position": 0}]
    assert pairs(found, Type.SUBSUMED_BY) == {("c", "a"), ("c", "b")}


def test_an_excerpt_from_two_files_is_one_and_the_best_verified() -> None:
    found = built(
        file(Transcript("P1", FIRST)),
        file(coding("P1", "as mates", start=3, end=11), path="a.csv"),  # it stands elsewhere
        file(coding("P1", "as mates"), path="b.csv"),
    )
    (excerpt,) = excerpts(found).values()
    assert (excerpt["verification"], excerpt["sources"]) == ("exact", ["a.csv", "b.csv"])


def test_what_is_true_or_false_is_always_there() -> None:
    found = built(file(Study("s", "A study")), file(Interview("P1")), file(Concept("A")))
    assert said(found, Label.STUDY, "")["remoteAllowed"] is False
    of = said(found, Label.INTERVIEW, "p1")
    assert (of["unnamed"], of["withdrawn"]) == (False, False)
    assert said(found, Label.CONCEPT, "a")["isCore"] is False


def test_a_study_is_there_with_its_first_document_and_nothing_without_any() -> None:
    assert set(merge("s", ()).graph.nodes) == set()
    found = built(file(Concept("A")))
    assert found.graph.nodes["s"] == {"key": "s", "study": "s", "caption": "s", "sources": [], "remoteAllowed": False}
