"""The Browser served from here on loopback, for a Neo4j that does not have it with our first script."""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from graphmodel.browser.kit import PAGE, browser_parts
from graphmodel.server.configuration import content_policy_for
from graphmodel.server.ports import LOOPBACK, free_or_other
from graphmodel.settings import Settings

# Always the same where it is free: what a web browser keeps of a page, it keeps by its address.
USUAL_PORT = 27474
USUAL_BOLT_PORT = 7687
FOLDER = "/browser/"


class ServedPage:
    """The page, served while the `with` block lasts. Nothing in it is secret."""

    serves = True

    def __init__(self, jar: Path, bolt_uri: str) -> None:
        self.bolt_uri = bolt_uri
        self._server = ThreadingHTTPServer((LOOPBACK, free_or_other(USUAL_PORT)), _handler(jar, bolt_uri))
        self._server.daemon_threads = True
        self.origin = f"http://localhost:{self._server.server_address[1]}"
        self.url = self.origin + FOLDER

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


def sources(bolt_uri: str) -> Iterator[str]:
    """What the page may talk to: the server that is named, and where that one routes, what it routes to."""
    scheme, _, security = urlsplit(bolt_uri).scheme.partition("+")
    host, port = urlsplit(bolt_uri).hostname or "", urlsplit(bolt_uri).port or USUAL_BOLT_PORT
    for web in ("wss", "https") if security else ("ws", "http"):
        yield f"{web}:" if ":" in host else f"{web}://{host}:{port}"
    if scheme == "neo4j" and not Settings(bolt_uri, "", None).is_loopback:
        yield "wss:" if security else "ws:"


def _handler(jar: Path, bolt_uri: str) -> type[BaseHTTPRequestHandler]:
    parts = {f"/{name}": content for name, content in browser_parts(jar)}
    parts[FOLDER] = parts[f"/{PAGE}"]
    policy = content_policy_for(*sources(bolt_uri))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path in parts and self._asked_by_name():
                kind = mimetypes.guess_type(f"/{PAGE}" if path == FOLDER else path)[0] or "application/octet-stream"
                self._answer(HTTPStatus.OK, parts[path], {"Content-Type": kind, "Content-Security-Policy": policy})
            else:
                self._answer(HTTPStatus.NOT_FOUND, b"", {})

        def _asked_by_name(self) -> bool:
            return self.headers.get("Host", "").partition(":")[0] in ("localhost", LOOPBACK)

        def _answer(self, status: HTTPStatus, body: bytes, headers: Mapping[str, str]) -> None:
            self.send_response_only(status)
            for name, value in {**headers, "Content-Length": str(len(body)), "Cache-Control": "no-cache"}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    return Handler
