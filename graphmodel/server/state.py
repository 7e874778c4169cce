"""Which process serves a home: a note that is believed only as far as the process table bears it out."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

import psutil

from graphmodel.server.files import write_whole
from graphmodel.server.home import Home, unusable_folder
from graphmodel.server.lines import chosen_line
from graphmodel.server.ports import Ports, kept_ports

SAME_MOMENT_S = 2.0


@dataclass(frozen=True, slots=True)
class ServerState:
    """A server process: its id and the time it was made (seconds since the epoch), its version and ports."""

    pid: int
    created: float
    version: str
    bolt_port: int
    http_port: int
    log_offset: int = 0

    @property
    def ports(self) -> Ports:
        """Where it listens."""
        return Ports(self.bolt_port, self.http_port)


def home_argument(home: Home) -> str:
    """The argument by which a server process shows which home it serves."""
    return f"--home-dir={home.neo4j}"


def write_state(home: Home, state: ServerState) -> None:
    """Note the process that now serves the home."""
    write_whole(home.state, json.dumps(asdict(state)))


def running_server(home: Home) -> tuple[ServerState, psutil.Process] | None:
    """The noted server and its process, where the process is still that server; else None.

    A process that took over the id after a crash or a reboot is told apart by its time of creation and by
    its command line.
    """
    state = _noted(home)
    if state is None:
        return None
    try:
        process = psutil.Process(state.pid)
        same = abs(process.create_time() - state.created) < SAME_MOMENT_S and serves(process, home)
        return (state, process) if same else None
    except psutil.Error:
        return None


def adopt_orphan(home: Home) -> tuple[ServerState, psutil.Process] | None:
    """A server of this home that nobody noted, as when its starter died at once; notes it. Looks at every process."""
    ports = kept_ports(home.ports)
    if ports is None:
        return None
    for process in psutil.process_iter(["cmdline"]):
        if home_argument(home) in (process.info["cmdline"] or ()):
            state = ServerState(process.pid, process.create_time(), chosen_line().version, ports.bolt, ports.http)
            write_state(home, state)
            return state, process
    return None


def serves(process: psutil.Process, home: Home) -> bool:
    """Whether the process is a server of this home."""
    return home_argument(home) in process.cmdline()


def _noted(home: Home) -> ServerState | None:
    try:
        return ServerState(**json.loads(home.state.read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError):
        return None
    except PermissionError as error:
        raise unusable_folder(home.folder, error) from error
