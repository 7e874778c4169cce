"""Changes of SQLite files: of cells and of tables, through SQL, and of their bytes."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from functools import lru_cache

from hypothesis import strategies as st

from tests.fuzz import pieces
from tests.fuzz.pieces import SIGNS, Draw

MAGIC = b"SQLite format 3\x00"
VALUES = (
    None, -1, 0, 1, 2, 2**31, 2**63 - 1, -(2**63), 1.5, -0.0, 1e308, float("inf"), "", " ", "NaN", "1", "a > b", "a.b", "a/b",
    *SIGNS,
    *(sign.decode("utf-8", "replace") for sign in SIGNS),
)  # fmt: skip
SCHEMA_CHANGES = (
    "DROP TABLE {table}",
    "ALTER TABLE {table} RENAME TO kept; CREATE VIEW {table} AS SELECT * FROM kept",
    "DROP TABLE {table}; CREATE VIEW {table} AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
    "DROP TABLE {table}; CREATE VIRTUAL TABLE {table} USING fts5(a)",
    "CREATE TRIGGER t AFTER INSERT ON {table} BEGIN DELETE FROM {table}; END",
    "ALTER TABLE {table} DROP COLUMN {column}",
    "ALTER TABLE {table} RENAME COLUMN {column} TO other",
    "ALTER TABLE {table} ADD COLUMN more AS (zeroblob(1000000))",
    "DELETE FROM {table}",
    "INSERT INTO {table} SELECT * FROM {table}",
    "UPDATE {table} SET {column} = rowid",
    "UPDATE {table} SET rowid = rowid * 1000000007",
    "UPDATE {table} SET rowid = -rowid",
    "CREATE TABLE sub AS SELECT * FROM {table}; DROP TABLE {table}; CREATE TABLE {table} (x PRIMARY KEY) WITHOUT ROWID",
    "PRAGMA user_version = 99",
)  # fmt: skip


@lru_cache(maxsize=16)
def unbound(content: bytes) -> bytes:
    """The database with every table made anew without types, keys and constraints, so that cells take any value."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        connection.execute("PRAGMA legacy_alter_table = ON")  # else a view of the table that is gone stops the renaming
        for table in _tables(connection):
            connection.execute(f'CREATE TABLE free AS SELECT * FROM "{table}"')
            connection.execute(f'DROP TABLE "{table}"')
            connection.execute(f'ALTER TABLE free RENAME TO "{table}"')
        connection.commit()
        return connection.serialize()


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return sorted(row[0] for row in found)


def changed(draw: Draw, content: bytes, other: bytes) -> bytes:
    """The database after changes of cells and tables, or of its bytes."""
    if draw(st.integers(0, 5)) == 0:
        return pieces.changed(draw, content, other)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(unbound(content))
        connection.text_factory = bytes
        for _ in range(draw(st.integers(1, 6))):
            with suppress(sqlite3.Error):  # what was changed before may be damage already
                _change(draw, connection)
        connection.commit()
        return connection.serialize()


def _change(draw: Draw, connection: sqlite3.Connection) -> None:
    tables = [name.decode() for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    tables = sorted(name for name in tables if not name.startswith("sqlite_"))
    if not tables:
        return
    table = draw(st.sampled_from(tables))
    columns = [row[1].decode() for row in connection.execute(f'PRAGMA table_info("{table}")')]
    column = draw(st.sampled_from(columns))
    if draw(st.integers(0, 4)) == 0:
        _change_schema(connection, draw(st.sampled_from(SCHEMA_CHANGES)), f'"{table}"', f'"{column}"')
        return
    held = [row[0] for row in connection.execute(f'SELECT "{column}" FROM "{table}" LIMIT 50')]
    numbers = _numbers(connection, table)
    value = _value(draw, held)
    where = f"rowid = {draw(st.sampled_from(numbers))}" if numbers and draw(st.integers(0, 3)) else "1"
    as_text = "CAST(? AS TEXT)" if isinstance(value, bytes) and draw(st.booleans()) else "?"
    with suppress(sqlite3.Error):
        connection.execute(f'UPDATE "{table}" SET "{column}" = {as_text} WHERE {where}', (value,))


def _numbers(connection: sqlite3.Connection, table: str) -> list[int]:
    """The numbers of a table's first rows; none of a table whose rows have no numbers."""
    with suppress(sqlite3.Error):
        return [row[0] for row in connection.execute(f'SELECT rowid FROM "{table}" LIMIT 50')]
    return []


def _change_schema(connection: sqlite3.Connection, change: str, table: str, column: str) -> None:
    """Some changes fit some tables alone: the last column cannot be dropped, a view has none."""
    with suppress(sqlite3.Error):
        for statement in change.split("; ") if "TRIGGER" not in change else [change]:
            connection.execute(statement.format(table=table, column=column))


def _value(draw: Draw, held: list[object]) -> object:
    """A value that trips parsers, one of another row, or a cell's own text after changes."""
    texts = [value for value in held if isinstance(value, bytes) and value]
    choice = draw(st.integers(0, 2))
    if choice == 0 and texts:
        return pieces.changed(draw, draw(st.sampled_from(texts)))
    return draw(st.sampled_from(held if choice == 1 and held else VALUES))
