"""The studies in the graph, with how much each holds."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.loading import load
from graphmodel.studies import studies
from tests.graphmodel.folders import FIRST, study


def test_an_empty_graph_holds_no_study(graph: Database) -> None:
    assert studies(graph) == []


def test_each_study_is_counted_for_itself(graph: Database, tmp_path: Path) -> None:
    files = {
        "study.yaml": "id: t\ntitle: Talk\nnotice: Draft\nremote: allowed\nresearchers: [AB]\n",
        "participants.csv": "participant\nP01\n",
        "codebook.csv": "code\nTrust\nCare\n",
        "interviews/P01-1.txt": FIRST,
        "codings.csv": "interview,quote,codes\nP01-1,as mates,Trust\n,no more,Care\nP02-1,one,Trust\n",
        "memos/one.md": "One.\n",
    }
    graph_before = load(graph, [study(tmp_path / "s", {})])
    load(graph, [study(tmp_path / "t", files)])
    assert graph_before.study == "s"
    empty = {"documents": 1, "interviews": 0, "participants": 0, "concepts": 0, "excerpts": 0, "memos": 0}
    assert studies(graph) == [
        {"study": "s", "title": "A study", "notice": None, "remoteAllowed": False, **empty},
        {
            "study": "t",
            "title": "Talk",
            "notice": "Draft",
            "remoteAllowed": True,
            "documents": 8,
            "interviews": 2,
            "participants": 1,
            "concepts": 2,
            "excerpts": 3,
            "memos": 1,
        },
    ]
