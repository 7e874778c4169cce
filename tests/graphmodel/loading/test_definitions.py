"""What is defined twice in a study folder, in one file or in two."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading import load
from tests.graphmodel.folders import FIRST, study, write
from tests.graphmodel.snapshot import everything, nodes, properties

TABLES = "id: s\ntables: [{{file: more.csv, as: {0}}}]\n"
TWICE = {
    "codebook": ("code,definition\nTrust,One\n", "code,definition\ntrust,Two\n"),
    "participants": ("participant\nP01\n", "participant\np01\n"),
    "interviews": ("interview\nInterview 1\n", "interview\ninterview_01\n"),
}


@pytest.mark.parametrize("kind", TWICE)
def test_two_tables_that_say_one_thing_are_an_error_with_both_places(
    graph: Database, tmp_path: Path, kind: str
) -> None:
    one, two = TWICE[kind]
    folder = study(tmp_path, {"study.yaml": TABLES.format(kind), f"{kind}.csv": one, "more.csv": two})
    with pytest.raises(GraphmodelError) as error:
        load(graph, [folder])
    (problem,) = error.value.problems
    assert "is defined twice" in problem.message
    assert {f"{kind}.csv, row 2", "more.csv, row 2"} == {
        str(problem.place).removeprefix(f"{folder}/"),
        problem.message.split(f"{folder}/")[1],
    }
    assert not nodes(graph)


@pytest.mark.parametrize("kind", TWICE)
def test_a_table_that_is_in_the_graph_already_counts_too(graph: Database, tmp_path: Path, kind: str) -> None:
    one, two = TWICE[kind]
    folder = study(tmp_path, {"study.yaml": TABLES.format(kind), f"{kind}.csv": one, "more.csv": one.split("\n")[0]})
    load(graph, [folder])
    before = everything(graph)
    write(folder, {"more.csv": two})
    for path in (folder, folder / "more.csv"):
        with pytest.raises(GraphmodelError) as error:
            load(graph, [path])
        (problem,) = error.value.problems
        assert f"first at {folder / kind}.csv" in problem.message
        assert problem.place.file == folder / "more.csv"
    assert everything(graph) == before


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"memos/a/one.md": "One.\n", "memos/b/One.md": "Two.\n"}, id="memos of one stem"),
        pytest.param({"a.bib": "@book{x, title={One}}\n", "b.bib": "@book{X, title={Two}}\n"}, id="references"),
        pytest.param({"interviews/P01.txt": FIRST, "interviews/p1.md": FIRST}, id="transcripts"),
        pytest.param({"study.yaml": "id: s\nresearchers: [AB, AB]\n"}, id="researchers"),
        pytest.param({"participants.csv": "participant\nP01\np01\n"}, id="participants in one table"),
        pytest.param(
            {
                "theory.yaml": (
                    "propositions:\n  - {id: p1, subject: A, relation: leads_to, object: B}\n"
                    "  - {id: P1, subject: B, relation: leads_to, object: A}\n"
                )
            },
            id="propositions",
        ),
    ],
)
def test_two_of_one_name_are_an_error(graph: Database, tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(GraphmodelError) as error:
        load(graph, [study(tmp_path, files)])
    assert error.value.problems
    assert not nodes(graph)


def test_rows_that_move_from_one_table_to_the_other_are_no_conflict(graph: Database, tmp_path: Path) -> None:
    files = {
        "study.yaml": TABLES.format("codebook"),
        "codebook.csv": "code,definition\nTrust,One\nCare,\n",
        "more.csv": "code\n",
    }
    folder = study(tmp_path, files)
    load(graph, [folder])
    write(folder, {"codebook.csv": "code\nCare\n", "more.csv": "code,definition\nTrust,Two\n"})
    load(graph, [folder])
    assert properties(graph, "s/concept/trust") == {"name": "Trust", "definition": "Two"}


def test_a_file_that_has_moved_is_no_conflict_with_itself(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"memos/one.md": "One.\n"})
    load(graph, [folder])
    (folder / "memos/old").mkdir()
    (folder / "memos/one.md").rename(folder / "memos/old/one.md")
    load(graph, [folder / "memos/old/one.md"])
    load(graph, [folder])
    assert properties(graph, "s/memo/one") == {"name": "one", "text": "One."}


def test_an_interview_may_stand_in_the_table_and_have_a_transcript(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, {"interviews.csv": "interview\nP 1\n", "interviews/p01.txt": FIRST})])
    assert properties(graph, "s/interview/p1")["name"] == "P 1"
