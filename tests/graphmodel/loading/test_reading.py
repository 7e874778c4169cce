"""Files read once, and only where they are not as they were."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from graphmodel.database import Database
from graphmodel.graph.document import Origin
from graphmodel.loading.reading import ReadFiles, read_files
from graphmodel.loading.selection import Selection, select
from graphmodel.loading.study_state import StudyState
from graphmodel.records import Kind
from graphmodel.server.progress import silent
from graphmodel.store.state import State
from tests.graphmodel.folders import FIRST, study, write

NOT_ASKED = cast(Database, None)
FILES = {
    "codebook.csv": "code\nA\n",
    "codings.csv": "interview,quote,codes\nP01-1,as mates,A\nP02-1,x,A\n",
    "interviews/P01-1.txt": FIRST,
    "memos/one.md": "On [[A]].\n",
}
KEYS = {
    "s/document/study/study.yaml",
    "s/document/codebook/codebook.csv",
    "s/document/codings/codings.csv#p1-1",
    "s/document/codings/codings.csv#p2-1",
    "s/document/transcript/interviews/P01-1.txt",
    "s/document/memo/memos/one.md",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return study(tmp_path, FILES)


def selected(*paths: Path) -> Selection:
    return select(NOT_ASKED, paths, None)


def first(folder: Path) -> ReadFiles:
    return read_files(selected(folder), StudyState("s", State()), silent)


def standing(folder: Path, read: ReadFiles) -> StudyState:
    """The study as a load of these files leaves it, as far as Document nodes tell."""
    nodes = {
        key: {
            "path": document.path,
            "kind": document.kind.value,
            "origin": document.origin.value,
            "root": str(folder),
            "fileSha256": read.fingerprints[key],
        }
        for key, document in read.documents.items()
    }
    return StudyState("s", State(documents=nodes))


def test_at_first_every_file_is_read(folder: Path) -> None:
    read = first(folder)
    assert set(read.documents) == set(read.sources) == set(read.fingerprints) == KEYS
    assert (read.gone, read.unchanged) == (set(), [])
    assert read
    assert {document.origin for document in read.documents.values()} == {Origin.FOLDER}


def test_a_file_that_is_as_it_was_is_not_read(folder: Path) -> None:
    read = read_files(selected(folder), standing(folder, first(folder)), silent)
    assert not read
    assert sorted(source.name for source in read.unchanged) == sorted(["study.yaml", *FILES])


def test_only_what_changed_is_read(folder: Path) -> None:
    before = standing(folder, first(folder))
    write(folder, {"memos/one.md": "Otherwise.\n"})
    read = read_files(selected(folder), before, silent)
    assert (set(read.documents), read.gone) == ({"s/document/memo/memos/one.md"}, set())


def test_some_kinds_may_be_read_in_any_case(folder: Path) -> None:
    read = read_files(selected(folder), standing(folder, first(folder)), silent, again=(Kind.CODINGS,))
    assert {document.kind for document in read.documents.values()} == {Kind.CODINGS}


def test_an_interview_that_codings_name_no_more_is_gone(folder: Path) -> None:
    before = standing(folder, first(folder))
    write(folder, {"codings.csv": "interview,quote,codes\nP01-1,as mates,A\n"})
    assert read_files(selected(folder), before, silent).gone == {"s/document/codings/codings.csv#p2-1"}


def test_a_file_that_is_missing_from_the_folder_is_gone_with_the_whole_folder_alone(folder: Path) -> None:
    before = standing(folder, first(folder))
    write(folder, {"memos/one.md": None})
    assert read_files(selected(folder), before, silent).gone == {"s/document/memo/memos/one.md"}
    assert read_files(selected(folder / "codebook.csv"), before, silent).gone == set()


def test_what_came_from_elsewhere_stays(folder: Path) -> None:
    before = standing(folder, first(folder))
    key = "s/document/memo/two.md"
    before.stored.documents[key] = {"path": "two.md", "kind": "memo", "origin": "file", "fileSha256": "x"}
    assert read_files(selected(folder), before, silent).gone == set()


def test_a_file_of_which_one_document_is_missing_is_read_again(folder: Path) -> None:
    before = standing(folder, first(folder))
    before.stored.documents["s/document/codings/codings.csv#p1-1"]["fileSha256"] = "another"
    assert len(read_files(selected(folder), before, silent).documents) == 2


def test_problems_are_told_apart_from_records(folder: Path) -> None:
    write(folder, {"memos/one.md": "---\nkind: nonsense\n---\nText.\n"})
    read = first(folder)
    key = "s/document/memo/memos/one.md"
    assert [problem.message for problem in read.problems[key] if "nonsense" in problem.message]
    assert len(read.documents[key].records) == 1


def test_problems_of_a_file_without_a_document_are_told_too(folder: Path) -> None:
    write(folder, {"codings.csv": "interview,quote\n"})
    read = first(folder)
    assert read.problems["file codings.csv"]
    assert not [key for key in read.documents if "/codings/" in key]


def test_progress_is_told_file_by_file(folder: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    read_files(selected(folder), StudyState("s", State()), lambda what, done, of: told.append((what, done, of)))
    assert told == [("reading", done, 5) for done in range(6)]
