"""What reading a large study may cost, in processor time, so that another program's load does not fail a test."""

from __future__ import annotations

import time
from pathlib import Path

from loaders.offset_readings import StoredText
from loaders.offsets import Document, Span, decide
from tests.loaders.reading import source_at

ROWS = 40_000
SECONDS = 2.0


def test_codings_are_read_quickly_and_one_at_a_time(tmp_path: Path) -> None:
    row = (
        "P{0:03}-1,{0} words that somebody said in an interview and that were coded,code {1}; code {2},AB,2016-03-01,\n"
    )
    with (tmp_path / "codings.csv").open("w", encoding="utf-8") as file:
        file.write("interview,quote,codes,coder,date,note\n")
        file.writelines(row.format(number // 200, number % 300, number % 7) for number in range(ROWS))
    started = time.process_time()
    assert sum(1 for _ in source_at(tmp_path / "codings.csv", "codings").read()) == ROWS
    assert time.process_time() - started < SECONDS


def test_the_positions_of_a_large_project_are_decided_quickly() -> None:
    text = "\ufeff" + "Maya: I was 😀 heard, naïve as I was.\r\n" * 1_000
    documents = []
    for _ in range(50):
        words = [text.index("heard", at) for at in range(0, len(text) - 100, len(text) // 200)]
        starts = [len(text[:at].encode("utf-16-le")) // 2 - 1 for at in words]
        documents.append(Document(StoredText(text), [Span(at, at + 5) for at in starts]))
    started = time.process_time()
    verdict = decide(documents).pooled
    assert verdict.hits == verdict.spans == sum(len(each.spans) for each in documents)
    assert time.process_time() - started < SECONDS
