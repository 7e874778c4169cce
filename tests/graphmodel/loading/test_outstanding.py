"""What is outstanding, as it is kept and told again."""

from __future__ import annotations

from pathlib import Path

from graphmodel.errors import NOWHERE, Place, Problem, Severity
from graphmodel.loading.outstanding import Outstanding, kept, packed, told, unpacked

ROW = Problem(Severity.FLAG, "one", Place(Path("/then/a.csv"), row=3), "do it")
LINE = Problem(Severity.NOTE, "two", Place(Path("/then/a.csv"), line=2, part="sheet 1"))
ELSEWHERE = Problem(Severity.ERROR, "three", Place(Path("/then/b.csv"), row=1))
BARE = Problem(Severity.FLAG, "four", NOWHERE)
THEN = Path("/then/a.csv")


def test_problems_are_told_as_they_were_kept() -> None:
    outstanding = Outstanding(reading={"a": kept([ROW, LINE], THEN)}, building={"a": kept([ELSEWHERE, BARE], THEN)})
    assert told(unpacked(packed(outstanding)), {"a": THEN}) == [
        Problem(BARE.severity, BARE.message, Place(THEN)),  # without a row it is its document's
        LINE,
        ROW,
        ELSEWHERE,
    ]


def test_the_file_of_a_document_is_told_where_it_lies_now() -> None:
    outstanding = Outstanding(building={"a": kept([ROW], THEN)})
    assert [each.place for each in told(outstanding, {"a": Path("/now/a.csv")})] == [Place(Path("/now/a.csv"), row=3)]
    assert [each.place for each in told(outstanding, {})] == [Place(None, row=3)]


def test_what_documents_say_against_one_another_keeps_its_files() -> None:
    assert told(Outstanding(together=kept([ROW, ELSEWHERE])), {}) == [ROW, ELSEWHERE]


def test_what_is_wrong_is_told_once_by_file_and_row() -> None:
    again = Problem(Severity.FLAG, "one", Place(Path("/then/a.csv"), row=10), "do it")
    outstanding = Outstanding(
        reading={"a": kept([again, ROW], THEN)}, building={"a": kept([ROW], THEN)}, together=kept([ELSEWHERE])
    )
    assert told(outstanding, {"a": THEN}) == [ROW, again, ELSEWHERE]


def test_nothing_is_outstanding_in_no_bytes() -> None:
    assert unpacked(b"") == Outstanding() == unpacked(packed(Outstanding()))
    assert told(Outstanding(), {}) == []


def test_equal_problems_are_equal_bytes() -> None:
    one, other = (Outstanding(together=kept([ROW, LINE])) for _ in range(2))
    assert packed(one) == packed(other)
