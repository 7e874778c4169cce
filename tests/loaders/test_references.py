from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.errors import Place, Problem
from graphmodel.records import Reference
from loaders.references import Shelf, Types, doi_of, pages_of, person, plain, read_entries, year_of

FILE = Path("a.bib")


def _reference(key: str, line: int, title: str | None = "T", author: str | None = "Ünal, A.") -> Reference:
    return Reference(key, title=title, authors=(author,) if author else (), year="2014", place=Place(FILE, line=line))


def test_fields_are_made_plain() -> None:
    assert plain(" a <i>b</i>\n c < d ") == "a b c < d"
    assert plain("  ") is None
    assert year_of("c. 2014-05") == "2014"
    assert year_of("forthcoming") == "forthcoming"
    assert pages_of("10--20") == pages_of("10 – 20") == "10-20"
    assert pages_of("e12") == "e12"
    assert person(" van  Gogh ", " V. ") == "van Gogh, V."
    assert person("UNESCO", "") == "UNESCO"
    assert Types({"jour": "article-journal"}).csl(" JOUR ") == "article-journal"
    assert Types({}).csl("poem") == "document"


@pytest.mark.parametrize("doi", ["10.1/a", "doi:10.1/a", "https://doi.org/10.1/a", "http://dx.doi.org/10.1/a"])
def test_a_doi_is_kept_without_its_address(doi: str) -> None:
    assert doi_of(doi) == "10.1/a"


def test_the_second_of_one_key_is_kept_under_another_and_reported_with_the_first_one_s_line() -> None:
    shelf = Shelf(FILE)
    assert shelf.add(_reference("a", 1)) == [_reference("a", 1)]
    problem, kept = shelf.add(_reference("A", 9, title="Another"))
    assert isinstance(problem, Problem)
    assert (problem.severity, problem.place.line) == ("flag", 9)
    assert "line 1" in problem.message
    assert kept == _reference("A-2", 9, title="Another")


def test_the_same_entry_twice_is_one() -> None:
    shelf = Shelf(FILE)
    shelf.add(_reference("a", 1))
    (problem,) = shelf.add(_reference("A", 9))
    assert isinstance(problem, Problem)
    assert (problem.severity, problem.place.line) == ("note", 9)


def test_an_entry_without_a_key_gets_one_of_its_own() -> None:
    shelf = Shelf(FILE)
    keys = [item.key for line in (1, 2) for item in shelf.add(_reference("", line)) if isinstance(item, Reference)]
    assert keys == ["unal2014", "unal2014-2"]


def test_an_entry_with_neither_title_nor_author_is_left_out() -> None:
    (problem,) = Shelf(FILE).add(_reference("a", 3, title=None, author=None))
    assert isinstance(problem, Problem)
    assert problem.place.line == 3


def test_keys_are_made_without_a_word_where_the_format_has_none() -> None:
    shelf = Shelf(FILE, keyed=False)
    found = [item for line in (1, 2) for item in shelf.add(_reference("", line))]
    assert [item.key for item in found if isinstance(item, Reference)] == ["unal2014", "unal2014-2"]
    assert len(found) == 2


def test_each_line_is_read_in_the_encoding_it_is_in(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes("Gärten\n".encode() + "Bäume\n".encode("cp1252") + b"\x81 plain\n")
    text, problems = read_entries(path)
    assert text == "Gärten\nBäume\n\N{REPLACEMENT CHARACTER} plain\n"
    assert [problem.message for problem in problems] == [
        "2 lines of the file are not UTF-8 and were read as Windows-1252"
    ]


def test_the_encoding_that_a_file_declares_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes("% Encoding: ISO8859_2\n@book{a, title = {Żółć}}\n".encode("iso8859_2"))
    text, problems = read_entries(path)
    assert "Żółć" in text
    assert problems == []
