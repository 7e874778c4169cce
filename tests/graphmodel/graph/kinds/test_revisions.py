"""The revisions table in the graph."""

from __future__ import annotations

from graphmodel.records import Concept, Memo, Revision
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import built, file, keys, pairs, problems, told, undefined

ROWS = (
    Revision("create", "2014-12-15", (), ("Trust",), by="AB"),
    Revision("merge", "2015-01-20", ("Faith", "Belief"), ("Trust",), by="AB", memo="why", note="They are one"),
    Revision("retire", "2015-02", ("Hope",), (), by="CD"),
)
CODEBOOK = file(Concept("Trust"), Concept("Belief", merged_into="Trust"))


def test_revisions_of_the_theory() -> None:
    found = built(CODEBOOK, file(*ROWS))
    revisions = {of["at"]: (key, of) for key, of in found.graph.nodes.items() if "/revision/" in key}
    assert sorted(revisions) == ["2014-12-15", "2015-01-20", "2015-02"]
    key, merge = revisions["2015-01-20"]
    assert (merge["kind"], merge["before"], merge["after"]) == ("merge", ["Faith", "Belief"], ["Trust"])
    assert (merge["note"], merge["caption"]) == ("They are one", "merge: Faith, Belief → Trust")
    used = [(each.end, each.start == key) for each in found.graph.relationships if each.type is Type.USED]
    # Belief is retired in the codebook; Faith and Hope are known by the table alone
    assert sorted(used) == [("s/retired/belief", True), ("s/retired/faith", True), ("s/retired/hope", False)]
    assert [end for _, end in pairs(found, Type.GENERATED)] == ["trust"] * 2
    assert {who for who, _ in pairs(found, Type.MADE)} == {"AB", "CD"}
    assert {memo for _, memo in pairs(found, Type.JUSTIFIED_BY)} == {"why"}
    assert undefined(found) == {"retired/faith", "retired/hope", "memo/why", "researcher/AB", "researcher/CD"}
    assert told(found) == [("flag", "there is no memo `why`", "revisions.csv, row 3")]


def test_their_order_within_a_day_is_the_tables() -> None:
    day = [Revision("create", "2015-01-20", (), (name,)) for name in ("C", "A", "B")]
    nodes = built(file(*day)).graph.nodes.values()
    rows = {of["row"]: of["after"] for of in nodes if "row" in of}
    assert rows == {1: ["C"], 2: ["A"], 3: ["B"]}


def test_two_revisions_alike_are_two() -> None:
    found = built(file(*(Revision("create", "2015", (), ("Trust",), by=name) for name in ("AB", "CD"))))
    assert len(keys(found, Label.REVISION)) == 2
    assert {who for who, _ in pairs(found, Type.MADE)} == {"AB", "CD"}
    assert told(found) == []


def test_what_was_before_and_what_was_made_of_it_are_told_apart() -> None:
    found = built(file(Revision("merge", "2015", ("A",), ("B",)), Revision("merge", "2015", ("A", "B"), ())))
    assert len(keys(found, Label.REVISION)) == 2


def test_a_revision_keeps_its_key_when_its_note_changes() -> None:
    one, other = (keys(built(file(Revision("create", "2015", (), ("A",), note=note))), Label.REVISION) for note in "xy")
    assert one == other


def test_a_revision_of_an_ambiguous_name_is_an_error() -> None:
    codebook = file(Concept("A"), Concept("B"), Concept("Same", ("A",)), Concept("Same", ("B",)))
    found = built(codebook, file(Revision("retire", "2015", ("Same",))))
    assert told(found) == [("error", "`Same` is the name of 2 concepts", "revisions.csv, row 2")]
    assert problems(found)[0].hint == "A > Same; B > Same"


def test_a_living_concept_is_used_by_its_former_name() -> None:
    found = built(
        file(Concept("Trust", was=("Faith",))),
        file(Memo("m"), path="memos/m.md"),
        file(Revision("rename", "2015", ("Faith",), ("Trust",), memo="M")),
    )
    assert {end for _, end in pairs(found, Type.USED)} == {"trust"}
    assert {end for _, end in pairs(found, Type.JUSTIFIED_BY)} == {"m"}
