from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.errors import GraphmodelError, Problem, Severity
from loaders import sqlite
from loaders.folder import source_of
from loaders.safety import UnreadableError
from loaders.sqlite import Database
from tests.loaders.builders import qualcoder, rqda, taguette
from tests.loaders.builders.sqlite_file import changed, writing
from tests.loaders.reading import read_file, source_at

BUILDERS: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "qualcoder": ("a.qda", qualcoder.build),
    "rqda": ("a.rqda", rqda.build),
    "taguette": ("a.sqlite3", taguette.build),
}
CODED = {"qualcoder": "code_text", "rqda": "coding", "taguette": "highlights"}


def _built(folder: Path, loader: str, *statements: str) -> Path:
    name, build = BUILDERS[loader]
    return changed(build(folder / name), *statements)


def _errors(path: Path, loader: str) -> list[str]:
    return [each.message for each in read_file(path, loader)[1] if each.severity is Severity.ERROR]


def _numbers(path: Path) -> list[Any]:
    with Database(path) as database:
        return [row.whole("n") for row in database.rows("t", "n")]


@pytest.mark.parametrize("loader", BUILDERS)
def test_a_file_of_a_program_is_recognised_by_its_tables_whatever_its_name(tmp_path: Path, loader: str) -> None:
    path = _built(tmp_path, loader)
    assert source_of(path, None).format.module == f"loaders.{loader}"
    assert source_of(path.rename(tmp_path / "renamed.db"), None).format.module == f"loaders.{loader}"


@pytest.mark.parametrize("loader", BUILDERS)
@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("ALTER TABLE {0} RENAME TO kept; CREATE VIEW {0} AS SELECT * FROM kept", "has a view in place of the table"),
        ("DROP TABLE {0}; CREATE VIRTUAL TABLE {0} USING fts5(a)", "has a virtual table in place of the table"),
        ("CREATE TRIGGER x AFTER INSERT ON {0} BEGIN SELECT 1; END", "has a trigger on the table"),
        ("ALTER TABLE {0} ADD COLUMN more AS (zeroblob(1000000000))", "computes the column `more`"),
        ("DROP TABLE {0}", "has no table"),
    ],
)
def test_what_stands_in_place_of_a_table_is_refused(tmp_path: Path, loader: str, statement: str, said: str) -> None:
    path = _built(
        tmp_path, loader, *statement.format(CODED[loader]).split("; ", 1 if "TRIGGER" not in statement else 0)
    )
    (message,) = _errors(path, loader)
    assert said in message
    assert CODED[loader] in message or "more" in message


def test_views_and_triggers_that_no_reader_meets_do_no_harm(tmp_path: Path) -> None:
    path = _built(tmp_path, "rqda", "CREATE VIEW mine AS SELECT name FROM freecode")
    assert _errors(path, "rqda") == []


@pytest.mark.parametrize(
    ("bound", "value", "said"),
    [
        ("MAX_CELL_BYTES", 60, "too big"),
        ("MAX_TEXT_BYTES", 200, "MB of text"),
        ("MAX_ROWS", 3, "holds more than 3 rows"),
        ("MAX_STEPS", 10, "more work to read"),
    ],
)
@pytest.mark.parametrize("loader", BUILDERS)
def test_the_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loader: str, bound: str, value: int, said: str
) -> None:
    path = _built(tmp_path, loader)
    assert _errors(path, loader) == []
    monkeypatch.setattr(sqlite, "_STEPS_A_LOOK", 20)
    monkeypatch.setattr(sqlite, bound, value)
    assert any(said in message for message in _errors(path, loader))


@pytest.mark.parametrize("loader", BUILDERS)
def test_truncated_files_and_random_bytes_end_in_a_message(tmp_path: Path, loader: str) -> None:
    whole = _built(tmp_path, loader).read_bytes()
    chance = random.Random(loader)
    path = tmp_path / f"b{BUILDERS[loader][0][1:]}"
    cut = [whole[: chance.randrange(1, len(whole))] for _ in range(20)]
    noise = [chance.randbytes(3000), sqlite.MAGIC, sqlite.MAGIC + chance.randbytes(5000), whole[:100] + bytes(4000)]
    for content in (*cut, *noise):
        path.write_bytes(content)
        items = list(source_at(path, loader).read())
        assert any(isinstance(item, Problem) and item.severity is Severity.ERROR for item in items)


@pytest.mark.parametrize("loader", BUILDERS)
def test_what_is_no_file_with_content_is_refused(tmp_path: Path, loader: str) -> None:
    path = tmp_path / BUILDERS[loader][0]
    path.write_bytes(b"")
    with pytest.raises(GraphmodelError, match="is empty"):
        source_of(path, None)
    path.unlink()
    path.mkdir()
    with pytest.raises(GraphmodelError, match="is a folder"):
        source_of(path, None)


def test_other_databases_are_claimed_by_nobody(tmp_path: Path) -> None:
    path = changed(tmp_path / "a.db", "CREATE TABLE t (n)")
    with pytest.raises(GraphmodelError, match="no format"):
        source_of(path, None)


def test_nothing_is_written_and_what_waits_beside_the_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "odd ?#% name.rqda"
    rqda.build(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("UPDATE source SET name = 'changed' WHERE id = 1")
        connection.commit()
        before = {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in tmp_path.iterdir()}
        records, problems = read_file(path, "rqda")
        after = {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in tmp_path.iterdir()}
    assert before == after
    assert not any("changed" in repr(record) for record in records)
    assert f"changes that wait in {path.name}-wal are not read" in [each.message for each in problems]


def test_texts_in_other_encodings_are_read(tmp_path: Path) -> None:
    path = changed(
        tmp_path / "a.db",
        "PRAGMA encoding = 'UTF-16le'",
        "CREATE TABLE t (n)",
        "INSERT INTO t VALUES ('Åsa 😀'), (CAST(x'4100e9004200' AS TEXT))",
    )
    with Database(path) as database:
        assert [row.text("n") for row in database.rows("t", "n")] == ["Åsa 😀", "AéB"]
        assert list(database.problems()) == []
    path = changed(tmp_path / "b.db", "CREATE TABLE t (n)", "INSERT INTO t VALUES (CAST(x'41e9420043' AS TEXT))")
    with Database(path) as database:
        assert [row.raw("n") for row in database.rows("t", "n")] == ["AéB\N{REPLACEMENT CHARACTER}C"]
        assert [each.severity for each in database.problems()] == [Severity.NOTE]


def test_whole_numbers_however_they_are_stored(tmp_path: Path) -> None:
    values = "(1), (2.0), ('3'), (' 4 '), ('-5'), (NULL), ('six'), (7.5), (x'08'), (9e300), (-9e300), ('99999999999999999999')"
    path = changed(tmp_path / "a.db", "CREATE TABLE t (n)", f"INSERT INTO t VALUES {values}")
    assert _numbers(path) == [1, 2, 3, 4, -5, None, None, None, None, None, None, None]


def test_nothing_but_reading_is_allowed(tmp_path: Path) -> None:
    path = changed(tmp_path / "a.db", "CREATE TABLE t (n)", "INSERT INTO t VALUES (1)")
    with Database(path) as database:
        for statement in (
            "DELETE FROM t",
            "ATTACH ':memory:' AS x",
            "PRAGMA writable_schema = ON",
            "SELECT hex(n) FROM t",
        ):
            with pytest.raises(sqlite3.DatabaseError, match=r"not authorized|prohibited"):
                database._connection.execute(statement)
        assert list(database.rows("absent", "n")) == []
    with pytest.raises(UnreadableError):
        Database(tmp_path / "absent.db")


CELLS = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.binary(max_size=20),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.sampled_from(["", " ", "\x00", ">", "a > b", "2024-13-45", "[" * 50, "\ufeff", "1", "-1", "👩🏽\u200d🦰"]),
)


@pytest.mark.parametrize("loader", BUILDERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_the_cells_hold_reading_ends(tmp_path: Path, loader: str, data: st.DataObject) -> None:
    path = tmp_path / BUILDERS[loader][0]
    path.unlink(missing_ok=True)
    BUILDERS[loader][1](path)
    with writing(path) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables = sorted(set(tables) - {"sqlite_sequence"})
        connection.execute("PRAGMA legacy_alter_table = ON")
        for table in tables:
            connection.execute(f"CREATE TABLE free AS SELECT * FROM {table}")
            connection.execute(f"DROP TABLE {table}")
            connection.execute(f"ALTER TABLE free RENAME TO {table}")
        for _ in range(data.draw(st.integers(1, 6))):
            table = data.draw(st.sampled_from(tables))
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            column = data.draw(st.sampled_from(columns))
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid % 2", (data.draw(CELLS),))
    items = list(source_at(path, loader).read())
    assert items
    assert all(repr(item).encode() for item in items)
