"""Brings the server's jars by the lock file: from the user's Maven cache, else from Maven Central."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from filelock import FileLock

from graphmodel.server.download import Download, partial
from graphmodel.server.home import unusable_folder
from graphmodel.server.lines import LockedJar
from graphmodel.server.progress import Progress
from graphmodel.server.verified import VerifiedJars, sha256_of


def fetch_jars(jars: Sequence[LockedJar], store: Path, progress: Progress) -> int:
    """Make every jar stand in `store`, laid out as a Maven repository; returns how many jars were downloaded.

    Raises GraphmodelError where Maven Central cannot be reached, a file is not what the lock says, or the
    folder cannot be written.
    """
    try:
        if VerifiedJars(store).hold(jars):
            return 0
        store.mkdir(parents=True, exist_ok=True)
        with FileLock(store / ".lock"):
            return _fetch_missing(jars, store, progress)
    except OSError as error:
        raise unusable_folder(store, error) from error


def _fetch_missing(jars: Sequence[LockedJar], store: Path, progress: Progress) -> int:
    verified = VerifiedJars(store)
    missing = [jar for jar in jars if not (verified.holds(jar) or _adopt_from_maven_cache(jar, store, verified))]
    try:
        if missing:
            Download(store, sum(jar.size for jar in missing), progress).run(missing, verified.note)
    finally:
        verified.save()
    return len(missing)


def _adopt_from_maven_cache(jar: LockedJar, store: Path, verified: VerifiedJars) -> bool:
    from jgo.constants import default_maven_repo

    found = default_maven_repo() / jar.path
    if not found.is_file() or found.stat().st_size != jar.size or sha256_of(found) != jar.sha256:
        return False
    target = store / jar.path
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(found, partial(target))
    partial(target).replace(target)
    verified.note(jar)
    return True
