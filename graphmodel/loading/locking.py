"""One load of a study at a time on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from filelock import FileLock, Timeout

from graphmodel.errors import GraphmodelError
from graphmodel.server import chosen_home

PATIENCE_S = 5.0


@contextmanager
def one_at_a_time(study: str, *, needed: bool = True) -> Iterator[None]:
    """Hold a study while it is written. Raises GraphmodelError where another command keeps holding it."""
    if not needed:
        yield
        return
    folder = chosen_home().folder / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"{sha256(study.encode()).hexdigest()[:16]}.lock")
    try:
        lock.acquire(timeout=PATIENCE_S)
    except Timeout:
        raise GraphmodelError(
            f"another command is loading the study `{study}`", "wait until it is done, then run this one again"
        ) from None
    try:
        yield
    finally:
        lock.release()
