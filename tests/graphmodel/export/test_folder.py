"""A study written as a study folder: loaded again, it is the same graph."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.database import Database
from graphmodel.demo import demo_folder
from graphmodel.errors import GraphmodelError, Severity
from graphmodel.export import Chosen, Exported, export_study
from graphmodel.loading import load, remove_study
from tests.graphmodel import snapshot
from tests.graphmodel.conftest import SMALL
from tests.graphmodel.loading.test_projects import put
from tests.graphmodel.loading.test_sequences import VARIANTS
from tests.loaders.builders.refi import Writer, rich

SAMPLES = Path(__file__).parents[2] / "loaders" / "samples"
TOOLS = ("qualcoder/telling-v17.qda", "taguette/two-projects.sqlite3", "rqda/moving.rqda", "refi/bare.qde")
IN_A_STUDY = (
    "word_comments/interview-1.docx",
    "atlasti_quotations/quotations.xlsx",
    "dedoose_excerpts/excerpts.xlsx",
    "maxqda_segments/segments-de.xlsx",
    "nvivo_references/Telling.txt",
)
TRANSCRIPTS = (
    "transcript_docx/table.docx",
    "transcript_html/interview-1.html",
    "transcript_pdf/interview-1.pdf",
    "transcript_srt/cues.srt",
    "transcript_text/times.txt",
    "transcript_vtt/labels.vtt",
    "transcript_vtt/voices.vtt",
)

EVERYTHING = Chosen(all_words=True, withdrawn=True)
OF_FILES = ("sources",)
"""What nodes and relationships know of the files that said them."""
OF_THE_PROGRAM = {"Document", "Round", "Version"}
"""The labels of what is no part of a theory."""


def theory(graph: Database) -> tuple[dict[str, Any], list[Any]]:
    """Everything in the graph but the documents with their versions, and what is known of them elsewhere."""
    nodes = {
        key: (labels, {name: value for name, value in held.items() if name not in OF_FILES})
        for key, (labels, held) in snapshot.nodes(graph).items()
        if OF_THE_PROGRAM.isdisjoint(labels)
    }
    for labels, held in nodes.values():
        if "Transcript" in labels:  # which is called as its file is
            held.pop("caption")
    rows = graph.read(snapshot.EDGES)
    edges = [
        (
            row["type"],
            row["start"],
            row["end"],
            sorted((n, v) for n, v in row["properties"].items() if n not in OF_FILES),
        )
        for row in rows
        if row["type"] not in ("OF", "ROUND_OF", "VERSION_OF")
    ]
    return nodes, sorted(edges, key=repr)


def there_and_back(graph: Database, path: Path, folder: Path) -> Exported:
    """What is said of the export of what a path holds, after the folder was loaded in its place: it is the same."""
    study = load(graph, [path]).study or ""
    before = theory(graph)
    said = export_study(graph, study, folder, EVERYTHING)
    remove_study(graph, study)
    report = load(graph, [folder])
    assert not [problem for problem in report.problems if problem.severity is Severity.ERROR]
    assert theory(graph) == before
    return said


def study_of(folder: Path, file: Path, *, said: str = "", into: str = "") -> Path:
    """A study folder that holds one file."""
    put(folder / into, file.read_bytes(), file.name)
    (folder / "study.yaml").write_text(f"id: one\nresearchers: [Ada, ada]\n{said}", encoding="utf-8")
    return folder


def test_a_study_comes_back_as_it_was(graph: Database, tmp_path: Path) -> None:
    said = there_and_back(graph, SMALL, tmp_path / "small")
    assert not said.no_place


def test_the_demo_comes_back_as_it_was(graph: Database, tmp_path: Path) -> None:
    with demo_folder() as folder:
        said = there_and_back(graph, folder, tmp_path / "demo")
    assert not said.no_place
    assert said.counts["transcripts"] == said.counts["interviews"]
    assert "Synthetic" in (tmp_path / "demo" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", TOOLS)
def test_a_programs_project_comes_back_as_a_folder(graph: Database, tmp_path: Path, sample: str) -> None:
    there_and_back(graph, SAMPLES / sample, tmp_path / "out")


@pytest.mark.parametrize("sample", IN_A_STUDY)
def test_what_a_program_exported_comes_back(graph: Database, tmp_path: Path, sample: str) -> None:
    folder = study_of(tmp_path / "in", SAMPLES / sample, said=f"sources: [{Path(sample).name}]\n")
    there_and_back(graph, folder, tmp_path / "out")


@pytest.mark.parametrize("sample", TRANSCRIPTS)
def test_a_transcript_comes_back_with_its_turns(graph: Database, tmp_path: Path, sample: str) -> None:
    folder = study_of(tmp_path / "in", SAMPLES / sample, into="interviews")
    assert not there_and_back(graph, folder, tmp_path / "out").no_place


STATES = st.fixed_dictionaries(
    {
        file: st.sampled_from([*variants, *([None] if file != "study.yaml" else [])])
        for file, variants in VARIANTS.items()
    }
)


@given(STATES)
@settings(
    max_examples=int(os.environ.get("GRAPHMODEL_EXAMPLES", "25")),
    derandomize="GRAPHMODEL_EXAMPLES" not in os.environ,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_loads_comes_back(graph: Database, state: dict[str, str | None]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "in"
        for file, content in state.items():
            if content is not None:
                put(folder, content.encode(), file)
        if "s" in {row["study"] for row in graph.read("MATCH (s:Study) RETURN s.key AS study")}:
            remove_study(graph, "s")
        there_and_back(graph, folder, Path(name) / "out")


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("codebook.csv", "code,parents,definition\nA; b,,=1+1\n-B,A; b|C,@home\n"),
        ("codebook.csv", 'code,was,properties\nOne,"=Two","warmth: low…high; -cold"\n'),
        (
            "codebook.csv",
            "code,parents,merged_into,split_from\nA,,,\nB,,,\nX,A,,\nX,B,,\nOld,,B > X,\nNew,,,Old\nY,,,A > X\n",
        ),
        ("codebook.csv", "code,id,merged_into,split_from\nOld,o1,,\nOlder,,Old,\nOld,,Old,\nNew,,,o1\nNewer,,,Old\n"),
        (
            "revisions.csv",
            "date,kind,before,after\n2016,create,,A\n2015-02,merge,B; C,A\n,retire,D,\n2015-01,create,,B\n",
        ),
        ("participants.csv", 'participant,score,code\nP1,14.0,007\nP2,"2,5",1\nP3,-3,2\n'),
        ("codings.csv", "interview,quote,codes,note,coder\nP01-1,- well,=cmd(),+44,@Ada\nP01-1,'=x,-,'-,\n"),
        ("codings.csv", "interview,start,end,codes\nP01-1,0,9,A\n"),
        ("codings.csv", "interview,quote,codes,note\nP01-1,He said,A,One\nP01-1,He  said,A,Two\n"),
        ("codings.csv", 'interview,quote,codes,occurrence,start\nP01-1,"He said ""no"", twice",A,2,\nP01-1,no,A,,31\n'),
        ("codings.csv", "interview,quote,codes\n,of no transcript,A\nP01-1,of one,\n"),
        ("memos/She said: no.md", '---\nabout: ["interview:a | b"]\n---\nOne\n\n[[A]] and [[x|y]]\n'),
        ("participants.csv", 'participant,consent,-mood,=sum\n=P1,withdrawn,\'+x,"a;b"\nP2,,,\n'),
        (
            "literature.json",
            '[{"id": "a", "title": "T", "author": [{"literal": "The Board"}], "issued": {"raw": "n.d."}}]',
        ),
        ("theory.yaml", "core: 'yes'\nnegative_cases: [{concept: 'null', found: []}]\n"),
    ],
)
def test_signs_that_mean_something_elsewhere_come_back(
    graph: Database, tmp_path: Path, file: str, content: str
) -> None:
    folder = study_of(
        tmp_path / "in",
        put(tmp_path, b'Ada: He said "no", twice. I said no. - well =x\n', "P01-1.txt"),
        into="interviews",
    )
    put(folder, content.encode(), file)
    there_and_back(graph, folder, tmp_path / "out")


def test_a_second_export_is_the_same_folder(graph: Database, tmp_path: Path) -> None:
    there_and_back(graph, put(tmp_path, rich(Writer())), tmp_path / "first")
    export_study(graph, "cafe", tmp_path / "second", EVERYTHING)
    assert content(tmp_path / "second") == content(tmp_path / "first")


def content(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a folder, but for the file that names the folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "README.md")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_cells_that_a_spreadsheet_would_compute_are_text(graph: Database, tmp_path: Path) -> None:
    put(tmp_path / "in", b"id: one\n", "study.yaml")
    put(tmp_path / "in", b"code,definition\n=HYPERLINK(1),@x\n", "codebook.csv")
    there_and_back(graph, tmp_path / "in", tmp_path / "out")
    assert "\n'=HYPERLINK(1),,,'@x," in (tmp_path / "out" / "codebook.csv").read_text(encoding="utf-8-sig")


def test_words_without_consent_and_people_who_withdrew_stay_out(graph: Database, tmp_path: Path) -> None:
    load(graph, [SMALL])
    said = export_study(graph, "small", tmp_path / "out")
    kept = graph.read(
        "MATCH (p:Participant)-[:GAVE]->(i:Interview)-[:READS]->(t) WHERE p.quoteConsent <> 'verbatim' OR p.consent <> 'active' "
        "MATCH (i)<-[:FROM]-(e) WHERE size(e.text) > 12 RETURN DISTINCT e.text AS words"
    )
    assert len(kept) > 3
    everything = b"\n".join(content(tmp_path / "out").values()).decode()
    assert not [row["words"] for row in kept if row["words"] in everything]
    assert said.withheld and said.left_out
    report = load_anew(graph, tmp_path / "out")
    assert not [problem for problem in report.problems if problem.severity is Severity.ERROR]


def load_anew(graph: Database, folder: Path) -> Any:
    remove_study(graph, "small")
    return load(graph, [folder])


def test_a_folder_is_never_replaced(graph: Database, tmp_path: Path) -> None:
    load(graph, [SMALL])
    put(tmp_path / "mine", b"", "thesis.txt")
    with pytest.raises(GraphmodelError, match="is there already"):
        export_study(graph, "small", tmp_path / "mine", overwrite=True)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]
    with pytest.raises(GraphmodelError, match="cannot write"):
        export_study(graph, "small", tmp_path / "absent" / "folder")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine"]
