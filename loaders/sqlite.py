"""SQLite files of other programs, opened so that a hostile or broken one costs a message and no more.

Opened read-only and immutable; nothing but SELECT on plain tables is allowed. Bounds: a cell, `MAX_CELL_BYTES`; all
text of a file, `MAX_TEXT_BYTES`; rows, `MAX_ROWS`; work, `MAX_STEPS` instructions of SQLite's own machine.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from graphmodel.errors import Place, Problem, Severity
from loaders.format import Unrecognised
from loaders.safety import MAX_UNPACKED_BYTES, MEGABYTE, UnreadableError
from loaders.sqlite_row import Row

MAGIC = b"SQLite format 3\x00"
MAX_CELL_BYTES = 64 * MEGABYTE
MAX_TEXT_BYTES = MAX_UNPACKED_BYTES
MAX_ROWS = 5_000_000
MAX_STEPS = 1_000_000_000
_HEADER_BYTES = 100
_STEPS_A_LOOK = 100_000
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})


class Database:
    """One SQLite file while it is read; a context manager. What cannot be read raises UnreadableError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.otherwise_encoded = 0
        self._steps = self._text_bytes = self._rows = 0
        self._refuse_cut_off()
        try:
            self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self._restrict()
            self.kinds, self._triggers = self._schema()
        except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
            self._refuse_damaged(error)

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def _restrict(self) -> None:
        connection = self._connection
        connection.text_factory = self._decoded
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL_BYTES)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.set_progress_handler(self._look, _STEPS_A_LOOK)
        for setting in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON", "mmap_size = 0"):
            connection.execute(f"PRAGMA {setting}").close()
        connection.set_authorizer(_authorise)

    def _refuse_cut_off(self) -> None:
        """SQLite itself reads what is missing at the end of a long text as zeros."""
        try:
            with self.path.open("rb") as file:
                head, size = file.read(_HEADER_BYTES), file.seek(0, 2)
        except OSError as error:
            self._refuse(
                f"cannot be read ({(error.strerror or 'no reason given').lower()})", "See that you may read it"
            )
        page, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
        if head.startswith(MAGIC) and head[24:28] == head[92:96] and pages * (page if page > 1 else 65_536) > size:
            self._refuse("is cut off: its end is missing", "Copy it again from where it is whole")

    def _look(self) -> int:
        self._steps += _STEPS_A_LOOK
        return int(self._steps > MAX_STEPS)

    def _decoded(self, content: bytes) -> str:
        self._text_bytes += len(content)
        if self._text_bytes > MAX_TEXT_BYTES:
            self._refuse(f"holds more than {MAX_TEXT_BYTES // MEGABYTE} MB of text", "Export a part of the project")
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            self.otherwise_encoded += 1
            text = content.decode("cp1252", "replace")
        return text.replace("\x00", "\N{REPLACEMENT CHARACTER}")

    def _schema(self) -> tuple[dict[str, str], frozenset[str]]:
        """What stands under each name (table, view, virtual table), and the tables that have triggers."""
        kinds: dict[str, str] = {}
        triggers: set[str] = set()
        query = "SELECT type, name, tbl_name, sql FROM sqlite_master"
        for kind, name, table, sql in self._connection.execute(query):
            virtual = isinstance(sql, str) and " ".join(sql[:60].split()).upper().startswith("CREATE VIRTUAL")
            if kind == "trigger":
                triggers.add(str(table).casefold())
            elif kind in ("table", "view"):
                kinds[str(name).casefold()] = "virtual table" if virtual else kind
        return kinds, frozenset(triggers)

    def has(self, table: str) -> bool:
        """Tell whether the file holds something of this name."""
        return table.casefold() in self.kinds

    def require(self, program: str, *tables: str) -> None:
        """Raise UnreadableError where one of the tables that a program always makes is missing."""
        missing = [table for table in tables if not self.has(table)]
        if missing:
            self._refuse(f"holds no {program} project: it has no table `{missing[0]}`", "See that it is the whole file")

    def rows(self, table: str, *columns: str) -> Iterator[Row]:
        """The rows of a table in the order of their rowid, with these columns; none where there is no such table."""
        if not self.has(table):
            return
        self._refuse_unplain(table)
        try:
            there = self._columns(table)
            wanted = [column for column in columns if column.casefold() in there]
            listed = ", ".join(["rowid", *(f'"{column}"' for column in wanted)])
            with closing(self._connection.execute(f'SELECT {listed} FROM "{table}" ORDER BY rowid')) as found:
                for number, *cells in found:
                    self._count_row()
                    yield Row(self.path, table, number, dict(zip(wanted, cells, strict=True)))
        except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
            self._refuse_damaged(error, table)

    def _columns(self, table: str) -> set[str]:
        facts = self._connection.execute(f'PRAGMA table_xinfo("{table}")').fetchall()
        for _, name, *_, hidden in facts:
            if hidden:
                self._refuse(f"computes the column `{name}` of {table} instead of keeping it", _UNTOUCHED)
        return {str(name).casefold() for _, name, *_ in facts}

    def _refuse_unplain(self, table: str) -> None:
        kind = self.kinds[table.casefold()]
        if kind != "table":
            self._refuse(f"has a {kind} in place of the table `{table}`", _UNTOUCHED)
        if table.casefold() in self._triggers:
            self._refuse(f"has a trigger on the table `{table}`", _UNTOUCHED)

    def _count_row(self) -> None:
        self._rows += 1
        if self._rows > MAX_ROWS:
            self._refuse(f"holds more than {MAX_ROWS:,} rows", "Export a part of the project")

    def _refuse_damaged(self, error: Exception, table: str | None = None) -> NoReturn:
        if self._steps > MAX_STEPS:
            self._refuse("takes more work to read than any project does", _UNTOUCHED)
        where = f" in the table `{table}`" if table else ""
        hint = "Open it in the program that made it and save a copy; a sound copy can be read"
        self._refuse(f"is damaged or no SQLite database{where} ({str(error)[:200] or type(error).__name__})", hint)

    def _refuse(self, what: str, hint: str) -> NoReturn:
        raise UnreadableError(Problem(Severity.ERROR, f"the file {what}", Place(self.path), hint))

    def problems(self) -> Iterator[Problem]:
        """What there is to say of the file once it was read."""
        for suffix in ("-wal", "-journal"):
            beside = self.path.with_name(self.path.name + suffix)
            if beside.is_file() and beside.stat().st_size:
                message = f"changes that wait in {beside.name} are not read"
                yield Problem(
                    Severity.FLAG, message, Place(self.path), "Close the program that has it open, load again"
                )
        if self.otherwise_encoded:
            message = f"{self.otherwise_encoded} texts are not UTF-8 and were read as Windows-1252"
            yield Problem(Severity.NOTE, message, Place(self.path), "See whether letters with accents look right")


_UNTOUCHED = "The program that makes such files never does this: ask whoever sent it for an untouched copy"


def _authorise(action: int, first: str | None, *_: str | None) -> int:
    allowed = action in _ALLOWED or (action == sqlite3.SQLITE_PRAGMA and first == "table_xinfo")
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def holds(file: Unrecognised, suffixes: tuple[str, ...], *tables: str) -> bool:
    """Tell whether the file is an SQLite database with these tables; one whose tables cannot be listed is judged by its
    suffix."""
    held = file.found(_tables_of) if file.head.startswith(MAGIC) else None
    return file.suffix in suffixes if held is None else held.issuperset(tables)


def _tables_of(path: Path) -> frozenset[str] | None:
    """The tables of a database, names in lower case; None where they cannot be told."""
    try:
        with Database(path) as database:
            return frozenset(database.kinds)
    except UnreadableError:
        return None
