"""The ports of the local server: the usual ones if they are free at its first start, else others; then kept."""

from __future__ import annotations

import json
import socket
from dataclasses import asdict, dataclass
from pathlib import Path

from graphmodel.server.files import write_whole

LOOPBACK = "127.0.0.1"
USUAL_BOLT = 7687
USUAL_HTTP = 7474


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the server listens on loopback."""

    bolt: int
    http: int


def choose_ports(file: Path) -> Ports:
    """The kept ports, at first the usual ones, where they are free, else any free ones; notes the choice in `file`."""
    kept = kept_ports(file) or Ports(USUAL_BOLT, USUAL_HTTP)
    ports = Ports(free_or_other(kept.bolt), free_or_other(kept.http))
    keep_ports(file, ports)
    return ports


def keep_ports(file: Path, ports: Ports) -> None:
    """Note the ports for the next start."""
    write_whole(file, json.dumps(asdict(ports)))


def free_ports() -> Ports:
    """Two ports that nobody listens on."""
    return Ports(_any_free(), _any_free())


def kept_ports(file: Path) -> Ports | None:
    """The ports of earlier starts, where there are any."""
    try:
        return Ports(**json.loads(file.read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def free_or_other(port: int) -> int:
    """The port itself where nobody listens on it, else one that is free."""
    return port if is_free(port) else _any_free()


def is_free(port: int) -> bool:
    """Whether a server could listen on the port: nobody answers there on either loopback, and it can be bound."""
    if any(_answers(address, port) for address in (LOOPBACK, "::1")):
        return False
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def _answers(address: str, port: int) -> bool:
    try:
        with socket.create_connection((address, port), timeout=0.5):
            return True
    except OSError:
        return False


def _any_free() -> int:
    with socket.socket() as chosen:
        chosen.bind((LOOPBACK, 0))
        return int(chosen.getsockname()[1])
