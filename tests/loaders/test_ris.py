from __future__ import annotations

from pathlib import Path

from tests.loaders.reading import read_as, said


def test_an_entry_that_was_cut_off_is_read(tmp_path: Path) -> None:
    (record,), problems = read_as(tmp_path, "ris", "a.ris", "\ufeffTY  - JOUR\nID  - a\nTI  - T\nAU  - Lind, Bo\n")
    assert (record.key, record.title, record.authors) == ("a", "T", ("Lind, Bo",))
    assert problems == []


def test_the_others_are_read_beside_one_that_cannot_be(tmp_path: Path) -> None:
    records, problems = read_as(
        tmp_path, "ris", "a.ris", "TY  - JOUR\nno tag\nER  - \nTY  - BOOK\nID  - b\nTI  - T\nER  - \n"
    )
    assert [record.key for record in records] == ["b"]
    assert said(problems) == [("flag", "line 1")]


def test_what_is_no_ris(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "ris", "a.ris", "@book{a}")
    assert (records, said(problems)) == ([], [("error", "")])
