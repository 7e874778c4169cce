"""Words written beside offsets: the researcher's table says more, and the graph stays what it was."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.loading import load
from tests.graphmodel.folders import FIRST, study, write
from tests.graphmodel.snapshot import edges

START = FIRST.index("seen as a person")
END = START + len("seen as a person")


def test_words_are_written_beside_offsets_and_nothing_else_changes(graph: Database, tmp_path: Path) -> None:
    table = f"interview;start;end;codes\r\nP01-1;{START};{END};Being seen\r\nP01-1;{START};{END};Mates\r\n"
    folder = study(tmp_path, {"interviews/P01-1.txt": FIRST})
    (folder / "codings.csv").write_bytes(b"\xef\xbb\xbf" + table.encode())
    load(graph, [folder])
    before = edges(graph)

    report = load(graph, [folder], quotes=True)

    assert [(quoted.path.name, quoted.rows) for quoted in report.quoted] == [("codings.csv", 2)]
    written = (folder / "codings.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.decode("utf-8-sig").split("\r\n")[:2] == [
        "interview;start;end;codes;quote",
        f"P01-1;{START};{END};Being seen;seen as a person",
    ]
    assert edges(graph) == before
    assert not load(graph, [folder]).written


def test_words_are_those_that_the_offsets_were_made_against(graph: Database, tmp_path: Path) -> None:
    folder = study(
        tmp_path,
        {
            "interviews/P01-1.txt": FIRST,
            "codings.csv": f"interview,start,end,codes\nP01-1,{START},{END},Being seen\n",
        },
    )
    load(graph, [folder])
    write(folder, {"interviews/P01-1.txt": "Interviewer: Please.\n\n" + FIRST})
    load(graph, [folder])

    load(graph, [folder], quotes=True)

    assert "seen as a person" in (folder / "codings.csv").read_text()
    held = graph.read(
        "MATCH (e:Excerpt) RETURN e.text AS text, e.verification AS how, e.start - $start AS moved", {"start": START}
    )
    assert [(row["text"], row["moved"]) for row in held] == [("seen as a person", 22)]


def test_words_that_a_spreadsheet_would_compute_are_written_as_text(graph: Database, tmp_path: Path) -> None:
    spoken = "P01: I said =1+1 once.\n"
    at = spoken.index("=")
    table = f"interview,start,end,codes,quote\nP01-1,{at},{at + 4},Being seen,\n"
    folder = study(tmp_path, {"interviews/P01-1.txt": spoken, "codings.csv": table})
    load(graph, [folder], quotes=True)
    assert (folder / "codings.csv").read_text().endswith(",Being seen,'=1+1\n")
    load(graph, [folder])
    assert [row["text"] for row in graph.read("MATCH (e:Excerpt) RETURN e.text AS text")] == ["=1+1"]


def test_a_dry_run_writes_no_words(graph: Database, tmp_path: Path) -> None:
    table = f"interview,start,end,codes\nP01-1,{START},{END},Being seen\n"
    folder = study(tmp_path, {"interviews/P01-1.txt": FIRST, "codings.csv": table})

    load(graph, [folder], dry_run=True, quotes=True)

    assert (folder / "codings.csv").read_text() == table
