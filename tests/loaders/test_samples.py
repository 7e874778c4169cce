from __future__ import annotations

from pathlib import Path

import pytest

from loaders import registry
from tests.loaders import golden
from tests.loaders.reading import reader_of


@pytest.mark.parametrize("sample", golden.samples(), ids=lambda path: path.relative_to(golden.SAMPLES).as_posix())
def test_a_sample_is_claimed_once_and_gives_its_golden_records(sample: Path) -> None:
    assert golden.golden_of(sample).exists(), "no golden records: python -m tests.loaders.golden --write"
    assert golden.text_of(sample) == golden.golden_of(sample).read_text(encoding="utf-8")


def test_every_format_has_a_sample_and_no_golden_is_left_over() -> None:
    assert {path.parent.name for path in golden.samples()} == {reader_of(each) for each in registry.FORMATS}
    assert list(golden.differences()) == []
