"""What the graph knows of a study before a command."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.loading import load
from graphmodel.loading.held import read_documents, read_names, read_study, read_transcript_hashes
from graphmodel.schema import Label
from tests.graphmodel.folders import study
from tests.graphmodel.loading.test_load import WHOLE
from tests.graphmodel.snapshot import properties


def test_names_are_read_as_the_files_gave_them(graph: Database, tmp_path: Path) -> None:
    codebook = (
        "code,parent,id,was,merged_into\nCare,,,,\nTrust,Care,t1,Faith,\nBreach,t1,,,\nBreach,Elsewhere,,,\n"
        "Old,,o1,Older,Trust\n"
    )
    load(graph, [study(tmp_path, {**WHOLE, "codebook.csv": codebook})])
    documents = read_documents(graph, "s")
    names, levels = read_names(graph, "s", documents)
    assert names.concepts["s/concept/care > trust > breach"].name_path == ("Care", "Trust", "Breach")
    assert names.concepts["s/concept/care > trust > breach"].parents == ("s/concept/t1",)
    assert names.concepts["s/concept/elsewhere > breach"].name_path == ("elsewhere", "Breach")
    assert [names.defined_concept(name) for name in ("Faith", "Old", "o1", "Older")] == ["s/concept/t1"] * 4
    assert levels["s/concept/care"] is Label.THEME
    assert {"one", "two"} == set(names.identities(Label.MEMO))
    assert names.knows("s/participant/p01")
    assert not names.knows("s/participant/p03")


def test_a_study_that_is_not_there_is_known_by_nothing(graph: Database) -> None:
    assert read_documents(graph, "s") == {}
    assert read_study(graph, "s") == {}
    assert read_transcript_hashes(graph, "s") == {}
    names, levels = read_names(graph, "s", {})
    assert (names.concepts, names.known, levels) == ({}, {}, {})


def test_transcripts_are_known_by_the_hash_of_their_words(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, WHOLE)])
    assert read_transcript_hashes(graph, "s") == {
        name: properties(graph, f"s/interview/{name}")["sha256"] for name in ("p1-1", "p2-1")
    }
