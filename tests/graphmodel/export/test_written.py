"""Files and folders appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.errors import GraphmodelError
from graphmodel.export.written import making, replacing
from tests.graphmodel.export.full_disk import files_no_larger_than


@pytest.mark.parametrize("size", [20, 100_000], ids=["less than is written at once", "more"])
def test_a_file_for_which_there_is_no_room_leaves_what_was_there(tmp_path: Path, size: int) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("mine")
    with pytest.raises(GraphmodelError, match="cannot write"), replacing(path) as file, files_no_larger_than(10):
        file.write(b"a" * size)
        file.flush()
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("mine.txt", "mine")]


def test_a_file_that_is_refused_only_when_it_is_closed_leaves_nothing(tmp_path: Path) -> None:
    with (
        files_no_larger_than(10),
        pytest.raises(GraphmodelError, match="cannot write"),
        replacing(tmp_path / "new.txt") as file,
    ):
        file.write(b"a" * 20)
    assert list(tmp_path.iterdir()) == []


def test_a_file_takes_its_place_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("mine")
    with replacing(path) as file:
        file.write(b"new")
        assert path.read_text() == "mine"
    assert path.read_text() == "new"


def test_a_folder_appears_with_all_that_is_in_it(tmp_path: Path) -> None:
    with making(tmp_path / "new") as folder:
        (folder / "a.txt").write_text("a")
        assert not (tmp_path / "new").exists()
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["a.txt"]
    assert [each.name for each in tmp_path.iterdir()] == ["new"]


def test_a_folder_for_which_there_is_no_room_leaves_nothing(tmp_path: Path) -> None:
    with (
        files_no_larger_than(10),
        pytest.raises(GraphmodelError, match="cannot write"),
        making(tmp_path / "new") as folder,
    ):
        (folder / "a.txt").write_text("a" * 20)
    assert list(tmp_path.iterdir()) == []
