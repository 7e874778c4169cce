"""Other programs read an export with the same counts and the same words."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graphmodel.database import Database
from graphmodel.errors import Severity
from graphmodel.export import Chosen, export_study
from graphmodel.loading import load
from graphmodel.records import Coding, Concept, Transcript
from tests.graphmodel.conftest import SMALL
from tests.graphmodel.loading.test_projects import put
from tests.loaders.builders.refi import Writer, rich
from tests.loaders.reading import read_file
from tests.peers.environments import python_of

HERE = Path(__file__).parent
CODED = """
MATCH (i:Interview {study: $study})<-[:FROM]-(e:Excerpt)-[c:CODED_AS]->(n:Concept)
MATCH (r:Researcher {study: $study}) WHERE r.key = $study + '/researcher/' + c.coder AND e.start IS NOT NULL
MATCH (i)-[:READS]->(t:Transcript)
RETURN i.name AS source, e.text AS words, n.name AS code, r.name AS coder, size(split(left(t.text, e.start), '\\n')) - 1 AS line
"""
CODES = "MATCH (n:Concept {study: $study}) RETURN n.name AS name"
ALL = Chosen(all_words=True, withdrawn=True, utf16=True)


def _asked(peer: str, script: str, *arguments: str, folder: Path) -> Any:
    command = [str(python_of(peer)), str(HERE / script), *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=_environment())
    return json.loads(done.stdout.strip().split("\n")[-1])


def _environment() -> dict[str, str]:
    """qualitative-coding's reader stops at a breakpoint that was left in it, unless breakpoints are off."""
    return {**os.environ, "PYTHONBREAKPOINT": "0"}


@pytest.fixture(params=["small", "cafe"])
def study(request: pytest.FixtureRequest, graph: Database, tmp_path: Path) -> str:
    """A study folder of ours, and a project of another program with characters of two UTF-16 units."""
    load(graph, [SMALL if request.param == "small" else put(tmp_path / "in", rich(Writer()))])
    return str(request.param)


def test_pyqdpx_reads_the_same_codings(study: str, graph: Database, tmp_path: Path) -> None:
    path = tmp_path / "out.qdpx"
    export_study(graph, study, path, ALL)
    found = _asked("pyqdpx", "reading_with_pyqdpx.py", str(path), folder=tmp_path)
    rows = graph.read(CODED, {"study": study})
    assert found["codes"] == sorted(row["name"] for row in graph.read(CODES, {"study": study}))
    seen = Counter((each["source"], each["words"], each["code"], each["coder"]) for each in found["codings"])
    assert seen == Counter((row["source"], row["words"], row["code"], row["coder"]) for row in rows)
    assert rows


def test_qualitative_coding_reads_the_same_codings(study: str, graph: Database, tmp_path: Path) -> None:
    path, project = tmp_path / "out.qdpx", tmp_path / "project"
    export_study(graph, study, path, ALL)
    project.mkdir()
    python = python_of("qualitative-coding")
    command = [str(python.with_name("qc")), "init", "--import", str(path)]
    subprocess.run(command, cwd=project, capture_output=True, check=True, env=_environment())
    found = _asked("qualitative-coding", "reading_with_qc.py", folder=project)
    rows = graph.read(CODED, {"study": study})
    assert len(found["codes"]) == len(graph.read(CODES, {"study": study}))
    wanted = {
        (Path(row["source"]).with_suffix(".txt").name, row["line"], row["code"], row["coder"]): row for row in rows
    }
    seen = {(each["source"], each["line"], each["code"], each["coder"]): each for each in found["coded"]}
    assert len(found["coded"]) == len(seen) == len(wanted)
    assert seen.keys() == wanted.keys()
    for coded, row in wanted.items():
        assert row["words"].split("\n")[0] in seen[coded]["text"]


MADE: dict[str, Any] = {
    "text": "Maya: I was 😀 heard.\nRuth: So was I.\n\nMaya: We were friends.\nRuth: naïve?\n",
    "coded": {"Ada": [[0, "heard"], [3, "friends"]], "Ben": [[0, "heard"], [1, "heard"]]},
}


def test_a_project_of_qualitative_coding_is_read_with_its_counts_and_lines(tmp_path: Path) -> None:
    python = python_of("qualitative-coding")
    for command in (
        [str(python), str(HERE / "making_with_qc.py"), json.dumps(MADE)],
        [str(python.with_name("qc")), "export", "out.qdpx"],
    ):
        subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, env=_environment())
    records, problems = read_file(tmp_path / "out.qdpx", "refi")
    lines = MADE["text"].split("\n")
    assert Counter(
        (each.coder, each.codes, each.selector.quote) for each in records if isinstance(each, Coding)
    ) == Counter((coder, (code,), f"{lines[line]}\n") for coder, coded in MADE["coded"].items() for line, code in coded)
    assert sorted(each.name for each in records if isinstance(each, Concept)) == ["friends", "heard"]
    assert [each.text for each in records if isinstance(each, Transcript)] == [MADE["text"]]
    assert [problem.severity for problem in problems] == [Severity.NOTE]
