"""What a codebook makes of the graph: who a concept is, what subsumes it, what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading import load
from tests.graphmodel.folders import study, write
from tests.graphmodel.snapshot import column, edges, ids, keys, nodes, pairs, properties

CODINGS = "interview,quote,codes\nP1,seen as a person,Being seen\nP1,as mates,Mates\n"


def messages(error: pytest.ExceptionInfo[GraphmodelError]) -> str:
    return "\n".join(f"{problem} {problem.hint}" for problem in error.value.problems)


def test_a_row_says_everything_it_knows(graph: Database, tmp_path: Path) -> None:
    codebook = (
        "code,parents,level,definition,properties,origin,stage,was,split_from\n"
        "Disclosure,,Theme,What is told,pace: slow…fast; depth: shallow…deep,in vivo,theoretical,Saying it; Telling,All talk\n"
    )
    load(graph, [study(tmp_path, {"codebook.csv": codebook})])
    assert nodes(graph)["s/concept/disclosure"][0] == ("Concept", "Theme")
    assert properties(graph, "s/concept/disclosure") == {
        "name": "Disclosure",
        "level": "Theme",
        "definition": "What is told",
        "properties": ["pace: slow…fast", "depth: shallow…deep"],
        "origin": "in_vivo",
        "stage": "theoretical",
        "formerNames": ["Saying it", "Telling"],
        "splitFrom": "All talk",
    }


def test_an_id_is_the_identity_else_the_name_else_the_path(graph: Database, tmp_path: Path) -> None:
    codebook = "code,parent,id\nCare,,c1\nTrust ,,\nHelp,,\nBreach,Trust,\nBreach,Help,\nRepair,Help > Breach,\n"
    load(graph, [study(tmp_path, {"codebook.csv": codebook})])
    assert keys(graph, "Concept") == {"c1", "trust", "help", "trust > breach", "help > breach", "repair"}
    assert pairs(graph, "SUBSUMED_BY") == {
        ("trust > breach", "trust"),
        ("help > breach", "help"),
        ("repair", "help > breach"),
    }


def test_several_parents_keep_their_order(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, {"codebook.csv": "code,parents\nA,\nB,\nC,B; A\n"})])
    found = graph.read(
        "MATCH (:Concept {name: 'C'})-[r:SUBSUMED_BY]->(p) RETURN p.name AS p, r.position AS at ORDER BY at"
    )
    assert found == [{"p": "B", "at": 0}, {"p": "A", "at": 1}]


def test_one_column_a_level_makes_a_concept_for_each_place(graph: Database, tmp_path: Path) -> None:
    yaml = "id: s\ntables:\n  - {file: book.csv, as: codebook, columns: {code: Code}, parents: [Theme, Category]}\n"
    book = "Theme,Category,Code\nCare,Trust,Breach\nCare,Help,Breach\n"
    load(graph, [study(tmp_path, {"study.yaml": yaml, "book.csv": book})])
    assert {
        key: labels[1 if labels[0] == "Concept" else 0]
        for key, (labels, _) in nodes(graph).items()
        if "Concept" in labels
    } == {
        "s/concept/care": "Theme",
        "s/concept/trust": "Category",
        "s/concept/help": "Category",
        "s/concept/care > trust > breach": "Code",
        "s/concept/care > help > breach": "Code",
    }


def test_a_parent_that_no_codebook_defines_is_undefined(graph: Database, tmp_path: Path) -> None:
    report = load(graph, [study(tmp_path, {"codebook.csv": "code,parent\nA,Elsewhere\n"})])
    assert nodes(graph)["s/concept/elsewhere"][1]["status"] == "undefined"
    assert nodes(graph)["s/concept/elsewhere"][0] == ("Code", "Concept")
    assert [problem.message for problem in report.problems] == ["`Elsewhere` is not in the codebook"]


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        pytest.param("code\nBeing seen\n", "code,was\nSeen,Being seen\n", "being seen", "seen", id="was"),
        pytest.param("code\nBeing seen\n", "code,id\nBeing seen,b7\n", "being seen", "b7", id="an id is given"),
        pytest.param(
            "code,id\nBeing seen,b7\n", "code,was\nBeing seen,\n", "b7", "being seen", id="an id is taken away"
        ),
        pytest.param("code,id\nBeing seen,b7\n", "code,was,id\nSeen,b7,b8\n", "b7", "b8", id="was an id"),
        pytest.param(
            "code,parent\nA,\nBeing seen,A\n",
            "code,parent\nA,\nB,\nBeing seen,A\nBeing seen,B\n",
            "being seen",
            "a > being seen",
            id="a second of the name",
        ),
    ],
)
def test_a_new_identity_is_given_in_place(
    graph: Database, tmp_path: Path, before: str, after: str, old: str, new: str
) -> None:
    codings = "interview,quote,codes\nP1,seen as a person,{}\n"
    folder = study(tmp_path, {"codebook.csv": before, "codings.csv": codings.format("Being seen")})
    load(graph, [folder])
    node = ids(graph)[f"s/concept/{old}"]
    changes = {"codebook.csv": after}
    if new.startswith("a >"):
        changes["codings.csv"] = codings.format("A > Being seen")
    write(folder, changes)
    load(graph, [folder])
    assert ids(graph)[f"s/concept/{new}"] == node
    assert f"s/concept/{old}" not in nodes(graph)
    assert [end for _, end in pairs(graph, "CODED_AS")] == ["being seen" if new == "b8" else new]
    assert not load(graph, [folder]).written


def test_a_move_changes_only_what_subsumes_and_labels_follow(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code,parent\nA,\nB,A\nC,\nMates,B\n", "codings.csv": CODINGS})
    load(graph, [folder])
    before, was = ids(graph), nodes(graph)
    write(folder, {"codebook.csv": "code,parent\nA,\nB,\nC,\nMates,C\n"})
    load(graph, [folder])
    assert ids(graph) == before
    assert pairs(graph, "SUBSUMED_BY") == {("mates", "c")}
    assert {name: nodes(graph)[f"s/concept/{name}"][0] for name in "abc"} == {
        "a": ("Code", "Concept"),
        "b": ("Code", "Concept"),
        "c": ("Category", "Concept"),
    }
    assert was["s/concept/a"][0] == ("Concept", "Theme")
    assert {key: node[1] for key, node in was.items() if "/document/" not in key} == {
        key: node[1] for key, node in nodes(graph).items() if "/document/" not in key
    }


def test_a_merged_concept_is_retired_and_its_codings_go_where_it_went(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code\nBeing seen\nMates\n", "codings.csv": CODINGS})
    load(graph, [folder])
    write(folder, {"codebook.csv": "code,merged_into,definition\nBeing seen,,\nMates,Being seen,As friends\n"})
    load(graph, [folder])
    assert keys(graph, "Concept") == {"being seen"}
    assert {end for _, end in pairs(graph, "CODED_AS")} == {"being seen"}
    assert nodes(graph)["s/retired/mates"][0] == ("RetiredConcept",)
    assert properties(graph, "s/retired/mates") == {
        "name": "Mates",
        "definition": "As friends",
        "mergedInto": "Being seen",
    }
    write(folder, {"codebook.csv": "code\nBeing seen\nMates\n"})
    load(graph, [folder])
    assert {end for _, end in pairs(graph, "CODED_AS")} == {"being seen", "mates"}
    assert not keys(graph, "RetiredConcept")


def test_a_chain_of_merges_is_followed_to_its_end(graph: Database, tmp_path: Path) -> None:
    codebook = "code,merged_into\nPeople,\nBeing seen,People\nMates,Being seen\n"
    load(graph, [study(tmp_path, {"codebook.csv": codebook, "codings.csv": CODINGS})])
    assert {end for _, end in pairs(graph, "CODED_AS")} == {"people"}


@pytest.mark.parametrize("rows", ["Mates,Being seen\nBeing seen,Mates\n", "Mates,Mates\n"])
def test_merges_that_lead_nowhere_are_an_error(graph: Database, tmp_path: Path, rows: str) -> None:
    folder = study(tmp_path, {"codebook.csv": f"code,merged_into\n{rows}", "codings.csv": CODINGS})
    with pytest.raises(GraphmodelError) as error:
        load(graph, [folder])
    assert "merged" in messages(error)
    assert "codebook.csv, row 2" in messages(error)
    assert not nodes(graph)


def test_names_that_a_merged_concept_had_lead_where_it_went(graph: Database, tmp_path: Path) -> None:
    codebook = "code,merged_into,was,id\nPeople,,,\nFriends,People,Mates,f1\n"
    codings = CODINGS + "P1,Not a case,f1\nP1,And then,Friends\n"
    folder = study(tmp_path, {"codebook.csv": codebook, "codings.csv": codings})
    load(graph, [folder])
    assert {end for _, end in pairs(graph, "CODED_AS")} == {"people", "being seen"}
    write(folder, {"memos/m.md": "On [[Mates]] and [[f1]].\n"})
    load(graph, [folder / "memos/m.md"])
    assert pairs(graph, "ABOUT") == {("m", "people")}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("Trust,,,\nTRUST,,,\n", id="one name"),
        pytest.param("Trust,,t1,\nCare,,T1,\n", id="one id"),
        pytest.param("Trust,,,\nCare,,trust,\n", id="an id that is a name"),
        pytest.param("Trust,,,Faith\nCare,,,faith\n", id="one former name"),
    ],
)
def test_two_codes_that_claim_one_identity_are_an_error(graph: Database, tmp_path: Path, rows: str) -> None:
    with pytest.raises(GraphmodelError) as error:
        load(graph, [study(tmp_path, {"codebook.csv": f"code,parent,id,was\n{rows}"})])
    assert "codebook.csv, row 2" in messages(error)
    assert "codebook.csv, row 3" in messages(error)
    assert not nodes(graph)


def test_two_merged_rows_of_one_name_are_an_error(graph: Database, tmp_path: Path) -> None:
    codebook = "code,parent,merged_into\nA,,\nB,,\nMates,A,A\nMates,B,B\n"
    with pytest.raises(GraphmodelError) as error:
        load(graph, [study(tmp_path, {"codebook.csv": codebook})])
    assert "codebook.csv, row 4" in messages(error)
    assert "codebook.csv, row 5" in messages(error)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param("A,C\nB,A\nC,B\n", "circle", id="a cycle"),
        pytest.param("A,\nB,B\n", "`B` is its own parent", id="own parent"),
    ],
)
def test_a_tree_that_runs_in_a_circle_is_an_error_with_its_place(
    graph: Database, tmp_path: Path, rows: str, said: str
) -> None:
    with pytest.raises(GraphmodelError) as error:
        load(graph, [study(tmp_path, {"codebook.csv": f"code,parent\n{rows}"})])
    assert said in messages(error)
    assert "codebook.csv, row" in messages(error)
    assert not nodes(graph)


def test_a_former_name_still_finds_its_concept_and_says_so(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code,was\nPeople,Mates\n", "codings.csv": CODINGS})
    load(graph, [folder])
    assert column(graph, "MATCH (:Excerpt)-[r:CODED_AS]->(:Concept {name: 'People'}) RETURN r.named") == [["mates"]]


def test_a_rename_that_the_interviews_table_follows_is_in_place_too(graph: Database, tmp_path: Path) -> None:
    files = {
        "codebook.csv": "code\nMates\n",
        "interviews.csv": "interview,sampled_for\nP1,Mates\n",
        "codings.csv": CODINGS,
    }
    folder = study(tmp_path, files)
    load(graph, [folder])
    node = ids(graph)["s/concept/mates"]
    write(folder, {"codebook.csv": "code,was\nPeople,Mates\n", "interviews.csv": "interview,sampled_for\nP1,People\n"})
    load(graph, [folder])
    assert ids(graph)["s/concept/people"] == node
    assert pairs(graph, "SAMPLED_FOR") == {("p1", "people")}


def test_a_rename_is_in_place_where_its_new_name_was_used_before_it_was_defined(
    graph: Database, tmp_path: Path
) -> None:
    more = "interview,quote,codes\nP1,as mates,People\nP1,how did it start,People\n"
    folder = study(tmp_path, {"codebook.csv": "code\nMates\n", "codings.csv": CODINGS, "codings/more.csv": more})
    load(graph, [folder])
    node = ids(graph)["s/concept/mates"]
    write(folder, {"codebook.csv": "code,was\nPeople,Mates\n"})
    load(graph, [folder])
    assert ids(graph)["s/concept/people"] == node
    reached = edges(graph)
    load(graph, [_again(graph, folder)])
    assert edges(graph) == reached


def _again(graph: Database, folder: Path) -> Path:
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    return folder


def test_a_level_that_is_not_known_is_reported_once_and_the_place_counts(graph: Database, tmp_path: Path) -> None:
    codebook = "code,parent,level\nA,,Bucket\nB,A,bucket\nC,B,Facet\n"
    yaml = "id: s\nlevels: [Domain, Facet]\n"
    report = load(graph, [study(tmp_path, {"study.yaml": yaml, "codebook.csv": codebook})])
    assert [(problem.message.split(" is ")[0], problem.place.row) for problem in report.problems] == [("`Bucket`", 2)]
    assert [nodes(graph)[f"s/concept/{name}"][0] for name in "abc"] == [
        ("Category", "Concept"),
        ("Code", "Concept"),
        ("Code", "Concept"),
    ]
