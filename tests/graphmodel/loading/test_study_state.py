"""A study as it stands in the graph, read back into documents and names."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.graph.build import build
from graphmodel.graph.kinds import LARGE
from graphmodel.loading import load
from graphmodel.loading.study_state import (
    read_names,
    read_outlines,
    read_records,
    read_study,
    read_whole,
)
from graphmodel.records import Kind
from graphmodel.schema import Label
from tests.graphmodel.folders import study
from tests.graphmodel.loading.test_load import WHOLE
from tests.graphmodel.snapshot import edges, nodes

LOADED_FROM = ("root", "format", "fileSha256", "loaderVersion", "loadedAt")
"""The properties of Document nodes that say what they were loaded from."""


def test_a_study_that_is_not_there_is_known_by_nothing(graph: Database) -> None:
    state = read_study(graph, "s")
    assert (state.nodes, state.versions) == ({}, {})
    assert read_whole(graph, state) == []
    names = read_names(graph, "s")
    assert (names.concepts, names.known) == ({}, {})


def test_what_is_read_back_builds_the_graph_that_stands(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, WHOLE)])
    built = build("s", read_whole(graph, read_study(graph, "s"))).graph
    there = {key: properties for key, (_, properties) in nodes(graph).items()}
    for key, properties in built.nodes.items():
        held = {name: value for name, value in there.pop(key).items() if name not in LOADED_FROM}
        held.pop("schemaVersion", None)
        if properties.get("status") != "undefined":
            assert held == properties
    assert not there
    assert {(each.type.value, each.start, each.end) for each in built.relationships} == {
        each[:3] for each in edges(graph)
    }


def test_of_large_documents_only_an_outline_is_read_until_they_are_asked_for(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    state = read_study(graph, "s", folder)
    outlines = read_outlines(graph, state)
    assert {each.kind for each in outlines.values() if not each.records} == LARGE
    key = "s/document/transcript/interviews/P01-1.txt"
    transcript = outlines[key]
    assert transcript.outline is not None
    assert (transcript.outline.name, transcript.interview, transcript.turns) == ("P01-1", "p1-1", ())
    assert transcript.file == folder / "interviews/P01-1.txt"
    filled = read_records(graph, state, outlines, [key])
    assert len(filled[key].turns) == 4
    assert [each.kind for each in filled.values() if each.kind is Kind.CODINGS and each.records] == []


def test_a_file_is_told_where_the_folder_lies_now(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    key = "s/document/memo/memos/one.md"
    assert read_outlines(graph, read_study(graph, "s"))[key].file == folder / "memos/one.md"
    now = Path("/elsewhere")
    (memo,) = read_outlines(graph, read_study(graph, "s", now))[key].records
    assert memo.place.file == now / "memos/one.md"  # type: ignore[attr-defined]


def test_names_are_read_as_the_files_gave_them(graph: Database, tmp_path: Path) -> None:
    codebook = (
        "code,parent,id,was,merged_into\nCare,,,,\nTrust,Care,t1,Faith,\nBreach,t1,,,\nBreach,Elsewhere,,,\n"
        "Old,,o1,Older,Trust\n"
    )
    load(graph, [study(tmp_path, {**WHOLE, "codebook.csv": codebook})])
    names = read_names(graph, "s")
    assert names.concepts["s/concept/care > trust > breach"].path == ("Care", "Trust", "Breach")
    assert names.concepts["s/concept/care > trust > breach"].parents == ("s/concept/t1",)
    assert names.concepts["s/concept/elsewhere > breach"].path == ("Elsewhere", "Breach")
    assert [names.defined_concept(name) for name in ("Faith", "Old", "o1", "Older")] == ["s/concept/t1"] * 4
    assert set(names.identities(Label.MEMO)) == {"one", "two"}
    assert names.knows("s/participant/p01")
    assert not names.knows("s/participant/p03")
