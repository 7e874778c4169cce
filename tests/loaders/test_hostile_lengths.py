"""One sign, and nothing else, for every reader of text: what patterns and parsers make of it takes bounded time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from loaders.folder import source_of
from tests.loaders import golden
from tests.loaders.reading import source_at

BINARY = (".docx", ".odt", ".xlsx", ".xls", ".pdf", ".qdpx", ".qda", ".rqda", ".sqlite3")
TEXTS = {path.parent.name: path for path in golden.samples() if path.suffix not in BINARY}
SIGNS = (
    "\n", " ", "\t", "0", "a ", "<a>", "[", "{", '"', "\\", "-->", "@a{", "a/", "a: ", "TY  - ", "e\u0301", "\\\\a - §1", "(", "*",
)  # fmt: skip
LENGTH = 20_000
GROWTH, NOISE_S = 3.0, 0.5
"""Twice as many signs take about twice the time; four times would be a cost that grows as the square. Below half a second
a machine's other work decides."""


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("reader", TEXTS)
def test_a_file_of_one_sign(tmp_path: Path, reader: str, sign: str) -> None:
    sample = TEXTS[reader]
    assert source_of(sample, None).format.module == f"loaders.{reader}"
    once, twice = (read(tmp_path, reader, sample, sign * (length // len(sign))) for length in (LENGTH, 2 * LENGTH))
    assert twice < GROWTH * once + NOISE_S


def read(folder: Path, reader: str, sample: Path, signs: str) -> float:
    """Read the signs alone and behind a sample; returns the seconds of processor that it took."""
    started = time.process_time()
    for content in (signs.encode(), sample.read_bytes() + signs.encode()):
        path = folder / f"a{sample.suffix}"
        path.write_bytes(content)
        items = list(source_at(path, reader).read())
        assert repr(items).encode()
    return time.process_time() - started
