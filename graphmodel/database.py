"""The only way to the graph: one driver, reads in READ mode, writes in managed transactions, bookmarks kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, LiteralString, Self, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, GraphDatabase, ManagedTransaction, Session

from graphmodel import server
from graphmodel.driver_errors import explained
from graphmodel.errors import GraphmodelError
from graphmodel.server import LocalServer, Progress, silent
from graphmodel.settings import Settings
from graphmodel.statements import statement
from graphmodel.versions import check_version

T = TypeVar("T")
PATIENCE_S = {"loopback": 5.0, "remote": 30.0}


class Database:
    """A connection to one graph. Use it in a `with` block, or call `close`.

    `notice` is what the user should be told once: that a server was started and how to end it, or None.
    """

    def __init__(self, driver: Driver, settings: Settings, *, remote: bool = False, notice: str | None = None) -> None:
        self.settings = settings
        self.notice = notice
        self._driver = driver
        self._bookmarks = GraphDatabase.bookmark_manager()
        self._remote = remote

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections. The server goes on."""
        self._driver.close()

    def read(self, query: LiteralString, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a statement in READ mode: the server refuses it if it would write.

        Nodes are the mappings of their properties. Raises GraphmodelError where the server refuses or is gone.
        """
        return self.reading(lambda tx: tx.run(query, dict(parameters or {})).data())

    def reading(self, work: Callable[[ManagedTransaction], T]) -> T:
        """What `work` returns, run in a transaction in READ mode; run again on transient errors."""
        with self._session(READ_ACCESS) as session:
            return session.execute_read(work)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """What `work` returns, run in one transaction that is committed whole; run again on transient errors.

        Raises GraphmodelError where nothing was written, or where `permit_writing` would.
        """
        self.permit_writing()
        with self._session(WRITE_ACCESS) as session:
            return session.execute_write(work)

    def run_schema(self, statements: Iterable[LiteralString]) -> None:
        """Run statements that change constraints and indexes, each in its own transaction, and await the indexes."""
        self.permit_writing()
        with self._session(WRITE_ACCESS) as session:
            for change in statements:
                session.run(change).consume()
            session.run(statement("read/await_indexes")).consume()

    def permit_writing(self, *, remote: bool = False) -> str | None:
        """Ask whether the study may be written to the server; `remote` says that the user allows it from now on.

        Returns a sentence that names the host where it does, None on loopback. Raises GraphmodelError where
        it may not: nobody allowed it, or the connection is not encrypted.
        """
        self._remote = self._remote or remote
        if self.settings.is_loopback:
            return None
        if not self._remote:
            raise GraphmodelError(
                f"this would write the study to another machine: `{self.settings.host}`",
                "add `--remote`, or `remote: allowed` in study.yaml, if it may leave this one",
            )
        if not self.settings.is_encrypted:
            raise GraphmodelError(
                f"the connection to `{self.settings.host}` is not encrypted, so nothing is written there",
                "use an address that begins with neo4j+s:// or bolt+s://",
            )
        return f"writing to {self.settings.host}"

    @contextmanager
    def _session(self, mode: str) -> Iterator[Session]:
        with (
            explained(self.settings),
            self._driver.session(
                database=self.settings.database, default_access_mode=mode, bookmark_manager=self._bookmarks
            ) as session,
        ):
            yield session


def open_database(
    settings: Settings | None, progress: Progress = silent, *, remote: bool = False, patience_s: float | None = None
) -> Database:
    """Connect, and see that there is a Neo4j of a version that will do. None means the local one, started if need be.

    `remote` allows writing to a server that is not on loopback. `patience_s` bounds the wait for a server that does not
    answer, where the usual patience is too long. Raises GraphmodelError where no server is
    there, the password is wrong, or the server is too old.
    """
    if settings:
        return _connect(settings, remote=remote, notice=None, patience_s=patience_s)
    return open_running(server.ensure_running(progress))


def open_running(local: LocalServer) -> Database:
    """Connect to a local server that runs."""
    notice = (
        f"a local Neo4j now runs at {local.http_url}; `graphmodel server stop` ends it" if local.started_now else None
    )
    return _connect(Settings(local.bolt_uri, local.username, local.password), remote=False, notice=notice)


def _connect(settings: Settings, *, remote: bool, notice: str | None, patience_s: float | None = None) -> Database:
    driver = _open_driver(settings, patience_s)
    try:
        with explained(settings):
            check_version(driver.get_server_info().agent, settings)
    except GraphmodelError:
        driver.close()
        raise
    return Database(driver, settings, remote=remote, notice=notice)


def _open_driver(settings: Settings, patience_s: float | None) -> Driver:
    retries_s = PATIENCE_S["loopback" if settings.is_loopback else "remote"]
    return GraphDatabase.driver(
        settings.uri,
        auth=(settings.username, settings.password) if settings.password else None,
        telemetry_disabled=True,
        max_transaction_retry_time=patience_s or retries_s,
        connection_timeout=patience_s or 10.0,
        connection_acquisition_timeout=patience_s or 60.0,
        warn_notification_severity="OFF",
        notifications_min_severity="OFF",
    )
