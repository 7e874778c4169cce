"""What a load says that it did: the codebook's difference is the audit trail of the theory."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.errors import Problem, Severity
from graphmodel.loading import LoadReport, load
from tests.graphmodel.folders import FIRST, study, write


def test_a_codebooks_difference_is_told_in_words(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code,parent,definition\nCare,,\nTrust,Care,One\nHelp,,\nHope,,\n"})
    load(graph, [folder])
    write(
        folder,
        {"codebook.csv": "code,parent,definition,was\nCare,,,\nFaith,Help,Two,Trust\nHelp,,,\nNew,,,\n"},
    )
    report = load(graph, [folder])
    (change,) = [each for each in report.documents if each.status != "unchanged"]
    assert change.details == [
        "new: New",
        "renamed: Trust → Faith",
        "redefined: Faith",
        "gone: Hope",
        "now under Help: Faith",
        "no longer under Care: Faith",
    ]
    assert change.added == {"concepts": 1, "parents": 1}
    assert change.changed == {"concepts": 1}
    assert change.removed == {"concepts": 1, "parents": 1}


def test_what_a_document_shares_is_counted_where_it_is_its_own(graph: Database, tmp_path: Path) -> None:
    files = {
        "participants.csv": "participant,Region\nP01,North\n",
        "codebook.csv": "code\nTrust\n",
        "codings.csv": "interview,quote,codes,coder\nP01-1,as mates,Trust,CD\n",
        "memos/one.md": "On [[Trust]] and [[Nothing]].\n",
        "interviews/P01-1.txt": FIRST,
    }
    report = load(graph, [study(tmp_path, files)])
    assert {each.path: each.added for each in report.documents} == {
        "study.yaml": {"studies": 1, "researchers": 1},
        "codebook.csv": {"concepts": 1},
        "participants.csv": {"participants": 1},
        "interviews/P01-1.txt": {"interviews": 1, "turns": 4},
        "codings.csv (p1-1)": {"excerpts": 1, "codings": 1},
        "memos/one.md": {"memos": 1, "memo links": 2},
    }


def test_a_note_is_no_flag() -> None:
    report = LoadReport("s", "S", problems=[Problem(Severity.NOTE, "a column is not read")])
    assert not report.flagged
    report.problems.append(Problem(Severity.FLAG, "a name means nothing"))
    assert report.flagged
    assert not report.written
