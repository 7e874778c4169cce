"""Asking from a notebook, with pandas and without."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest

import graphmodel
from graphmodel.database import Database
from graphmodel.notebook import ask


def test_a_question_becomes_a_frame(small: Database) -> None:
    frame = ask("find_narrow_themes", "small", small, minimum=3)
    assert list(frame["theme"]) == ["Hope", "Two hats"]
    assert list(frame.columns) == ["theme", "participants", "names", "interviews", "excerpts"]
    assert frame.attrs["notice"] == "Synthetic: invented for testing."
    assert frame.attrs["notes"] == ["1 participant who withdrew is left out (1 interview, 2 excerpts)"]


def test_an_empty_answer_keeps_its_columns(small: Database) -> None:
    assert list(ask("find_narrow_themes", "small", small, minimum=0).columns)[:2] == ["theme", "participants"]


def test_without_pandas_rows_are_dictionaries(small: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphmodel.notebook.find_spec", lambda name: None)
    rows = ask("find_narrow_themes", "small", small)
    assert [row["theme"] for row in rows] == ["Hope", "Two hats"]


def test_the_package_asks_the_graph_of_the_environment(small: Database) -> None:
    frame = graphmodel.ask("list_negative_cases", concept="being known")
    assert isinstance(frame, pd.DataFrame)
    assert list(frame["coder"]) == ["AB", "AB"]


def test_importing_the_package_loads_no_driver() -> None:
    code = "import sys, graphmodel; sys.exit('neo4j' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
