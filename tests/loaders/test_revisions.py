from __future__ import annotations

from pathlib import Path

from tests.loaders.reading import read_as, said


def test_kinds_are_recognised_and_a_row_without_one_is_left_out(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "revisions", "a.csv", "kind,before,after\nMERGE,A; B,C\n,A,B\nabolish,A,\n")
    assert [(record.kind, record.before, record.after) for record in records] == [
        ("merge", ("A", "B"), ("C",)),
        ("abolish", ("A",), ()),
    ]
    assert said(problems) == [("flag", "row 3"), ("flag", "row 4")]
