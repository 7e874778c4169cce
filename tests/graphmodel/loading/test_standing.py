"""What a study that has not changed still lacks."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.loading import load
from tests.graphmodel.folders import FIRST, study, write

LACKING = {
    "codebook.csv": "code\nTrust\n",
    "interviews/P01-1.txt": FIRST,
    "interviews.csv": "interview,participant\nP01-1,P01\n",
    "codings.csv": "interview,quote,codes\nP01-1,nowhere said,Trusst\nP01-1,as mates,Trusst\n",
    "memos/one.md": "---\ncites: [hill2001]\ndevelops_into: two\n---\nOn [[Trusst]].\n",
    "links.csv": "reference,proposition,stance,memo\nhill2001,p1,supports,three\n",
}


def test_what_is_lacking_is_told_again_file_by_file(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, LACKING)
    first = load(graph, [folder])
    again = load(graph, [folder])
    assert not again.written
    assert again.flagged
    assert {(str(each.place.file), each.message) for each in again.problems} == {
        (str(folder / "codings.csv"), "`Trusst` is not in the codebook"),
        (str(folder / "memos/one.md"), "`Trusst` is not in the codebook"),
        (str(folder / "codings.csv"), "the words “nowhere said” are not in the transcript"),
        (str(folder / "memos/one.md"), "there is no reference `hill2001`"),
        (str(folder / "links.csv"), "there is no reference `hill2001`"),
        (str(folder / "links.csv"), "there is no proposition `p1`"),
        (str(folder / "memos/one.md"), "there is no memo `two`"),
        (str(folder / "links.csv"), "there is no memo `three`"),
        (str(folder / "interviews.csv"), "there is no participant `P01`"),
    }
    assert {each.message for each in again.problems} - {each.message for each in first.problems} == set()


def test_what_has_been_mended_is_told_no_more(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, LACKING)
    load(graph, [folder])
    write(
        folder,
        {
            "codebook.csv": "code\nTrusst\n",
            "interviews/P01-1.txt": FIRST + "It was nowhere said.\n",
            "participants.csv": "participant\nP01\n",
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
