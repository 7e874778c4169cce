from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.reading import read_as, said


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"{\"O}l {\ss} {\o} \'e", "Öl ß ø é"),
        (r"Kept \& {Caps}", "Kept & Caps"),
        ("100% & #1", "100% & #1"),
        ("a -- b ``c''", "a – b “c”"),
        ("a~b\n   c", "a b c"),
    ],
)
def test_latex_becomes_text(tmp_path: Path, written: str, read: str) -> None:
    (record,), problems = read_as(tmp_path, "bibtex", "a.bib", "@book{a, title = {" + written + "}}")
    assert record.title == read
    assert problems == []


def test_names_in_every_order(tmp_path: Path) -> None:
    (record,), _ = read_as(
        tmp_path,
        "bibtex",
        "a.bib",
        "@book{a, title = {T}, author = {Lind, Bo and Ada B. Kerr and {World Health Org.} "
        r"and de la Cruz, Jos{\'e} and others}}",
    )
    assert record.authors == ("Lind, Bo", "Kerr, Ada B.", "World Health Org.", "de la Cruz, José", "others")


@pytest.mark.parametrize(
    "content", ["@" * 5000, "@a{" * 2000, "@book{a, title={" + "{" * 3000 + "x" + "}" * 3000 + "}}"]
)
def test_hostile_files_end_in_problems_or_records(tmp_path: Path, content: str) -> None:
    records, problems = read_as(tmp_path, "bibtex", "a.bib", content)
    assert records or problems


def test_a_file_of_comments_is_empty_and_no_problem(tmp_path: Path) -> None:
    assert read_as(tmp_path, "bibtex", "a.bib", "% nothing yet\n") == ([], [])


def test_windows_1252_is_read(tmp_path: Path) -> None:
    (record,), problems = read_as(tmp_path, "bibtex", "a.bib", "@book{a, title = {Gärten}}".encode("cp1252"))
    assert record.title == "Gärten"
    assert said(problems) == [("note", "")]


@pytest.mark.parametrize(
    "entry",
    [
        "@book{title = {A gift}, author = {Lind, Bo}, year = 2011}",
        "@book{, title = {A gift},\n year=2011, author={Lind, Bo}}",
    ],
)
def test_an_entry_without_a_key_is_read(tmp_path: Path, entry: str) -> None:
    records, problems = read_as(tmp_path, "bibtex", "a.bib", "@misc{b, title = {B}}\n" + entry)
    assert [record.key for record in records] == ["b", "lind2011"]
    assert said(problems) == [("flag", "line 2")]
