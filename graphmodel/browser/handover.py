"""Hands a page of the Browser what it begins with, once: to whoever has the token and comes from that page."""

from __future__ import annotations

import hmac
import json
import secrets
import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

LOOPBACK = "127.0.0.1"
SLOWEST_REQUEST_S = 5.0


class Handover:
    """A server on a loopback port of its own that answers one request and no other. Use it in a `with` block.

    It answers a GET of its token whose Host is its own address and whose Origin is `origin`, with `content` as JSON;
    that spends the token. Everything else gets 404 and nothing that tells why.
    """

    def __init__(self, content: Mapping[str, Any], origin: str) -> None:
        self.origin = origin
        self._body = json.dumps(content).encode()
        self._token = secrets.token_urlsafe(32)
        self._lock = threading.Lock()
        self._taken = threading.Event()
        self._server = ThreadingHTTPServer((LOOPBACK, 0), _handler_of(self))
        self._server.daemon_threads = True

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self._server.server_address[1])

    @property
    def ticket(self) -> str:
        """What the address of the page ends with for its first script to come here."""
        return f"#k={self.port}.{self._token}"

    def wait(self, timeout_s: float) -> bool:
        """Wait until the page has been here; false where it did not come in time."""
        return self._taken.wait(timeout_s)

    def take(self, path: str, host: str | None, origin: str | None) -> bytes | None:
        """What a request gets: the content the first time that everything is right, else None."""
        right_token = hmac.compare_digest(path.encode(), f"/{self._token}".encode())
        if not right_token or host != f"{LOOPBACK}:{self.port}" or origin != self.origin:
            return None
        with self._lock:
            body, self._body = self._body, b""
        return body or None

    def done(self) -> None:
        """Note that the content is on its way."""
        self._taken.set()


def _handler_of(handover: Handover) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = SLOWEST_REQUEST_S

        def do_GET(self) -> None:
            body = handover.take(self.path, self.headers.get("Host"), self.headers.get("Origin"))
            if body is None:
                self._answer(HTTPStatus.NOT_FOUND, b"")
                return
            self._answer(HTTPStatus.OK, body, {"Access-Control-Allow-Origin": handover.origin, "Vary": "Origin"})
            handover.done()

        def _answer(self, status: HTTPStatus, body: bytes, headers: Mapping[str, str] | None = None) -> None:
            self.send_response_only(status)
            sent = {"Content-Type": "application/json", "Cache-Control": "no-store", "Content-Length": str(len(body))}
            for name, value in {**sent, **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing: the request line holds the token."""

    return Handler
