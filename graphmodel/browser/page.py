"""Where the page of the Browser is: the local server has it; for any other Neo4j it is served from here."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

import urllib3

from graphmodel import server
from graphmodel.browser.kit import kit_version
from graphmodel.browser.serving import ServedPage
from graphmodel.errors import GraphmodelError
from graphmodel.server import Progress
from graphmodel.server.fetch import fetch_jars
from graphmodel.server.lines import LINES, chosen_line
from graphmodel.settings import Settings

BROWSER_PATH = "/browser/"
ANSWER_S = 5.0


class Page(Protocol):
    """A page of the Browser, there while the `with` block lasts.

    `origin` is the scheme, host and port of its address, `bolt_uri` what it connects to; `serves` tells that the page
    goes when the block ends.
    """

    url: str
    origin: str
    bolt_uri: str
    serves: bool

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class LocalPage:
    """The page that the local server has."""

    serves = False

    def __init__(self, url: str, bolt_uri: str) -> None:
        self.url = url
        self.origin = url.removesuffix(BROWSER_PATH)
        self.bolt_uri = bolt_uri

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the page where it is."""


def browser_page(settings: Settings, progress: Progress) -> Page:
    """The page for a Neo4j. Raises GraphmodelError where the Browser cannot be fetched, or the local server has
    another one than this program knows."""
    status = server.status()
    jar = (LINES[status.version] if status.pid else chosen_line()).browser_jar()
    store = server.chosen_home().jars
    if status.http_url and status.bolt_uri == settings.uri:
        _check(status.http_url, kit_version(store / jar.path))
        return LocalPage(status.http_url, settings.uri.replace("127.0.0.1", "localhost"))
    fetch_jars([jar], store, progress)
    return ServedPage(store / jar.path, settings.uri)


def _check(url: str, version: str) -> None:
    try:
        answer = urllib3.request("GET", f"{url}kit/version.txt", timeout=ANSWER_S, retries=False)
    except urllib3.exceptions.HTTPError as error:
        raise _other_browser(url) from error
    if answer.data != version.encode():
        raise _other_browser(url)


def _other_browser(url: str) -> GraphmodelError:
    return GraphmodelError(
        f"the local Neo4j was started with another Browser than this graphmodel opens: {url}",
        "`graphmodel server stop`, then run the command again",
    )
