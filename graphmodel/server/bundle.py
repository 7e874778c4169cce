"""Carries the server to a machine without a network: all jars of a line in one zip file.

Reading one trusts nothing in it: only the members that the lock names are read, never more bytes than it says, and
each is kept only if its SHA-256 is the lock's.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from graphmodel.errors import GraphmodelError
from graphmodel.server.download import partial
from graphmodel.server.home import unusable_folder
from graphmodel.server.lines import LockedJar, ServerLine
from graphmodel.server.progress import Progress
from graphmodel.server.verified import VerifiedJars

CHUNK = 1 << 20
ABOUT = "bundle.json"


def write_bundle(line: ServerLine, store: Path, bundle: Path, progress: Progress) -> None:
    """Write the jars of the line, which are all in `store`, into a zip file. Raises GraphmodelError where it cannot."""
    jars = line.jars()
    part = partial(bundle)
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(ABOUT, json.dumps({"neo4j": line.version}))
            for jar, done in _with_bytes_before(jars):
                archive.write(store / jar.path, _member(jar))
                progress(f"writing {bundle.name}", done + jar.size, _size(jars))
        part.replace(bundle)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise GraphmodelError(
            f"the bundle cannot be written: `{bundle}` ({error.strerror or error})", "name a file in a folder of yours"
        ) from error


def read_bundle(line: ServerLine, store: Path, bundle: Path, progress: Progress) -> None:
    """Put the jars of the line from a zip file into `store`.

    Raises GraphmodelError where the file is no bundle, is of another version, or holds anything that the lock
    does not expect; what was right until then stays.
    """
    jars = line.jars()
    with _opened(bundle, line) as archive:
        try:
            store.mkdir(parents=True, exist_ok=True)
            with FileLock(store / ".lock"):
                verified = VerifiedJars(store)
                for jar, done in _with_bytes_before(jars):
                    if not verified.holds(jar):
                        _take(archive, jar, store, bundle)
                        verified.note(jar)
                    progress(f"reading {bundle.name}", done + jar.size, _size(jars))
                verified.save()
        except OSError as error:
            raise unusable_folder(store, error) from error


@contextmanager
def _opened(bundle: Path, line: ServerLine) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(bundle)
    except (OSError, zipfile.BadZipFile) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not a whole zip file"
        raise GraphmodelError(
            f"the bundle cannot be read: `{bundle}` ({reason})",
            "make one with `graphmodel server fetch --to bundle.zip` on a machine with a connection",
        ) from error
    with archive:
        absent = set(map(_member, line.jars())) - set(archive.namelist())
        if absent:
            raise GraphmodelError(
                f"`{bundle}` is not a bundle of Neo4j {line.version}: it lacks {len(absent)} of its files",
                "make it with the same version of graphmodel as the one that reads it",
            )
        yield archive


def _take(archive: zipfile.ZipFile, jar: LockedJar, store: Path, bundle: Path) -> None:
    target = store / jar.path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with archive.open(_member(jar)) as source, partial(target).open("wb") as file:
            left, digest = jar.size, hashlib.sha256()
            while left and (block := source.read(min(CHUNK, left))):
                file.write(block)
                digest.update(block)
                left -= len(block)
            whole = digest.hexdigest() == jar.sha256 and not source.read(1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        whole = False
    if not whole:
        partial(target).unlink(missing_ok=True)
        raise GraphmodelError(
            f"a file in the bundle `{bundle}` is not what graphmodel was tested with: `{jar.path}`",
            "make the bundle again: `graphmodel server fetch --to bundle.zip`",
        )
    partial(target).replace(target)


def _member(jar: LockedJar) -> str:
    return f"jars/{jar.path}"


def _with_bytes_before(jars: Sequence[LockedJar]) -> Iterator[tuple[LockedJar, int]]:
    before = 0
    for jar in jars:
        yield jar, before
        before += jar.size


def _size(jars: Sequence[LockedJar]) -> int:
    return sum(jar.size for jar in jars)
