"""The study that the paths of a command belong to, and the files of it that are meant."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading import load
from graphmodel.loading.selection import Selection, select
from graphmodel.records import Kind
from tests.graphmodel.folders import study, write
from tests.loaders.builders.rqda import build as build_rqda

NOT_ASKED = cast(Database, None)
"""Files that lie in a study folder are known without the graph."""
FILES = {
    "codebook.csv": "code\nA\n",
    "interviews/P01-1.txt": "Words.\n",
    "interviews/wave 2/P02-1.txt": "Words.\n",
    "memos/one.md": "On it.\n",
}


def names(selection: Selection) -> list[str]:
    return [source.name for source in selection.sources]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return study(tmp_path / "study", FILES)


def test_a_study_folder_is_all_of_it(folder: Path) -> None:
    found = select(NOT_ASKED, [folder], None)
    assert (found.study, found.root, found.folder) == ("s", folder, folder)
    assert sorted(names(found)) == sorted(["study.yaml", *FILES])
    assert found.settings is not None
    assert found.settings.title == "A study"
    assert found.founded is None


def test_a_folder_in_it_is_what_lies_there_and_takes_nothing_away(folder: Path) -> None:
    found = select(NOT_ASKED, [folder / "interviews"], None)
    assert (found.root, found.folder) == (None, folder)
    assert names(found) == ["study.yaml", "interviews/P01-1.txt", "interviews/wave 2/P02-1.txt"]


@pytest.mark.parametrize("name", ["codebook.csv", "interviews/wave 2/P02-1.txt"])
def test_one_file_is_read_with_what_study_yaml_says(folder: Path, name: str) -> None:
    found = select(NOT_ASKED, [folder / name], None)
    assert (found.study, found.root, found.folder) == ("s", None, folder)
    assert names(found) == ["study.yaml", name]


def test_study_yaml_alone_is_itself(folder: Path) -> None:
    found = select(NOT_ASKED, [folder / "study.yaml"], None)
    assert (found.study, found.root, names(found)) == ("s", None, ["study.yaml"])


def test_several_paths_are_united_each_file_once(folder: Path) -> None:
    one, two = folder / "codebook.csv", folder / "memos/one.md"
    assert names(select(NOT_ASKED, [one, two, one], None)) == ["study.yaml", "codebook.csv", "memos/one.md"]
    found = select(NOT_ASKED, [one, folder], None)
    assert found.root == folder
    assert len(names(found)) == len(set(names(found))) == len(FILES) + 1


def test_a_path_belongs_to_the_nearest_study_above_it(folder: Path) -> None:
    inner = study(folder / "memos/inner", {"study.yaml": "id: t\n", "memos/two.md": "More.\n"})
    assert select(NOT_ASKED, [inner / "memos/two.md"], None).study == "t"
    assert select(NOT_ASKED, [folder / "memos/one.md"], None).study == "s"
    with pytest.raises(GraphmodelError, match="these paths belong to different studies: s, t"):
        select(NOT_ASKED, [folder / "codebook.csv", inner], None)


def test_problems_of_the_folder_are_told_with_it(folder: Path) -> None:
    write(folder, {"interviews/talk.mp3": "x"})
    assert len(select(NOT_ASKED, [folder], None).problems) == 1
    assert len(select(NOT_ASKED, [folder, folder], None).problems) == 1
    assert select(NOT_ASKED, [folder / "codebook.csv"], None).problems == []


def test_a_tools_project_founds_a_study_named_after_it(tmp_path: Path) -> None:
    build_rqda(tmp_path / "Moving House.rqda")
    found = select(NOT_ASKED, [tmp_path / "Moving House.rqda"], None)
    assert found.study == "moving-house"
    assert found.founded is found.settings is not None
    assert (found.founded.id, found.founded.title) == ("moving-house", "Moving House")
    assert [source.kind for source in found.sources] == [Kind.PROJECT]
    assert (found.root, found.folder) == (None, None)


def test_a_path_that_is_not_there_and_a_folder_without_a_study(tmp_path: Path) -> None:
    with pytest.raises(GraphmodelError, match="there is no file or folder"):
        select(NOT_ASKED, [tmp_path / "nothing"], None)
    with pytest.raises(GraphmodelError, match=r"holds no study\.yaml"):
        select(NOT_ASKED, [tmp_path], None)


def test_a_file_in_no_folder_needs_a_study_that_is_there(graph: Database, tmp_path: Path) -> None:
    write(tmp_path, {"outside/one.md": "On it.\n"})
    path = tmp_path / "outside/one.md"
    with pytest.raises(GraphmodelError, match="lies in no study folder") as nowhere:
        select(graph, [path], None)
    assert "there is no study in the graph yet" in str(nowhere.value.hint)
    load(graph, [study(tmp_path / "study", {})])
    with pytest.raises(GraphmodelError, match="there is no study `t`") as unknown:
        select(graph, [path], "t")
    assert unknown.value.hint == "studies in the graph: s"
    found = select(graph, [path], "s")
    assert (found.study, names(found), found.root, found.folder) == ("s", ["one.md"], None, None)
