"""SQLite projects that hold something else than a program's plain tables, for every reader and every table it reads.

What the files of `test_sqlite` show at one table is shown here at all of them.
"""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from graphmodel.errors import Problem, Severity
from loaders import sqlite
from loaders.folder import source_of
from tests.fuzz.guard import watched
from tests.loaders import golden
from tests.loaders.builders.hostile import SECRET
from tests.loaders.builders.sqlite_file import writing
from tests.loaders.reading import source_at

SAMPLES = [path for path in golden.samples() if path.read_bytes().startswith(sqlite.MAGIC)]
EACH_READER = list({path.parent.name: path for path in SAMPLES}.values())
every_reader = pytest.mark.parametrize("sample", EACH_READER, ids=lambda path: path.parent.name)
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
IN_PLACE = {
    "view": ("ALTER TABLE {0} RENAME TO kept", "CREATE VIEW {0} AS SELECT * FROM kept"),
    "endless view": ("DROP TABLE {0}", f"CREATE VIEW {{0}} AS {ENDLESS}"),
    "virtual table": ("DROP TABLE {0}", "CREATE VIRTUAL TABLE {0} USING fts5(a)"),
    "trigger": ("CREATE TRIGGER t AFTER INSERT ON {0} BEGIN DELETE FROM {0}; END",),
    "computed column": ("ALTER TABLE {0} ADD COLUMN more AS (hex(zeroblob(100000000)))",),
}


def _tables(sample: Path) -> list[str]:
    connection = sqlite3.connect(f"{sample.as_uri()}?mode=ro&immutable=1", uri=True)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    found = [row[0] for row in names]
    connection.close()
    return found


EVERY_TABLE = [(sample, table) for sample in EACH_READER for table in _tables(sample)]


def _read(sample: Path, folder: Path, *statements: str) -> list[Any]:
    path = folder / sample.name
    shutil.copyfile(sample, path)
    with writing(path) as connection:
        for statement in statements:
            connection.execute(statement)
    return _read_file(path, sample)


def _read_file(path: Path, sample: Path) -> list[Any]:
    before = path.read_bytes()
    with watched(path.parent) as watch:
        items = list(source_at(path, sample.parent.name).read())
    assert watch.wrong == []
    assert watch.seconds < 5
    assert watch.megabytes < 100
    assert path.read_bytes() == before
    return items


def _errors(items: list[Any]) -> list[str]:
    problems = [item for item in items if isinstance(item, Problem)]
    return [each.message for each in problems if each.severity is Severity.ERROR]


def _records(items: list[Any]) -> list[str]:
    """The records as text, without the places, in which the folder's name is another each time."""
    return [repr(item).partition("place=")[0] for item in items if not isinstance(item, Problem)]


@pytest.mark.parametrize("kind", IN_PLACE)
@pytest.mark.parametrize(("sample", "table"), EVERY_TABLE, ids=lambda value: getattr(value, "stem", value))
def test_what_stands_in_place_of_any_table(tmp_path: Path, sample: Path, table: str, kind: str) -> None:
    items = _read(sample, tmp_path, *(statement.format(table) for statement in IN_PLACE[kind]))
    errors = _errors(items)
    if errors:
        assert kind.split()[-1] in errors[0] or "no table" in errors[0] or "computes" in errors[0]
        assert table in errors[0]
    else:  # a table that no reader asks for
        assert _records(items) == _records(list(source_of(sample, None).read()))


@every_reader
@pytest.mark.parametrize("kind", IN_PLACE)
def test_most_of_the_tables_are_read_and_so_refused(tmp_path: Path, sample: Path, kind: str) -> None:
    refused = []
    for table in _tables(sample):
        folder = tmp_path / table
        folder.mkdir()
        items = _read(sample, folder, *(statement.format(table) for statement in IN_PLACE[kind]))
        refused += [table] if _errors(items) else []
    assert len(refused) >= 5


@every_reader
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE more (a DEFAULT (load_extension('/tmp/x')), CHECK (a > random()))",
        'CREATE TABLE more ("a"";b" TEXT, "select" TEXT)',
        f"CREATE VIEW more AS {ENDLESS}",
        "CREATE TABLE more (" + ", ".join(f"c{number}" for number in range(1_500)) + ")",
        "CREATE TEMP TABLE more (a)",
        "PRAGMA user_version = 2147483647",
    ],
)
def test_what_stands_beside_the_tables_does_no_harm(tmp_path: Path, sample: Path, statement: str) -> None:
    assert _records(_read(sample, tmp_path, statement)) == _records(list(source_of(sample, None).read()))


@every_reader
@pytest.mark.parametrize(
    "schema",
    [
        "'CREATE TABLE nonsense ('", "'SELECT load_extension(1)'", "CAST(x'ff00fe' AS TEXT)", "NULL", "''",
        "replace(sql, 'name', 'name COLLATE nowhere')", "replace(sql, 'name', 'name UNIQUE CHECK (randomblob(1e9))')",
        "'CREATE VIEW ' || name || ' AS SELECT 1'",
    ],
)  # fmt: skip
def test_a_schema_that_was_forged(tmp_path: Path, sample: Path, schema: str) -> None:
    """Nothing that a schema says is run; what SQLite cannot read is damaged."""
    tables = {"qualcoder": "code_name", "rqda": "freecode", "taguette": "tags"}
    items = _read(
        sample, tmp_path, "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = {schema} WHERE name = '{tables[sample.parent.name]}'",
    )  # fmt: skip
    assert _errors(items) or _records(items) == _records(list(source_of(sample, None).read()))


@every_reader
def test_changes_that_wait_beside_the_file_are_not_followed(tmp_path: Path, sample: Path) -> None:
    """Neither a log nor a hot journal, nor a link in its place, is opened."""
    (tmp_path / "secret").write_text(SECRET)
    inside = tmp_path / "study"
    inside.mkdir()
    path = inside / sample.name
    shutil.copyfile(sample, path)
    for suffix in ("-wal", "-journal", "-shm"):
        (inside / (sample.name + suffix)).symlink_to(tmp_path / "secret")
    items = _read_file(path, sample)
    assert _records(items) == _records(list(source_of(sample, None).read()))
    assert SECRET not in repr(items)
    assert sum("are not read" in item.message for item in items if isinstance(item, Problem)) == 2


@pytest.mark.parametrize("scheme", ["linked:", "docs:", "images:", "", "/docs/../../", "file://"])
def test_files_that_a_qualcoder_project_names_are_not_opened(tmp_path: Path, scheme: str) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    inside = tmp_path / "study"
    inside.mkdir()
    sample = next(path for path in SAMPLES if path.parent.name == "qualcoder")
    named = f"{scheme}{tmp_path / 'secret.txt'}"
    items = _read(sample, inside, f"UPDATE source SET mediapath = '{named}', fulltext = NULL")
    assert SECRET not in repr(items)
    assert _errors(items) == []


@every_reader
@pytest.mark.parametrize("text", ["x'ff'", "x'61ff62'", "x'eda080'", "x'00'", "zeroblob(70000000)"])
def test_text_that_is_none(tmp_path: Path, sample: Path, text: str) -> None:
    tables = {"qualcoder": "code_name", "rqda": "freecode", "taguette": "documents"}
    items = _read(
        sample, tmp_path, f"UPDATE {tables[sample.parent.name]} SET name = CAST({text} AS TEXT) WHERE rowid = 1"
    )
    assert all("\x00" not in repr(item) for item in items)
    assert all(repr(item).encode() for item in items)
    assert bool(_errors(items)) == ("zeroblob" in text)
