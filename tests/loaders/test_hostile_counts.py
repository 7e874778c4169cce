"""Many things of one name, and trees without end: what reading them costs grows as the file does."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graphmodel.errors import Problem
from graphmodel.records import Concept
from tests.loaders.builders import qualcoder, refi, taguette
from tests.loaders.builders.refi import Writer, document, package, tag
from tests.loaders.builders.sqlite_file import writing
from tests.loaders.reading import source_at

MANY = 20_000
SECONDS = 10.0
"""In processor time. With the square of their number these took minutes."""


def _references(path: Path) -> None:
    path.write_text(json.dumps([{"id": "same", "title": f"T{number}"} for number in range(MANY)]))


def _keyless_references(path: Path) -> None:
    path.write_text(json.dumps([{"title": f"T{number}", "author": [{"family": "A"}]} for number in range(MANY)]))


def _elements(path: Path, holder: str, name: str, inside: str = "") -> None:
    guid = Writer().guid
    each = (tag(name, inside, guid=guid(str(number)), name="same") for number in range(MANY))
    elements = tag(holder, *each)
    path.write_bytes(package(document(tag("CodeBook", elements) if holder == "Codes" else elements), {}))


def _codes(path: Path) -> None:
    _elements(path, "Codes", "Code")


def _sources(path: Path) -> None:
    _elements(path, "Sources", "TextSource", refi.text("PlainTextContent", "words"))


def _notes(path: Path) -> None:
    _elements(path, "Notes", "Note", refi.text("PlainTextContent", "words"))


def _cases(path: Path) -> None:
    _elements(path, "Cases", "Case")


def _chain(path: Path) -> None:
    """Categories of one name, each below the next."""
    qualcoder.build(path)
    with writing(path) as connection:
        connection.execute("DROP TABLE code_cat")
        connection.execute("CREATE TABLE code_cat (catid INTEGER PRIMARY KEY, name, owner, date, memo, supercatid)")
        rows = ((number, "same", number + 1) for number in range(1, MANY + 1))
        connection.executemany("INSERT INTO code_cat (catid, name, supercatid) VALUES (?, ?, ?)", rows)


def _merges(path: Path) -> None:
    """A log in which a tag of many highlights goes into another, again and again."""
    taguette.build(path)
    added = (json.dumps({"type": "highlight_add", "highlight_id": number, "tags": [-5]}) for number in range(MANY))
    merged = [json.dumps({"type": "tag_merge", "src_tag_id": -5, "dest_tag_id": 1})] * (MANY // 2)
    with writing(path) as connection:
        rows = (("2022-02-23 10:00:00", "ada", 1, payload) for payload in (*added, *merged))
        connection.executemany("INSERT INTO commands (date, user_login, project_id, payload) VALUES (?, ?, ?, ?)", rows)


@pytest.mark.parametrize(
    ("loader", "name", "make"),
    [
        ("csl", "a.json", _references),
        ("csl", "a.json", _keyless_references),
        ("refi", "a.qdpx", _codes),
        ("refi", "a.qdpx", _sources),
        ("refi", "a.qdpx", _notes),
        ("refi", "a.qdpx", _cases),
        ("qualcoder", "a.qda", _chain),
        ("taguette", "a.sqlite3", _merges),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_many_of_one_name(tmp_path: Path, loader: str, name: str, make: Callable[[Path], None]) -> None:
    make(tmp_path / name)
    started = time.process_time()
    items = list(source_at(tmp_path / name, loader).read())
    assert time.process_time() - started < SECONDS
    assert items


def test_a_code_with_more_above_it_than_any_tree_has(tmp_path: Path) -> None:
    _chain(tmp_path / "a.qda")
    items = list(source_at(tmp_path / "a.qda", "qualcoder").read())
    said = [item.message for item in items if isinstance(item, Problem) and item.message.startswith("`same` has more")]
    assert said[0] == "`same` has more than 100 codes above it, and is read without it"
    assert len(said) == MANY - 101
    kept = [item for item in items if isinstance(item, Concept) and item.parents and item.name == "same"]
    assert len(kept) == 100
