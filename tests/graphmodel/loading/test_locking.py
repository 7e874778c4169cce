"""One load of a study at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading import load, locking, remove_study
from graphmodel.loading.locking import one_at_a_time
from tests.graphmodel.folders import study
from tests.graphmodel.snapshot import everything, nodes


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "PATIENCE_S", 0.1)


def test_a_study_that_is_being_loaded_is_left_alone(graph: Database, tmp_path: Path, impatient: None) -> None:
    folder = study(tmp_path, {"codebook.csv": "code\nTrust\n"})
    with one_at_a_time("s"), pytest.raises(GraphmodelError) as error:
        load(graph, [folder])
    assert error.value.message == "another command is loading the study `s`"
    assert "run this one again" in str(error.value.hint)
    assert not nodes(graph)
    load(graph, [folder])
    assert nodes(graph)


def test_a_study_that_is_being_loaded_is_not_removed(graph: Database, tmp_path: Path, impatient: None) -> None:
    load(graph, [study(tmp_path, {})])
    before = everything(graph)
    with one_at_a_time("s"), pytest.raises(GraphmodelError, match="another command"):
        remove_study(graph, "s")
    assert everything(graph) == before


def test_other_studies_and_dry_runs_do_not_wait(graph: Database, tmp_path: Path, impatient: None) -> None:
    folder = study(tmp_path, {})
    with one_at_a_time("t"):
        load(graph, [folder])
    with one_at_a_time("s"):
        assert not load(graph, [folder], dry_run=True).written
