"""The Browser served from here on loopback, for a Neo4j that does not have it with our first script."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from graphmodel.browser.kit import PAGE, browser_parts
from graphmodel.browser.loopback import LoopbackServer, QuietHandler
from graphmodel.server.configuration import content_policy_for
from graphmodel.server.ports import LOOPBACK, free_or_other
from graphmodel.settings import Settings

# Always the same where it is free: what a web browser keeps of a page, it keeps by its address.
USUAL_PORT = 27474
USUAL_BOLT_PORT = 7687
FOLDER = "/browser/"
_SENT = {"Cache-Control": "no-cache"}


class ServedPage(LoopbackServer):
    """The page, served while the `with` block lasts. Nothing in it is secret."""

    serves = True

    def __init__(self, jar: Path, bolt_uri: str) -> None:
        self.bolt_uri = bolt_uri
        super().__init__(free_or_other(USUAL_PORT), _handler(jar, bolt_uri))
        self.origin = f"http://localhost:{self.port}"
        self.url = self.origin + FOLDER


def sources(bolt_uri: str) -> Iterator[str]:
    """What the page may talk to: the server that is named, and where that one routes, what it routes to."""
    scheme, _, security = urlsplit(bolt_uri).scheme.partition("+")
    host, port = urlsplit(bolt_uri).hostname or "", urlsplit(bolt_uri).port or USUAL_BOLT_PORT
    for web in ("wss", "https") if security else ("ws", "http"):
        yield f"{web}:" if ":" in host else f"{web}://{host}:{port}"
    if scheme == "neo4j" and not Settings(bolt_uri, "", None).is_loopback:
        yield "wss:" if security else "ws:"


def _handler(jar: Path, bolt_uri: str) -> type[QuietHandler]:
    parts = {f"/{name}": content for name, content in browser_parts(jar)}
    parts[FOLDER] = parts[f"/{PAGE}"]
    policy = content_policy_for(*sources(bolt_uri))

    class Handler(QuietHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path in parts and self._asked_by_name():
                kind = mimetypes.guess_type(f"/{PAGE}" if path == FOLDER else path)[0] or "application/octet-stream"
                self.answer(
                    HTTPStatus.OK, parts[path], _SENT | {"Content-Type": kind, "Content-Security-Policy": policy}
                )
            else:
                self.answer(HTTPStatus.NOT_FOUND, b"", _SENT)

        def _asked_by_name(self) -> bool:
            return self.headers.get("Host", "").partition(":")[0] in ("localhost", LOOPBACK)

    return Handler
