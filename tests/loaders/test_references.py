from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.errors import Place, Problem
from graphmodel.records import Reference
from loaders.references import Shelf, Types, doi_of, pages_of, person, plain, year_of

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


def test_the_second_of_one_key_is_left_out_and_reported_with_the_first_one_s_line() -> None:
    shelf = Shelf(FILE)
    assert shelf.add(_reference("a", 1)) == [_reference("a", 1)]
    (problem,) = shelf.add(_reference("A", 9))
    assert isinstance(problem, Problem)
    assert (problem.severity, problem.place.line) == ("flag", 9)
    assert "line 1" in problem.message


def test_an_entry_without_a_key_gets_one_of_its_own() -> None:
    shelf = Shelf(FILE)
    keys = [item.key for line in (1, 2) for item in shelf.add(_reference("", line)) if isinstance(item, Reference)]
    assert keys == ["unal2014", "unal2014-2"]


def test_an_entry_with_neither_title_nor_author_is_left_out() -> None:
    (problem,) = Shelf(FILE).add(_reference("a", 3, title=None, author=None))
    assert isinstance(problem, Problem)
    assert problem.place.line == 3
