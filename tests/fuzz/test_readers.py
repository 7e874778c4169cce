"""Every reader comes through damaged copies of its samples: the same ones in each run of the tests, new ones in
`make fuzz`, which says by GRAPHMODEL_FUZZ_SECONDS how long it goes on with each reader. What failed there is kept by
Hypothesis and tried first the next time."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.examples import come_through, examples
from tests.fuzz.targets import TARGETS, Target

EXAMPLES = 150
SLOW = {"transcript_pdf": 8, "transcript_docx": 40, "word_comments": 40}
"""A PDF is read by a process of its own, a Word document is made of many parts."""
LONG = float(os.environ.get("GRAPHMODEL_FUZZ_SECONDS", "0"))
UNHURRIED = (
    HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example, HealthCheck.function_scoped_fixture,
)  # fmt: skip


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_damaged_files_are_read_to_an_end(tmp_path: Path, target: Target) -> None:
    many = SLOW.get(target.name, EXAMPLES)
    if not LONG:
        _run(target, tmp_path, max_examples=many, derandomize=True, database=None)
    until = time.monotonic() + LONG
    while time.monotonic() < until:
        _run(target, tmp_path, max_examples=2 * many)


def _run(target: Target, folder: Path, **how: Any) -> None:
    """Let the reader read so many damaged files in the folder; what one of them shows is raised. Hypothesis keeps no
    time here: a reader's is measured in processor time."""

    @settings(deadline=None, suppress_health_check=UNHURRIED, **how)
    @given(data=st.data())
    def reads(data: st.DataObject) -> None:
        come_through(target, data.draw(examples(target)), folder)

    reads()
