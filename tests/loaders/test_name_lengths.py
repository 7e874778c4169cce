from __future__ import annotations

import time
from pathlib import Path

import pytest

from graphmodel.names import fold
from loaders.name_lengths import MAX_NAME_LENGTH
from tests.loaders.reading import read_as, said

LONG = "x" * (MAX_NAME_LENGTH + 1)


@pytest.mark.parametrize(
    ("loader", "name", "content", "place"),
    [
        ("codebook", "a.csv", f"code,parent\nA,\n{LONG},A\n", "row 3"),
        ("codebook", "a.csv", f"code,parent\nA,\nB,{LONG}\n", "row 3"),
        ("codings", "a.csv", f"interview,quote,codes\nP1,words,A;{LONG}\n", "row 2"),
        ("participants", "a.csv", f"participant\n{LONG}\n", "row 2"),
        ("interviews", "a.csv", f"interview,participant\nP1,{LONG}\n", "row 2"),
        ("memos", "a.md", f"---\nabout: [{LONG}]\n---\nText\n", "line 1"),
        ("memos", "a.md", f"---\ncites: [{LONG}]\n---\nText\n", "line 1"),
        ("theory", "a.yaml", f"negative_cases:\n  - {{concept: A, found: [{{quote: w, coder: {LONG}}}]}}\n", "line 1"),
        ("bibtex", "a.bib", f"@book{{{LONG}, title = {{A}}, author = {{B}}}}\n", "line 1"),
        ("study", "a.yaml", f"id: a\nresearchers: [{LONG}]\n", "line 1"),
    ],
)  # fmt: skip
def test_a_name_as_long_as_a_page_is_an_error_at_its_place(
    tmp_path: Path, loader: str, name: str, content: str, place: str
) -> None:
    records, problems = read_as(tmp_path, loader, name, content)
    assert not any(LONG in repr(record) for record in records)
    assert said(problems) == [("error", place)]
    assert "1,001 characters, of 1,000 at most" in problems[0].message


def test_a_name_that_grows_when_it_is_compared(tmp_path: Path) -> None:
    name = "ΐ" * 400
    assert len(fold(name)) > MAX_NAME_LENGTH
    assert said(read_as(tmp_path, "codebook", "a.csv", f"code\n{name}\n")[1]) == [("error", "row 2")]


def test_a_long_name_and_long_words_are_let_pass(tmp_path: Path) -> None:
    content = f"code,definition\n{LONG[1:]},{LONG * 50}\n"
    records, problems = read_as(tmp_path, "codebook", "a.csv", content)
    assert [len(record.name) for record in records] == [MAX_NAME_LENGTH]
    assert problems == []


def test_many_names_are_looked_at_quickly(tmp_path: Path) -> None:
    content = "interview,quote,codes\n" + "".join(
        f"P1,words,{'Telling what one has ' * 10}{n}\n" for n in range(20_000)
    )
    started = time.process_time()
    assert len(read_as(tmp_path, "codings", "a.csv", content)[0]) == 20_000
    assert time.process_time() - started < 2
