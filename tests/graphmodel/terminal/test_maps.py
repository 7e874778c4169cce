"""What is said when a map was written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.report import WrittenMap
from graphmodel.report.map_data import read_map
from graphmodel.terminal.maps import print_map


def test_the_page_is_named_and_what_was_kept_out_is_told_beside_it(
    small: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    theory = replace(read_map(small, "small"), redactions=2, guarded_names=("Paid friend",))
    print_map(WrittenMap(theory, Path("theory.html")))
    out, err = (" ".join(text.split()) for text in capsys.readouterr())
    assert out.startswith("theory.html holds the map (15 concepts, ")
    assert "1 participant who withdrew is left out" in err
    assert "counted without words: no consent to quote" in err
    assert "2 passages of definitions, memos and notes left blank" in err
    assert "names that repeat such words stay as they are: Paid friend" in err
    assert "Synthetic: invented for testing." in err
