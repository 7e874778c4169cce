"""The local Neo4j: fetched by a lock file, run on loopback as a process of its own, private to its user."""

from graphmodel.server.home import Home, chosen_home
from graphmodel.server.local import LocalServer, Status, ensure_running, status, stop
from graphmodel.server.progress import Progress, silent

__all__ = ["Home", "LocalServer", "Progress", "Status", "chosen_home", "ensure_running", "silent", "status", "stop"]
