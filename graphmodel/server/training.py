"""The process that makes the ahead-of-time cache: `python -m graphmodel.server.training HOME JARS VERSION`."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import psutil
from filelock import Timeout

from graphmodel.server import local
from graphmodel.server.ahead_of_time import cache_file, discard_others, training_lock
from graphmodel.server.home import Home
from graphmodel.server.lines import LINES, ServerLine
from graphmodel.server.ports import free_ports, keep_ports
from graphmodel.server.progress import silent
from graphmodel.statements import statement, statements

LOWEST_PRIORITY: int = getattr(psutil, "IDLE_PRIORITY_CLASS", 19)
ASSEMBLY_PATIENCE_S = 300.0


def main(folder: str, jars: str, version: str) -> None:
    """Make the cache, unless another process is at it."""
    home, line = Home(Path(folder), Path(jars)), LINES[version]
    try:
        with training_lock(home).acquire(timeout=0):
            if not cache_file(home, line).exists():
                _give_way_to_others()
                train(home, line)
    except Timeout:
        return


def train(home: Home, line: ServerLine) -> None:
    """Run a server on a throwaway home, let it do what it does for a study, and keep the classes that it loaded."""
    throwaway = Home(home.ahead_of_time / "training", home.jars)
    _clear(throwaway)
    unfinished = throwaway.folder / "unfinished.aot"
    throwaway.prepare()
    keep_ports(throwaway.ports, free_ports())
    try:
        server = local.ensure_running(silent, throwaway, line, [f"-XX:AOTCacheOutput={unfinished}"])
        _exercise(server)
        local.stop(throwaway, ASSEMBLY_PATIENCE_S)
        unfinished.replace(cache_file(home, line))
        discard_others(home, line)
    finally:
        _clear(throwaway)


def _clear(throwaway: Home) -> None:
    local.stop(throwaway)
    shutil.rmtree(throwaway.folder, ignore_errors=True)


def _exercise(server: local.LocalServer) -> None:
    """The schema, and every question, of a study that is not there: they exercise the whole planner."""
    from graphmodel.database import open_running
    from graphmodel.headers import file_names, used_parameters

    with open_running(server) as database:
        database.run_schema(statements("schema"))
        for name in file_names("ask"):
            text = statement(name)
            database.read(text, {**dict.fromkeys(used_parameters(text)), "study": "none"})
    # The Browser's part of the server comes up after Bolt: it belongs into the cache too.
    time.sleep(2)


def _give_way_to_others() -> None:
    process = psutil.Process()
    process.nice(LOWEST_PRIORITY)


if __name__ == "__main__":
    main(*sys.argv[1:])
