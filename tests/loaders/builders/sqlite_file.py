"""SQLite files that tests write: small pages, and no waiting for the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection whose changes are kept at the end."""
    with closing(sqlite3.connect(path)) as connection:
        for setting in ("page_size = 512", "synchronous = OFF", "journal_mode = MEMORY"):
            connection.execute(f"PRAGMA {setting}")
        yield connection
        connection.commit()


def changed(path: Path, *statements: str) -> Path:
    """The file, made where it is not there, after these statements."""
    with writing(path) as connection:
        for statement in statements:
            connection.execute(statement)
    return path
