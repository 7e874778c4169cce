"""A study taken out of the graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading import load, remove_study
from graphmodel.store import removal
from tests.graphmodel.folders import study
from tests.graphmodel.loading.test_load import WHOLE
from tests.graphmodel.snapshot import everything, nodes


def test_nothing_is_left_of_a_study_and_its_files_are_untouched(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    held = remove_study(graph, "s")
    assert not nodes(graph)
    assert (held["study"], held["interviews"], held["participants"], held["memos"]) == ("s", 2, 2, 2)
    assert sorted(each.name for each in folder.rglob("*.csv")) == sorted(
        Path(name).name for name in WHOLE if name.endswith(".csv")
    )


def test_a_dry_removal_only_counts(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, WHOLE)])
    before = everything(graph)
    assert remove_study(graph, "s", dry_run=True)["concepts"] == 3
    assert everything(graph) == before


def test_a_large_study_goes_in_batches(graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(graph, [study(tmp_path, WHOLE)])
    monkeypatch.setattr(removal, "BATCH", 7)
    remove_study(graph, "s")
    assert not nodes(graph)


def test_a_study_whose_id_begins_another_takes_nothing_of_it(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path / "one", {**WHOLE, "study.yaml": "id: s2\n"})])
    before = everything(graph)
    load(graph, [study(tmp_path / "two", WHOLE)])
    remove_study(graph, "s")
    assert everything(graph) == before


def test_a_study_that_is_not_there_is_an_error_that_lists_the_others(graph: Database, tmp_path: Path) -> None:
    with pytest.raises(GraphmodelError) as error:
        remove_study(graph, "t")
    assert str(error.value.hint) == "studies in the graph: none"
    load(graph, [study(tmp_path, {})])
    with pytest.raises(GraphmodelError) as error:
        remove_study(graph, "t")
    assert (error.value.message, error.value.hint) == ("there is no study `t`", "studies in the graph: s")
