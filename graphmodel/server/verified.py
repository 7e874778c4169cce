"""Which jars were hashed already: a start must not read 190 MB to learn what the last one knew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from graphmodel.server.files import write_whole
from graphmodel.server.lines import LockedJar


class VerifiedJars:
    """The jars of a store whose hash was checked, each with its file's size and time of change.

    A jar whose file has changed since, or that was never noted, is hashed again.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self._file = store / "verified.json"
        self._noted = _read(self._file)

    def hold(self, jars: Sequence[LockedJar]) -> bool:
        """Whether all of them are noted and unchanged; reads no jar."""
        return all(self._is_noted(jar) for jar in jars)

    def holds(self, jar: LockedJar) -> bool:
        """Whether the jar is in the store with the lock's hash. A file with another hash is removed."""
        path = self._store / jar.path
        if self._is_noted(jar):
            return True
        if not path.is_file():
            return False
        if sha256_of(path) == jar.sha256:
            self.note(jar)
            return True
        path.unlink()
        return False

    def note(self, jar: LockedJar) -> None:
        """Remember that the jar's file has the lock's hash."""
        self._noted[jar.path] = self._facts(jar)

    def save(self) -> None:
        """Write what was noted."""
        write_whole(self._file, json.dumps(self._noted))

    def _is_noted(self, jar: LockedJar) -> bool:
        noted = self._noted.get(jar.path)
        return noted is not None and (self._store / jar.path).is_file() and noted == self._facts(jar)

    def _facts(self, jar: LockedJar) -> list[str | int]:
        file = (self._store / jar.path).stat()
        return [jar.sha256, file.st_size, file.st_mtime_ns]


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(file: Path) -> dict[str, list[str | int]]:
    try:
        noted = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}
