"""What the `server` commands ask for beside starting and stopping: the parts, the log, the cache for later starts."""

from __future__ import annotations

from pathlib import Path

from graphmodel.server.ahead_of_time import train_in_background
from graphmodel.server.bundle import read_bundle, write_bundle
from graphmodel.server.fetch import fetch_jars
from graphmodel.server.home import chosen_home
from graphmodel.server.lines import LINES, chosen_line
from graphmodel.server.progress import Progress, silent
from graphmodel.server.state import running_server


def fetch(progress: Progress = silent) -> int:
    """Bring all parts of the server; returns how many files were downloaded. Raises GraphmodelError where it cannot."""
    return fetch_jars(chosen_line().jars(), chosen_home().jars, progress)


def fetch_to(bundle: Path, progress: Progress = silent) -> None:
    """Bring all parts of the server and write them into one zip file for a machine without a connection.

    Raises GraphmodelError where they cannot be brought or the file cannot be written.
    """
    fetch(progress)
    write_bundle(chosen_line(), chosen_home().jars, bundle, progress)


def fetch_from(bundle: Path, progress: Progress = silent) -> None:
    """Take all parts of the server from a file that `fetch_to` wrote; every one is checked against the lock.

    Raises GraphmodelError where the file is not such a bundle.
    """
    read_bundle(chosen_line(), chosen_home().jars, bundle, progress)


def logs_path() -> Path:
    """The file to which the local server prints. It may not exist yet."""
    return chosen_home().log


def prepare_faster_starts() -> bool:
    """Have the ahead-of-time cache made in the background, where it is missing and a local server runs.

    Call it when a command has printed its answer. Returns whether that was begun; never raises for want of it.
    """
    home = chosen_home()
    running = running_server(home)
    return running is not None and train_in_background(home, LINES[running[0].version])
