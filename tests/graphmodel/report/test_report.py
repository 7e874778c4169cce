"""Writing a map to where it was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.report import write_map


def test_the_page_is_written_and_told(small: Database, tmp_path: Path) -> None:
    written = write_map(small, "small", "Two hats", tmp_path / "theory.html")
    assert written.path.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (written.theory.theme, written.theory.quotes, written.theory.withheld) == ("Two hats", 1, 1)


def test_a_place_that_cannot_be_written_is_an_error_with_a_way_out(small: Database, tmp_path: Path) -> None:
    with pytest.raises(GraphmodelError, match="cannot write") as caught:
        write_map(small, "small", None, tmp_path / "missing" / "theory.html")
    assert caught.value.hint == "choose another place with `-o`"


def test_the_same_graph_gives_the_same_page(small: Database, tmp_path: Path) -> None:
    pages = [write_map(small, "small", None, tmp_path / name).path.read_bytes() for name in ("a.html", "b.html")]
    assert pages[0] == pages[1]
