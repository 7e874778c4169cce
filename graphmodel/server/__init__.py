"""The local Neo4j: fetched by a lock file, run on loopback as a process of its own, private to its user."""

from graphmodel.server.ahead_of_time import CacheState
from graphmodel.server.home import Home, chosen_home
from graphmodel.server.local import LocalServer, Status, ensure_running, status, stop
from graphmodel.server.parts import fetch, fetch_from, fetch_to, logs_path, prepare_faster_starts
from graphmodel.server.progress import Progress, silent

start = ensure_running

__all__ = [
    "CacheState",
    "Home",
    "LocalServer",
    "Progress",
    "Status",
    "chosen_home",
    "ensure_running",
    "fetch",
    "fetch_from",
    "fetch_to",
    "logs_path",
    "prepare_faster_starts",
    "silent",
    "start",
    "status",
    "stop",
]
