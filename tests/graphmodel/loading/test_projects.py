"""Programs' projects in the graph: exported again, renamed, grown, as part of a study folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphmodel.checks import check
from graphmodel.database import Database
from graphmodel.loading import load
from graphmodel.loading.report import LoadReport
from loaders.offset_readings import Breaks, Reading, Unit
from tests.graphmodel import snapshot
from tests.loaders.builders.refi import Writer, rich

FILES_OWN = {"fileSha256", "inputSha256", "id", "by"}
CODINGS = """
MATCH (i:Interview)<-[:FROM]-(e:Excerpt)-[c:CODED_AS]->(n:Concept)
RETURN i.name AS interview, e.text AS words, n.name AS code, c.coder AS coder ORDER BY words, code, coder
"""
CONCEPTS = "MATCH (n:Concept) RETURN n.key AS key, n.name AS name, count { (n)<-[:CODED_AS]-() } AS codings"


def theory(graph: Database) -> tuple[Any, Any]:
    """Everything in the graph but what a document knows of its own file."""
    nodes = {
        key: (
            labels,
            {name: value for name, value in held.items() if "Document" not in labels or name not in FILES_OWN},
        )
        for key, (labels, held) in snapshot.nodes(graph).items()
    }
    return nodes, snapshot.edges(graph)


def differences(report: LoadReport) -> list[tuple[str, dict[str, int]]]:
    return [
        (document.kind.value, {**document.added, **document.changed, **document.removed})
        for document in report.documents
        if document.added or document.changed or document.removed
    ]


def put(folder: Path, content: bytes, name: str = "cafe.qdpx") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_project_becomes_a_study_with_the_words_that_were_coded(graph: Database, tmp_path: Path) -> None:
    report = load(graph, [put(tmp_path, rich(Writer()))])
    assert report.study == "cafe"
    assert [(row["words"], row["code"], row["coder"]) for row in graph.read(CODINGS)] == [
        ("I liked that", "Liked", "Ada"),
        ("Nobody asked me anything there", "Other", "Ada"),
        ("Nobody has to tell anything", "Silence", "Ada"),
        ("[0:01.500 to 1:02.000]", "Liked", "Ada"),
        ("friends and colleagues", "Dual roles", "Ada"),
        ("😀 to be heard by somebody", "Being heard", "Ada"),
        ("😀 to be heard by somebody", "Being heard", "Ben"),
    ]
    given = "MATCH (p:Participant)-[:GAVE]->(i:Interview) RETURN p.name AS who, p.attr_age_group AS age, i.name AS what"
    assert sorted(tuple(row.values()) for row in graph.read(given)) == [
        ("Maya", "30s", "Interview 1.docx"),
        ("Ruth", "60s", "Interview 2 (2)"),
        ("Ruth", "60s", "Interview 2.docx"),
    ]
    assert list(check(graph, "cafe").findings) == []


def test_the_same_file_again_writes_nothing(graph: Database, tmp_path: Path) -> None:
    path = put(tmp_path, rich(Writer()))
    load(graph, [path])
    before = snapshot.nodes(graph), snapshot.edges(graph)
    assert not load(graph, [path]).written
    assert (snapshot.nodes(graph), snapshot.edges(graph)) == before


@pytest.mark.parametrize("origin", ["ATLAS.ti 23.1", "Some program 1.0"])
def test_an_export_with_new_guids_changes_nothing(graph: Database, tmp_path: Path, origin: str) -> None:
    load(graph, [put(tmp_path, rich(Writer("first", origin=origin)))])
    before = theory(graph)
    for seed in ("second", "third"):
        report = load(graph, [put(tmp_path, rich(Writer(seed, origin=origin)))])
        assert differences(report) == []
        assert theory(graph) == before


def test_another_spelling_of_the_guids_changes_nothing(graph: Database, tmp_path: Path) -> None:
    load(graph, [put(tmp_path, rich(Writer()))])
    before = theory(graph)
    shouting = Writer(spelling=lambda guid: "{" + guid.upper() + "}")
    assert differences(load(graph, [put(tmp_path, rich(shouting))])) == []
    assert theory(graph) == before


@pytest.mark.parametrize("unit", Unit)
def test_the_same_project_of_a_program_that_counts_otherwise_is_the_same(
    graph: Database, tmp_path: Path, unit: Unit
) -> None:
    load(graph, [put(tmp_path, rich(Writer()))])
    before = theory(graph)
    other = Writer(reading=Reading(unit, Breaks.ONE), keeps_quotes=True, crlf=False, bom=False)
    assert differences(load(graph, [put(tmp_path, rich(other))])) == []
    assert theory(graph) == before


def test_a_code_renamed_under_its_guid_is_the_same_node(graph: Database, tmp_path: Path) -> None:
    load(graph, [put(tmp_path, rich(Writer()))])
    node = graph.read("MATCH (n:Concept {name: 'Being heard'}) RETURN elementId(n) AS id")[0]["id"]
    report = load(graph, [put(tmp_path, rich(Writer(), rename={"Being heard": "Being understood"}))])
    there = graph.read("MATCH (n:Concept {name: 'Being understood'}) RETURN elementId(n) AS id, n.key AS key")
    assert [(row["id"], row["key"]) for row in there] == [(node, "cafe/concept/being understood")]
    assert "renamed: Being heard → Being understood" in [line for each in report.documents for line in each.details]
    codings = [row for row in graph.read(CODINGS) if row["code"] == "Being understood"]
    assert [row["coder"] for row in codings] == ["Ada", "Ben"]
    assert not graph.read("MATCH (n:Concept {name: 'Being heard'}) RETURN n.key AS key")


def test_renaming_ends_where_a_first_load_of_the_new_name_does(graph: Database, tmp_path: Path) -> None:
    renamed = rich(Writer(), rename={"Silence": "Quiet", "Liked": "Enjoyed"})
    load(graph, [put(tmp_path, rich(Writer()))])
    load(graph, [put(tmp_path, renamed)])
    former = (
        "MATCH (n:Concept) WHERE n.formerNames IS NOT NULL RETURN n.name AS name, n.formerNames AS former ORDER BY name"
    )
    assert graph.read(former) == [
        {"name": "Enjoyed", "former": ["Liked"]},
        {"name": "Quiet", "former": ["Silence"]},
    ]
    after = without_former_names(theory(graph))
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    load(graph, [put(tmp_path, renamed)])
    assert graph.read(former) == []
    assert theory(graph) == after


def without_former_names(found: tuple[Any, Any]) -> tuple[Any, Any]:
    """The same without what only the load that met the other name can know."""
    for _, held in found[0].values():
        held.pop("formerNames", None)
    return found


@pytest.mark.parametrize("seed", ["first", "second"])
def test_a_project_that_grew_adds_only_what_is_new(graph: Database, tmp_path: Path, seed: str) -> None:
    load(graph, [put(tmp_path, rich(Writer()))])
    before = {row["words"] for row in graph.read(CODINGS)}
    writer = Writer(seed)
    words = "Maya: I went back to the café and stayed.\n"
    more = writer.source("Interview 3.docx", words, writer.selection(words, "went back", writer.coding("Silence")))
    report = load(graph, [put(tmp_path, rich(writer, sources=[more]))])
    assert differences(report) == [
        ("transcript", {"interviews": 1, "turns": 1}),
        ("codings", {"excerpts": 1, "codings": 1}),
    ]
    assert {row["words"] for row in graph.read(CODINGS)} - before == {"went back"}


STUDY = "id: s\nsources:\n  - {file: cafe.qdpx, use: [codings, codebook]}\n"
OWN_WORDS = "[A transcript of our own]\n\nMaya: I was \N{GRINNING FACE} to be heard by somebody.\n\nMaya: We were friends and colleagues.\n"


def test_a_study_folder_takes_its_codes_and_codings_from_a_project(graph: Database, tmp_path: Path) -> None:
    put(tmp_path, rich(Writer()))
    put(tmp_path, STUDY.encode(), "study.yaml")
    put(tmp_path, OWN_WORDS.encode(), "interviews/interview-1.txt")
    put(tmp_path, b"---\nkind: analytic\n---\nOn [[Dual roles]].\n", "memos/roles.md")
    put(tmp_path, b"code,parent,definition\nDual roles,Relationship,Friend and colleague\n", "codebook.csv")
    load(graph, [tmp_path])
    placed = "MATCH (e:Excerpt {key: $key}) RETURN e.verification AS how, e.start AS start"
    rows = graph.read(
        "MATCH (e:Excerpt)-[:FROM]->({key: 's/interview/interview-1'}) RETURN e.key AS key, e.text AS text"
    )
    assert {row["text"]: tuple(graph.read(placed, {"key": row["key"]})[0].values()) for row in rows} == {
        "😀 to be heard by somebody": ("exact", OWN_WORDS.index("😀")),
        "friends and colleagues": ("exact", OWN_WORDS.index("friends")),
    }
    said = graph.read("MATCH (n:Concept {name: 'Dual roles'}) RETURN n.definition AS text, n.guids AS guids")
    assert said == [{"text": "Friend and colleague", "guids": [Writer().guid("code Dual roles")]}]
    assert graph.read("MATCH (m:Memo) RETURN m.name AS name") == [{"name": "roles"}]
    assert graph.read("MATCH (p:Participant) RETURN p.name AS name") == []
    assert list(check(graph, "s").findings) == []
    assert not load(graph, [tmp_path]).written


def test_a_project_beside_the_studys_own_words_of_an_interview_is_placed_in_these(
    graph: Database, tmp_path: Path
) -> None:
    put(tmp_path, rich(Writer()))
    put(tmp_path, b"id: s\nsources: [cafe.qdpx]\n", "study.yaml")
    put(tmp_path, OWN_WORDS.encode(), "interviews/interview-1.txt")
    report = load(graph, [tmp_path])
    told = "1 transcript of this file is not used: the study has other words of that interview"
    assert [problem.message for problem in report.problems if "is not used" in problem.message] == [told]
    rows = graph.read(
        "MATCH (e:Excerpt)-[:FROM]->({key: 's/interview/interview-1'}) WHERE e.start IS NOT NULL"
        " RETURN e.text AS text, e.start AS start"
    )
    assert rows
    assert all(OWN_WORDS[row["start"] :].startswith(row["text"]) for row in rows)


def test_a_folder_that_lets_go_of_a_project_loses_what_it_said(graph: Database, tmp_path: Path) -> None:
    put(tmp_path, rich(Writer()))
    put(tmp_path, b"id: s\nsources: [cafe.qdpx]\n", "study.yaml")
    load(graph, [tmp_path])
    assert graph.read("MATCH (:Excerpt)-[c:CODED_AS]->() RETURN count(c) AS n") == [{"n": 7}]
    put(tmp_path, b"id: s\n", "study.yaml")
    load(graph, [tmp_path])
    assert (
        graph.read(
            "MATCH (n) WHERE NOT n:Study AND NOT n:Document AND NOT n:Round AND NOT n:Version RETURN labels(n) AS l, n.key AS k"
        )
        == []
    )
