"""Problems of a study, as they are kept and told again."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.errors import NOWHERE, Place, Problem, Severity
from graphmodel.loading import load
from graphmodel.loading.outstanding import Outstanding, kept, packed, told, unpacked
from tests.graphmodel.folders import FIRST, study, write

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


LACKING = {
    "codebook.csv": "code\nTrust\n",
    "interviews/P01-1.txt": FIRST,
    "interviews.csv": "interview,participant\nP01-1,P01\n",
    "codings.csv": "interview,quote,codes\nP01-1,nowhere said,Trusst\nP01-1,as mates,Trusst\n",
    "memos/one.md": "---\ncites: [hill2001]\ndevelops_into: two\n---\nOn [[Trusst]].\n",
    "links.csv": "reference,proposition,stance,memo\nhill2001,p1,supports,three\n",
}


def test_what_is_outstanding_is_told_after_every_load(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, LACKING)
    first = load(graph, [folder])
    again = load(graph, [folder])
    write(folder, {"memos/other.md": "On [[Trust]].\n"})
    another = load(graph, [folder / "memos/other.md"])
    assert (again.written, again.flagged, another.written) == (False, True, True)
    assert first.problems == again.problems == another.problems
    assert {(str(each.place).removeprefix(f"{folder}/"), each.message) for each in again.problems} == {
        ("codings.csv, row 2", "`Trusst` is not in the codebook"),
        ("codings.csv, row 2", "the words “nowhere said” are not in the transcript"),
        ("interviews.csv, row 2", "there is no participant `P01`"),
        ("links.csv, row 2", "there is no memo `three`"),
        ("links.csv, row 2", "there is no proposition `p1`"),
        ("links.csv, row 2", "there is no reference `hill2001`"),
        ("memos/one.md, line 1", "there is no memo `two`"),
        ("memos/one.md, line 1", "there is no reference `hill2001`"),
        ("memos/one.md, line 5", "the memo is about `Trusst`, and nothing has that name"),
    }


def test_what_has_been_put_right_is_told_no_more(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, LACKING)
    load(graph, [folder])
    write(
        folder,
        {
            "codebook.csv": "code\nTrusst\n",
            "interviews/P01-1.txt": FIRST + "It was nowhere said.\n",
            "participants.csv": "participant,consent\nP01,active\n",
            "literature.bib": "@book{hill2001, title={One}}\n",
            "memos/two.md": "Two.\n",
            "memos/three.md": "Three.\n",
            "theory.yaml": "propositions:\n  - {id: p1, subject: Trusst, relation: leads_to, object: Trusst}\n",
        },
    )
    load(graph, [folder])
    again = load(graph, [folder])
    assert again.problems == []
    assert not again.flagged
