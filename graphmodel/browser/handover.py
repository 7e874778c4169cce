"""Hands a page of the Browser what it begins with, once: to whoever has the token and comes from that page."""

from __future__ import annotations

import hmac
import json
import secrets
import threading
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from graphmodel.browser.loopback import LoopbackServer, QuietHandler
from graphmodel.server.ports import LOOPBACK

SLOWEST_REQUEST_S = 5.0
_SENT = {"Content-Type": "application/json", "Cache-Control": "no-store"}


class Handover(LoopbackServer):
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
        super().__init__(0, _handler_of(self))

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


def _handler_of(handover: Handover) -> type[QuietHandler]:
    class Handler(QuietHandler):
        timeout = SLOWEST_REQUEST_S

        def do_GET(self) -> None:
            body = handover.take(self.path, self.headers.get("Host"), self.headers.get("Origin"))
            if body is None:
                self.answer(HTTPStatus.NOT_FOUND, b"", _SENT)
                return
            allowed = {"Access-Control-Allow-Origin": handover.origin, "Vary": "Origin"}
            self.answer(HTTPStatus.OK, body, _SENT | allowed)
            handover.done()

    return Handler
