"""A Neo4j of the measurement's own: benchmarks empty the graph, and must never meet anybody's study."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphmodel import server
from graphmodel.database import Database, open_database
from graphmodel.server.ports import free_ports, keep_ports
from graphmodel.settings import Settings


@contextmanager
def own_server(folder: Path) -> Iterator[tuple[Database, server.Home]]:
    """Start a server with its home in `folder`, with the user's jars, and stop it in the end."""
    home = server.Home(folder / "home", server.chosen_home().jars)
    home.prepare()
    keep_ports(home.ports, free_ports())
    local = server.ensure_running(home=home)
    try:
        with open_database(Settings(local.bolt_uri, local.username, local.password)) as database:
            yield database, home
    finally:
        server.stop(home)
