from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.formulas import as_meant, as_text

BEGINNINGS = "=+-@\t\r\n"


@pytest.mark.parametrize("first", BEGINNINGS)
def test_what_a_spreadsheet_would_compute_gets_an_apostrophe(first: str) -> None:
    assert as_text(f"{first}1+1") == f"'{first}1+1"
    assert as_text(f"''{first}1+1") == f"'''{first}1+1"


@pytest.mark.parametrize("cell", ["", "a=b", "'quoted'", "'", "it's", " =1", "1-2", "–1"])
def test_other_words_stay_as_they_are(cell: str) -> None:
    assert as_text(cell) == as_meant(cell) == cell


@given(st.text() | st.text(alphabet=f"'{BEGINNINGS}a"))
def test_every_cell_comes_back_and_none_begins_with_a_sign(cell: str) -> None:
    assert as_meant(as_text(cell)) == cell
    assert not as_text(cell).startswith(tuple(BEGINNINGS))
