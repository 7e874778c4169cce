"""Downloads jars side by side over kept connections.

A jar is under its own name only when it is whole and has the lock's SHA-256. Until then it is a `.part` file,
which a later attempt goes on with.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from http import HTTPStatus
from pathlib import Path

import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError

from graphmodel.errors import GraphmodelError
from graphmodel.server.connections import CONNECTIONS, open_pool, repository_url
from graphmodel.server.lines import LockedJar
from graphmodel.server.progress import Progress

ATTEMPTS = 3
CHUNK = 1 << 18
LABEL = "fetching Neo4j"
OTHER_WAYS = (
    "on a machine with a connection run `graphmodel server fetch --to bundle.zip` and here "
    "`graphmodel server fetch --from bundle.zip`; or start one with Docker (`docker compose up --detach` beside the "
    "project's docker-compose.yml); or name any other Neo4j in NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD"
)


def partial(target: Path) -> Path:
    """Where a file is gathered until it is whole."""
    return target.with_name(target.name + ".part")


class Download:
    """One run over the missing jars of a store. `total` is their size in bytes, for the progress."""

    def __init__(self, store: Path, total: int, progress: Progress) -> None:
        self._store = store
        self._total = total
        self._progress = progress
        self._url = repository_url()
        self._pool = open_pool(self._url)
        self._arrived: dict[str, int] = {}
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    def run(self, jars: Sequence[LockedJar], finished: Callable[[LockedJar], None]) -> None:
        """Bring every jar, the largest first, and call `finished` for each one that is whole.

        Raises GraphmodelError for the first that could not be brought; those that are whole stay.
        """
        with ThreadPoolExecutor(CONNECTIONS) as workers:
            running = {workers.submit(self._bring, jar): jar for jar in sorted(jars, key=lambda jar: -jar.size)}
            try:
                for future, jar in running.items():
                    future.result()
                    finished(jar)
            finally:
                self._stop(running)

    def _stop(self, running: dict[Future[None], LockedJar]) -> None:
        self._stopped.set()
        for future in running:
            future.cancel()
        self._pool.clear()

    def _bring(self, jar: LockedJar) -> None:
        target = self._store / jar.path
        target.parent.mkdir(parents=True, exist_ok=True)
        part = partial(target)
        failure = _changed(jar)
        for _ in range(ATTEMPTS):
            try:
                hash_of_whole = self._gather(jar, part)
            except MaxRetryError as error:
                raise _unreachable(self._url, error) from error
            except HTTPError as error:
                failure = _unreachable(self._url, error)
                continue
            if hash_of_whole == jar.sha256:
                part.replace(target)
                return
            part.unlink()
            failure = _changed(jar)
        raise failure

    def _gather(self, jar: LockedJar, part: Path) -> str:
        """Fill the part file from where it ends; returns the SHA-256 of the whole."""
        digest = hashlib.sha256()
        with part.open("a+b") as file:
            file.seek(0)
            while block := file.read(CHUNK):
                digest.update(block)
            if file.tell() < jar.size:
                response = self._request(jar, file.tell())
                if response.status == HTTPStatus.OK:
                    file.truncate(0)
                    digest = hashlib.sha256()
                for block in response.stream(CHUNK):
                    self._check_stopped()
                    file.write(block)
                    digest.update(block)
                    self._report(jar, file.tell())
                    if file.tell() > jar.size:
                        response.close()
                response.release_conn()
        return digest.hexdigest()

    def _request(self, jar: LockedJar, start: int) -> urllib3.BaseHTTPResponse:
        headers = {"Range": f"bytes={start}-"} if start else {}
        response = self._pool.request("GET", f"{self._url}/{jar.path}", headers=headers, preload_content=False)
        if response.status not in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT):
            response.drain_conn()
            raise GraphmodelError(f"Maven Central answered {response.status} for `{jar.path}`", OTHER_WAYS)
        return response

    def _report(self, jar: LockedJar, arrived: int) -> None:
        with self._lock:
            self._arrived[jar.path] = arrived
            self._progress(LABEL, sum(self._arrived.values()), self._total)

    def _check_stopped(self) -> None:
        if self._stopped.is_set():
            raise GraphmodelError("the fetch was interrupted", "run the command again: it goes on where it stopped")


def _unreachable(url: str, error: HTTPError) -> GraphmodelError:
    return GraphmodelError(f"Maven Central cannot be reached, where Neo4j comes from ({_cause(error)})", OTHER_WAYS)


def _cause(error: BaseException) -> str:
    reason = getattr(error, "reason", None)
    return _cause(reason) if isinstance(reason, BaseException) else str(error)


def _changed(jar: LockedJar) -> GraphmodelError:
    return GraphmodelError(
        f"`{jar.path}` is not the file that graphmodel was tested with: its SHA-256 differs",
        f"a proxy may have altered it; {OTHER_WAYS}",
    )
