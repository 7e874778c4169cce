"""What the shell offers, asked as a shell asks: a process of its own with two variables set."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from graphmodel.database import Database
from tests.small_study import make_study


def offered(line: str, word: int) -> list[str]:
    told = {"_GRAPHMODEL_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(word)}
    command = [sys.executable, "-c", "import cli; cli.main()"]
    done = subprocess.run(command, env=os.environ | told, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1] if done.stdout.endswith("\n") else done.stdout.split("\n")


@pytest.fixture
def loaded(graph: Database, tmp_path: Path) -> None:
    assert CliRunner().invoke(cli.app, ["load", str(make_study(tmp_path / "small"))]).exit_code == 0


def test_names_in_the_graph_complete_whatever_the_case(loaded: None) -> None:
    assert offered("graphmodel trace Du", 2) == ["Dual roles"]
    assert offered("graphmodel trace du", 2) == ["dual roles"]
    assert offered("graphmodel trace Dual r", 3) == ["roles"]
    assert offered("graphmodel themes --study s", 3) == ["small"]
    assert offered("graphmodel remove ", 2) == ["small"]


def test_commands_and_questions_complete_without_a_graph(environment: None) -> None:
    assert "trace" in offered("graphmodel t", 1)
    assert "find_narrow_themes" in offered("graphmodel ask find_na", 2)


def test_completion_never_starts_a_server(environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("GRAPHMODEL_HOME", str(tmp_path / "home"))
    assert offered("graphmodel trace Du", 2) in ([], [""])
    assert not (tmp_path / "home").exists()


def test_completion_does_not_wait_for_a_server_that_does_not_answer(
    environment: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://localhost:1")
    assert offered("graphmodel trace Du", 2) in ([], [""])
