"""What reading a large study may cost, in processor time, so that another program's load does not fail a test."""

from __future__ import annotations

import time
from pathlib import Path

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
