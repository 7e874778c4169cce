"""Concepts that stay the same nodes of Neo4j under another name, identity or level."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError, Severity
from graphmodel.loading import load
from tests.graphmodel.folders import FIRST, study, write
from tests.graphmodel.snapshot import edges, everything, ids, keys, nodes, pairs, properties

CODINGS = "interview,quote,codes,coder,date\nP01-1,seen as a person,Being seen,AB,2015-02\nP01-1,as mates,Mates,AB,\n"
USERS = {
    "codings.csv": CODINGS,
    "interviews.csv": "interview,sampled_for\nP01-1,Mates\n",
    "memos/one.md": "On [[Mates]] and [[concept:Being seen]].\n",
    "theory.yaml": (
        "propositions:\n  - {id: p1, subject: Mates, relation: leads_to, object: Being seen}\n"
        "negative_cases:\n  - {concept: Mates, sought: 2015, found: [{interview: P01-1, quote: Not a case}]}\ncore: Mates\n"
    ),
    "links.csv": "reference,concept,stance\nhill2001,Mates,supports\n",
    "revisions.csv": "date,kind,after\n2015,create,Mates\n",
    "interviews/P01-1.txt": FIRST,
}
TYPES = {"CODED_AS", "CONTRADICTS", "SAMPLED_FOR", "ABOUT", "SUBJECT", "BEARS_ON", "GENERATED"}


def fresh(graph: Database, folder: Path) -> tuple[object, object]:
    """The graph that one load of a folder makes."""
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    load(graph, [folder])
    return nodes(graph), edges(graph)


def reaching(graph: Database, concept: str) -> set[str]:
    return {type_ for type_ in TYPES if concept in {end for _, end in pairs(graph, type_)}}


@pytest.mark.parametrize(
    ("codebook", "concept"),
    [
        pytest.param("code,was\nBeing seen,\nPeople,Mates\n", "people", id="was"),
        pytest.param("code,id\nBeing seen,\nMates,m1\n", "m1", id="an id"),
        pytest.param("code,merged_into\nBeing seen,\nPeople,\nMates,People\n", "people", id="merged"),
        pytest.param("code,parent\nBeing seen,\nA,\nMates,A\n", "mates", id="moved"),
        pytest.param("code\nBeing seen\n", "mates", id="gone"),
    ],
)
def test_everything_that_names_a_concept_follows_it(
    graph: Database, tmp_path: Path, codebook: str, concept: str
) -> None:
    folder = study(tmp_path, {"codebook.csv": "code\nBeing seen\nMates\n", **USERS})
    load(graph, [folder])
    node = ids(graph)["s/concept/mates"]
    write(folder, {"codebook.csv": codebook})
    load(graph, [folder / "codebook.csv"])
    # revisions mean a retired concept of the name where there is one
    assert reaching(graph, concept) >= TYPES - {"GENERATED"}
    assert properties(graph, f"s/concept/{concept}")["isCore"] is True
    assert (ids(graph)[f"s/concept/{concept}"] == node) is ("merged_into" not in codebook)
    reached = nodes(graph), edges(graph)
    assert not load(graph, [folder]).written
    assert reached == fresh(graph, folder)


def test_a_rename_and_its_use_in_one_load_keep_the_node(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code\nBeing seen\nMates\n", **USERS})
    load(graph, [folder])
    before = ids(graph)
    users = {name: text.replace("Mates", "People") for name, text in USERS.items() if name != "interviews/P01-1.txt"}
    write(folder, {"codebook.csv": "code,was\nBeing seen,\nPeople,Mates\n", **users})
    load(graph, [folder])
    assert ids(graph)["s/concept/people"] == before["s/concept/mates"]
    assert reaching(graph, "people") == TYPES
    assert {key: id_ for key, id_ in before.items() if "/excerpt/" in key}.items() <= ids(graph).items()
    reached = nodes(graph), edges(graph)
    assert reached == fresh(graph, folder)


def test_a_rename_keeps_the_node_where_its_new_name_was_used_before(graph: Database, tmp_path: Path) -> None:
    more = "interview,quote,codes\nP01-1,as mates,People\n"
    folder = study(tmp_path, {"codebook.csv": "code\nMates\n", **USERS, "codings/more.csv": more})
    load(graph, [folder])
    node = ids(graph)["s/concept/mates"]
    assert "people" in keys(graph, "Concept")
    write(folder, {"codebook.csv": "code,was\nPeople,Mates\n"})
    load(graph, [folder])
    assert ids(graph)["s/concept/people"] == node
    reached = nodes(graph), edges(graph)
    assert reached == fresh(graph, folder)


@pytest.mark.parametrize(
    ("codebook", "same"),
    [
        pytest.param("code,was,definition\nB,A,First\nA,B,Second\n", False, id="swapped: each name keeps its node"),
        pytest.param("code,was,definition,id\nB,A,First,1\nA,B,Second,2\n", True, id="swapped with new ids"),
    ],
)
def test_names_swapped_mean_what_they_say_now(graph: Database, tmp_path: Path, codebook: str, same: bool) -> None:
    codings = "interview,quote,codes\nP1,one,A\nP1,two,B\n"
    folder = study(tmp_path, {"codebook.csv": "code,definition\nA,First\nB,Second\n", "codings.csv": codings})
    load(graph, [folder])
    first = ids(graph)["s/concept/a"]
    write(folder, {"codebook.csv": codebook})
    load(graph, [folder / "codebook.csv"])
    assert (ids(graph)["s/concept/1" if same else "s/concept/b"] == first) is same
    reached = nodes(graph), edges(graph)
    assert reached == fresh(graph, folder)


def test_a_concept_whose_level_changes_is_the_same_node(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code,parent,level\nA,,\nB,A,\n", "memos/one.md": "On [[A]].\n"})
    load(graph, [folder])
    elements = ids(graph)
    for codebook, level in (
        ("code,parent,level\nA,,Theme\nB,A,\n", "Theme"),
        ("code,parent,level\nA,,\nB,,\n", "Code"),
        ("code,parent,level\nB,,\n", "Code"),
        ("code,parent,level\nA,,\nB,A,\nC,B,\n", "Theme"),
    ):
        write(folder, {"codebook.csv": codebook})
        load(graph, [folder / "codebook.csv"])
        assert set(nodes(graph)["s/concept/a"][0]) == {"Concept", level}
        assert ids(graph)["s/concept/a"] == elements["s/concept/a"]
    assert pairs(graph, "ABOUT") == {("one", "a")}


def test_the_studys_levels_relabel_a_codebook_that_has_not_changed(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code,parent\nA,\nB,A\n"})
    load(graph, [folder])
    assert nodes(graph)["s/concept/a"][0] == ("Category", "Concept")
    write(folder, {"study.yaml": "id: s\nresearchers: [AB]\nlevels: [Theme, Category, Code]\n"})
    load(graph, [folder / "study.yaml"])
    assert nodes(graph)["s/concept/a"][0] == ("Concept", "Theme")
    assert nodes(graph)["s/concept/b"][0] == ("Category", "Concept")


AMBIGUOUS = "code,parent\nBeing seen,\nA,\nB,\nMates,A\nMates,B\n"
NAMING = [name for name, text in USERS.items() if "Mates" in text]


@pytest.mark.parametrize("file", NAMING)
def test_a_codebook_that_makes_a_name_ambiguous_that_others_use_is_refused(
    graph: Database, tmp_path: Path, file: str
) -> None:
    folder = study(tmp_path, {"codebook.csv": "code\nBeing seen\nMates\n", file: USERS[file]})
    load(graph, [folder])
    before = everything(graph)
    write(folder, {"codebook.csv": AMBIGUOUS})
    with pytest.raises(GraphmodelError) as error:
        load(graph, [folder / "codebook.csv"])
    errors = [problem for problem in error.value.problems if problem.severity is Severity.ERROR]
    assert errors
    for problem in errors:
        assert "A > Mates" in str(problem.hint)
        assert "B > Mates" in str(problem.hint)
        assert problem.place.file == folder / file
    assert everything(graph) == before


def test_a_transcript_that_the_table_names_no_more_is_its_own_interview_again(graph: Database, tmp_path: Path) -> None:
    files = {"codings.csv": "interview,quote,codes\nP01-1,as mates,Mates\n", "interviews/P01-1.txt": FIRST}
    folder = study(tmp_path, {**files, "interviews.csv": "interview,file\nOther,P01-1.txt\n"})
    load(graph, [folder])
    assert pairs(graph, "READS") == {("other", "other")}
    write(folder, {"interviews.csv": "interview\nOther\n"})
    load(graph, [folder])
    assert pairs(graph, "READS") == {("p1-1", "p1-1")}
    reached = nodes(graph), edges(graph)
    assert reached == fresh(graph, folder)
