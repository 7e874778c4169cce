from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from graphmodel.errors import GraphmodelError, Problem
from loaders import skeleton
from loaders.folder import open_folder
from loaders.formats import STUDY, THEORY


def test_a_skeleton_loads_as_it_is(tmp_path: Path) -> None:
    made = skeleton.create(tmp_path / "My Énquiry 2", 'On "gates": a study')
    folder = open_folder(tmp_path / "My Énquiry 2")
    assert (folder.study.id, folder.study.title) == ("my-enquiry-2", 'On "gates": a study')
    assert folder.problems == ()
    assert [item for source in folder.sources for item in source.read() if isinstance(item, Problem)] == []
    assert sorted(path for path in (tmp_path / "My Énquiry 2").rglob("*") if path.is_file()) == sorted(made)


def test_its_headers_are_ours_and_excel_reads_them_as_utf8(tmp_path: Path) -> None:
    skeleton.create(tmp_path / "a")
    for path in (tmp_path / "a").glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        columns = {
            name for column in import_module(f"loaders.{path.stem}").COLUMNS for name in (column.name, *column.aliases)
        }  # type: ignore[attr-defined]
        assert set(path.read_text(encoding="utf-8-sig").strip().split(",")) <= columns


def test_examples_in_comments_are_right_once_uncommented(tmp_path: Path) -> None:
    skeleton.create(tmp_path / "a")
    for name in ("study.yaml", "theory.yaml"):
        path = tmp_path / "a" / name
        lines = [line.removeprefix("# ") for line in path.read_text().splitlines() if _is_example(line)]
        path.write_text("\n".join(lines) + "\n")
    (tmp_path / "a" / "quotations.xlsx").write_bytes(b"")
    (tmp_path / "a" / "book.xlsx").write_bytes(b"")
    folder = open_folder(tmp_path / "a")
    read = [item for source in folder.sources if source.format in (STUDY, THEORY) for item in source.read()]
    assert [item for item in read if isinstance(item, Problem)] == []
    assert folder.study.levels == ("Theme", "Category", "Code")


def _is_example(line: str) -> bool:
    body = line.removeprefix("# ")
    return bool(body) and (body[0] == " " or body.split(" ")[0].rstrip(":") in _KEYS)


_KEYS = {"id", "title", "approach", "question", "researchers", "levels", "tables", "sources", "attributes", "notice"}
_KEYS |= {"propositions", "negative_cases", "core"}


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "codebook.csv").write_text("mine")
    with pytest.raises(GraphmodelError, match=r"codebook\.csv already, and nothing was changed"):
        skeleton.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["codebook.csv"]


def test_an_existing_folder_keeps_its_own_readme(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    made = skeleton.create(tmp_path)
    assert (tmp_path / "README.md").read_text() == "mine"
    assert tmp_path / "README.md" not in made


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GraphmodelError, match="cannot be written"):
        skeleton.create(tmp_path / "file" / "study")


@pytest.mark.parametrize(
    ("name", "identity"),
    [("A & B", "a-b"), ("null", "study"), ("...", "study"), ("田野", "田野"), ("x" * 300, "x" * 100)],
)
def test_ids_are_made_of_names(name: str, identity: str) -> None:
    assert skeleton.study_id(name) == identity
