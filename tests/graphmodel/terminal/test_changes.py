import json

import pytest

from graphmodel.errors import Place, Problem, Severity
from graphmodel.loading import DocumentChange, LoadReport, Status
from graphmodel.records import Kind
from graphmodel.terminal.changes import load_sheet
from graphmodel.terminal.output import show
from graphmodel.terminal.rows import Format, as_json


def shown(report: LoadReport, capsys: pytest.CaptureFixture[str]) -> list[str]:
    show(load_sheet(report), Format.TABLE, None)
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def change(kind: Kind, path: str, status: Status, **counts: dict[str, int]) -> DocumentChange:
    return DocumentChange(kind, path, status, **counts)  # type: ignore[arg-type]


def test_a_document_that_changed_has_a_line_with_its_counts(capsys: pytest.CaptureFixture[str]) -> None:
    book = change(Kind.CODEBOOK, "codebook.csv", Status.CHANGED, added={"concepts": 1}, changed={"concepts": 2})
    book.details = ["renamed: Old → New"]
    gone = change(Kind.MEMO, "memos/x.md", Status.REMOVED, removed={"memos": 1, "memo links": 3})
    same = change(Kind.STUDY, "study.yaml", Status.UNCHANGED)
    assert shown(LoadReport("s", "S", documents=[book, gone, same]), capsys) == [
        "~ codebook codebook.csv 1 concept added; 2 concepts changed",
        "renamed: Old → New",
        "- memo memos/x.md 1 memo, 3 memo links removed",
        "s loaded, 1 document unchanged",
    ]


def test_many_new_documents_of_a_kind_share_a_line_also_when_they_do_not_stand_together(
    capsys: pytest.CaptureFixture[str],
) -> None:
    memos = [change(Kind.MEMO, f"{number}.md", Status.NEW, added={"memos": 1}) for number in range(5)]
    memos.insert(2, change(Kind.MEMO, "x.md", Status.CHANGED, changed={"memos": 1}))
    assert shown(LoadReport("s", "S", documents=memos), capsys)[:2] == [
        "+ memo 5 documents 5 memos",
        "~ memo x.md 1 memo changed",
    ]


def test_documents_that_were_read_again_for_the_sake_of_others_are_told_to_be_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    again = [change(Kind.TRANSCRIPT, f"{number}.txt", Status.CHANGED) for number in range(5)]
    memo = change(Kind.MEMO, "x.md", Status.CHANGED)
    empty = change(Kind.LINKS, "links.csv", Status.NEW)
    assert shown(LoadReport("s", "S", documents=[*again, memo, empty]), capsys)[:3] == [
        "~ transcript 5 documents read again, and the same",
        "~ memo x.md read again, and the same",
        "+ links links.csv",
    ]


def test_nothing_to_do_and_a_dry_run_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    same = change(Kind.STUDY, "study.yaml", Status.UNCHANGED)
    assert shown(LoadReport("s", "S", documents=[same]), capsys) == ["s: nothing to do, 1 document unchanged"]
    new = change(Kind.STUDY, "study.yaml", Status.NEW, added={"studies": 1})
    assert "nothing was written" in shown(LoadReport("s", "S", True, documents=[new]), capsys)[-1]


def test_the_report_as_json_holds_documents_and_problems_with_their_places() -> None:
    problem = Problem(Severity.FLAG, "not found", Place(row=3), "look")
    report = LoadReport("s", "S", documents=[change(Kind.STUDY, "study.yaml", Status.NEW)], problems=[problem])
    data = json.loads(as_json(load_sheet(report)))
    assert data["documents"][0]["status"] == "new"
    assert data["problems"][0]["place"]["row"] == 3
