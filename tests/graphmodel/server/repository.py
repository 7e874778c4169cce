"""A small Maven repository on loopback that can misbehave: cut answers short, serve other bytes, ignore ranges."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from graphmodel.server.lines import LockedJar


class Repository(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files = files
        self.asked: list[tuple[str, str | None]] = []
        self.cut_short: set[str] = set()
        self.knows_ranges = True

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Repository
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.lstrip("/")
        wanted = self.headers["Range"]
        self.server.asked.append((path, wanted))
        content = self.server.files.get(path)
        if content is None:
            self.send_error(404)
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.server.knows_ranges else 0
        self._answer(path, content[start:], 206 if start else 200)

    def _answer(self, path: str, content: bytes, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if path in self.server.cut_short:
            self.server.cut_short.discard(path)
            self.wfile.write(content[: len(content) // 2])
            self.close_connection = True
            return
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        return


@contextmanager
def serving(files: dict[str, bytes]) -> Iterator[Repository]:
    repository = Repository(files)
    thread = threading.Thread(target=repository.serve_forever, args=(0.01,))
    thread.start()
    yield repository
    repository.shutdown()
    repository.server_close()
    thread.join()


def locked(files: dict[str, bytes]) -> tuple[LockedJar, ...]:
    return tuple(
        LockedJar("g:a:1", path, hashlib.sha256(content).hexdigest(), len(content)) for path, content in files.items()
    )
