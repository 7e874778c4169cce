"""How the local Neo4j is, for a person and as data."""

from __future__ import annotations

from pathlib import Path

from graphmodel import server
from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.streams import stdout, words


def status_sheet(status: server.Status) -> Sheet:
    """What `server status` shows."""
    data = {
        "running": status.pid is not None,
        "version": status.version,
        "address": status.bolt_uri,
        "browser": status.http_url,
        "process": status.pid,
        "memory": f"{status.resident_bytes / 1e6:.0f} MB" if status.resident_bytes else None,
        "faster starts": status.ahead_of_time,
        "folder": status.home,
    }
    rows = [{"what": what, "value": value} for what, value in data.items() if value is not None]
    return Sheet(columns=("what", "value"), rows=rows, data=data)


def print_log(log: Path, lines: int) -> None:
    """Prints the last lines of the server's log, after a line that says where it is."""
    if not log.exists():
        stdout().print(words(f"the local Neo4j has not printed anything yet; it will into {log}"))
        return
    stdout().print(words(str(log), "dim"))
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:]:
        stdout().print(words(line))
