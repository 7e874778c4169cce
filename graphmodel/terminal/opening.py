"""Opens the graph for a command and tells on stderr what that brought about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graphmodel import server
from graphmodel.database import Database, open_database
from graphmodel.terminal.options import Connection, settings_of
from graphmodel.terminal.progress import progress_line
from graphmodel.terminal.streams import stderr, words


@contextmanager
def opened(connection: Connection, *, writes: bool = False) -> Iterator[tuple[Database, server.Progress]]:
    """The graph that the options name, closed at the end, and what long work tells how far it is.

    `writes` says first to which other machine the study goes. Once the local server has answered, later starts of
    it are made faster in the background.
    """
    settings = settings_of(connection)
    with progress_line() as starting:
        database = open_database(settings, starting, remote=connection.remote)
    with database, progress_line() as progress:
        tell(database.notice)
        tell(database.permit_writing() if writes and connection.remote else None)
        yield database, progress
        if writes and not connection.remote and not database.settings.is_loopback:
            tell(f"written to {database.settings.host}, as study.yaml allows")
    if settings is None:
        server.prepare_faster_starts()


def tell(sentence: str | None) -> None:
    """Says something beside the answer, where there is something to say."""
    if sentence:
        stderr().print(words(sentence, "dim"))
