"""What is said when a study was written for another program."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.export import Exported
from graphmodel.terminal.exporting import print_exported


def test_the_file_is_named_and_what_is_not_in_it_is_told_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    exported = Exported("small", Path("small.qdpx"), {"codes": 15, "memos": 0}, withheld=2, wide=1, notice="Synthetic.")
    exported.lacks("revisions of the theory", 6)
    exported.lacks("retired concepts", 0)
    print_exported(exported)
    out, err = (" ".join(text.split()) for text in capsys.readouterr())
    assert out == "small.qdpx holds small: 15 codes"
    assert "interviews whose words are kept out, for want of consent to quote (--all-words has them): 2" in err
    assert "(--utf16 counts as it does): 1" in err
    assert "the format has no place for: revisions of the theory: 6 Synthetic." in err
    assert "withdrew" not in err and "retired" not in err


def test_nothing_is_told_where_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    print_exported(Exported("small", Path("small.qdpx"), {"codes": 1}))
    assert capsys.readouterr().err == ""
