"""A Neo4j of the measurement's own: benchmarks empty the graph, and must never meet anybody's study."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

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


def in_a_process(module: str, path: Path, database: Database) -> Any:
    """What `python -m MODULE --child PATH` prints as JSON, run against the same server in a process of its own."""
    used = database.settings
    environment = {**os.environ, "NEO4J_URI": used.uri, "NEO4J_PASSWORD": used.password or ""}
    return json.loads(subprocess.check_output([sys.executable, "-m", module, "--child", str(path)], env=environment))
