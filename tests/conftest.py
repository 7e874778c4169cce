"""One Neo4j for the whole run, started by the project's own code, and an empty graph for each test that asks for one.

The server's version is GRAPHMODEL_SERVER_LINE's (see `make test-lts`). Where NEO4J_URI names a server, that one is
used instead, and refused where it holds anything.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from graphmodel import server
from graphmodel.database import Database, open_database, open_running
from graphmodel.server.home import HOME_VARIABLE, JARS_VARIABLE
from graphmodel.server.ports import free_ports, keep_ports
from graphmodel.settings import Settings, resolve_settings

BATCH = 20_000
DELETE_BATCH = "MATCH (n) WITH n LIMIT $batch DETACH DELETE n RETURN count(*) AS deleted"
COUNT_NODES = "MATCH (n) RETURN count(n) AS nodes"


@pytest.fixture(scope="session")
def environment() -> Iterator[None]:
    """A home of the run's own, so that no test meets the user's server; the jars are kept from run to run."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="graphmodel-tests-") as folder:
        patch.setenv(HOME_VARIABLE, folder)
        patch.setenv("GRAPHMODEL_AOT", "off")
        if JARS_VARIABLE not in os.environ:
            patch.setenv(JARS_VARIABLE, str(platformdirs.user_cache_path("graphmodel", appauthor=False) / "jars"))
        yield


@pytest.fixture(scope="session")
def local_server(environment: None) -> Iterator[server.LocalServer]:
    """The run's own server."""
    home = server.chosen_home()
    home.prepare()
    keep_ports(home.ports, free_ports())
    yield server.ensure_running()
    server.stop()


@pytest.fixture(scope="session")
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """The connection that all tests share. What they find in the graph is whatever the last one left."""
    foreign = resolve_settings()
    with _foreign(foreign) if foreign else open_running(request.getfixturevalue("local_server")) as opened:
        yield opened


@pytest.fixture
def graph(database: Database) -> Database:
    """The shared connection to a graph that holds no node. Constraints and indexes stay."""
    while _delete_batch(database) == BATCH:
        continue
    return database


def _foreign(settings: Settings) -> Database:
    opened = open_database(settings, remote=True)
    held = opened.read(COUNT_NODES)[0]["nodes"]
    if held:
        opened.close()
        pytest.exit(f"{settings.uri} holds {held} nodes: the tests delete everything, so they need an empty server", 2)
    return opened


def _delete_batch(database: Database) -> int:
    return database.write(lambda tx: int(tx.run(DELETE_BATCH, batch=BATCH).single(strict=True)["deleted"]))


@pytest.fixture
def home(environment: None, tmp_path: Path) -> Iterator[server.Home]:
    """A home that no server has used yet, with the jars of the whole run; a server started there is ended."""
    unused = server.Home(tmp_path / "home", server.chosen_home().jars)
    yield unused
    server.stop(unused)
