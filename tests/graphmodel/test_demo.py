from pathlib import Path

import pytest

from graphmodel.demo import copy_demo, demo_folder
from graphmodel.errors import GraphmodelError


def test_the_demo_study_is_there() -> None:
    with demo_folder() as folder:
        assert (folder / "study.yaml").is_file()


def test_its_files_are_copied_with_the_interview_that_is_added_later(tmp_path: Path) -> None:
    study, twelfth = copy_demo(tmp_path / "new" / "examples")
    with demo_folder() as folder:
        there, here = ({path.relative_to(root) for path in root.rglob("*")} for root in (folder, study))
    assert there == here
    assert (twelfth / "interviews" / "P11-1.txt").is_file()


def test_files_that_are_there_are_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "twelfth-interview" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("mine")
    with pytest.raises(GraphmodelError, match="is there already"):
        copy_demo(tmp_path)
    assert list(tmp_path.rglob("*.txt")) == [mine]
