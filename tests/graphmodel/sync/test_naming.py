"""What a change of names does to what is in the graph already, whoever said it."""

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
TYPES = ("CODED_AS", "CONTRADICTS", "SAMPLED_FOR", "ABOUT", "SUBJECT", "BEARS_ON", "GENERATED")


def fresh(graph: Database, folder: Path) -> tuple[object, object]:
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
    write(folder, {"codebook.csv": codebook})
    load(graph, [folder / "codebook.csv"])
    assert reaching(graph, concept) >= set(TYPES) - {"GENERATED"}
    assert properties(graph, f"s/concept/{concept}")["isCore"] is True
    reached = nodes(graph), edges(graph)
    assert not load(graph, [folder]).written
    assert reached == fresh(graph, folder)


def test_a_rename_and_its_use_in_one_load_keep_the_node(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code\nBeing seen\nMates\n", **USERS})
    load(graph, [folder])
    node = ids(graph)["s/concept/mates"]
    users = {name: text.replace("Mates", "People") for name, text in USERS.items() if name != "interviews/P01-1.txt"}
    write(folder, {"codebook.csv": "code,was\nBeing seen,\nPeople,Mates\n", **users})
    load(graph, [folder])
    assert ids(graph)["s/concept/people"] == node
    assert reaching(graph, "people") == set(TYPES)
    reached = nodes(graph), edges(graph)
    assert reached == fresh(graph, folder)


def test_theory_taken_back_while_its_concept_is_renamed_is_taken_back(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code\nBeing seen\nMates\n", **USERS})
    load(graph, [folder])
    write(folder, {"codebook.csv": "code,was\nBeing seen,\nPeople,Mates\n", "theory.yaml": "core: Being seen\n"})
    load(graph, [folder])
    assert properties(graph, "s/concept/people") == {"name": "People", "formerNames": ["Mates"]}
    reached = nodes(graph), edges(graph)
    assert reached == fresh(graph, folder)


AMBIGUOUS = "code,parent\nBeing seen,\nA,\nB,\nMates,A\nMates,B\n"


@pytest.mark.parametrize(
    ("file", "text"),
    [(name, text) for name, text in USERS.items() if "Mates" in text],
    ids=[name for name, text in USERS.items() if "Mates" in text],
)
def test_an_ambiguous_name_is_an_error_that_lists_the_paths(
    graph: Database, tmp_path: Path, file: str, text: str
) -> None:
    folder = study(tmp_path, {"codebook.csv": AMBIGUOUS, file: text})
    with pytest.raises(GraphmodelError) as error:
        load(graph, [folder])
    errors = [problem for problem in error.value.problems if problem.severity is Severity.ERROR]
    assert errors
    for problem in errors:
        assert "A > Mates" in str(problem.hint)
        assert "B > Mates" in str(problem.hint)
        assert problem.place.file == folder / file
    assert not nodes(graph)


@pytest.mark.parametrize("file", [name for name, text in USERS.items() if "Mates" in text])
def test_a_codebook_that_makes_a_name_ambiguous_that_others_use_is_refused(
    graph: Database, tmp_path: Path, file: str
) -> None:
    folder = study(tmp_path, {"codebook.csv": "code\nBeing seen\nMates\n", file: USERS[file]})
    load(graph, [folder])
    before = everything(graph)
    write(folder, {"codebook.csv": AMBIGUOUS})
    with pytest.raises(GraphmodelError) as error:
        load(graph, [folder / "codebook.csv"])
    (problem,) = set(error.value.problems)
    assert problem.message == f"`mates`, which {file} uses, would become the name of 2 concepts"
    assert problem.hint == f"Write in {file} one of: A > Mates; B > Mates"
    assert everything(graph) == before


def test_a_path_tells_concepts_of_one_name_apart(graph: Database, tmp_path: Path) -> None:
    codings = "interview,quote,codes\nP1,one,A > Mates\nP1,two,b>mates\nP1,three,Root > B > Mates\n"
    codebook = "code,parent\nRoot,\nA,Root\nB,Root\nMates,A\nMates,B\n"
    load(graph, [study(tmp_path, {"codebook.csv": codebook, "codings.csv": codings})])
    assert [end for _, end in sorted(pairs(graph, "CODED_AS"))].count("root > b > mates") == 2
    assert keys(graph, "Concept") == {"root", "a", "b", "root > a > mates", "root > b > mates"}


TWO = {
    "study.yaml": "id: s\nresearchers: [AB]\ntables: [{file: more.csv, as: codebook}]\n",
    "codebook.csv": "code,parent\nMates,B\nB,A\n",
    "more.csv": "code,parent\nA,Root\nRoot,\n",
}


@pytest.mark.parametrize(
    "order", [["codebook.csv", "more.csv", "codings.csv"], ["codings.csv", "more.csv", "codebook.csv"]]
)
def test_paths_lead_through_all_codebooks(graph: Database, tmp_path: Path, order: list[str]) -> None:
    codings = "interview,quote,codes\nP1,one,Root > A > B > Mates\nP1,two,A > B > Mates\n"
    folder = study(tmp_path, {**TWO, "codings.csv": codings})
    for name in order:
        load(graph, [folder / name])
    reached = nodes(graph), edges(graph)
    assert {end for _, end in pairs(graph, "CODED_AS")} == {"mates"}
    assert nodes(graph)["s/concept/root"][0] == ("Concept", "Theme")
    assert reached == fresh(graph, folder)


def test_one_codebook_renames_what_another_subsumes_under(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, TWO)
    load(graph, [folder])
    write(folder, {"more.csv": "code,parent,was,id\nAlpha,Root,A,a1\nRoot,,,\n"})
    load(graph, [folder / "more.csv"])
    assert pairs(graph, "SUBSUMED_BY") == {("mates", "b"), ("b", "a1"), ("a1", "root")}
    assert {name: nodes(graph)[f"s/concept/{name}"][0][-1] for name in ("root", "a1", "b")} == {
        "root": "Theme",
        "a1": "Concept",
        "b": "Concept",
    }
    reached = nodes(graph), edges(graph)
    assert not load(graph, [folder]).written
    assert reached == fresh(graph, folder)


def test_a_concept_by_two_names_in_one_table_is_found_again_by_both(graph: Database, tmp_path: Path) -> None:
    codings = "interview,quote,codes\nP1,one,b7\nP1,one,Being seen\n"
    folder = study(tmp_path, {"codebook.csv": "code,id\nBeing seen,b7\n", "codings.csv": codings})
    load(graph, [folder])
    assert {end for _, end in pairs(graph, "CODED_AS")} == {"b7"}
    write(folder, {"codebook.csv": "code\nBeing seen\n"})
    load(graph, [folder / "codebook.csv"])
    assert {end for _, end in pairs(graph, "CODED_AS")} == {"b7", "being seen"}
    reached = nodes(graph), edges(graph)
    assert reached == fresh(graph, folder)


def test_a_name_that_is_defined_late_is_what_was_meant(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, USERS)
    load(graph, [folder])
    assert nodes(graph)["s/concept/mates"][1]["status"] == "undefined"
    write(folder, {"codebook.csv": "code,id\nMates,m1\nBeing seen,\n"})
    load(graph, [folder / "codebook.csv"])
    assert reaching(graph, "m1") == set(TYPES)
    assert keys(graph, "Concept") == {"m1", "being seen"}
    reached = nodes(graph), edges(graph)
    assert reached == fresh(graph, folder)


def test_names_swapped_mean_what_they_say_now(graph: Database, tmp_path: Path) -> None:
    codings = "interview,quote,codes\nP1,one,A\nP1,two,B\n"
    folder = study(tmp_path, {"codebook.csv": "code,definition\nA,First\nB,Second\n", "codings.csv": codings})
    load(graph, [folder])
    write(folder, {"codebook.csv": "code,was,definition\nB,A,First\nA,B,Second\n"})
    load(graph, [folder / "codebook.csv"])
    reached = nodes(graph), edges(graph)
    assert reached == fresh(graph, folder)
