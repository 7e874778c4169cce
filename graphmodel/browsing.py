"""Where the Neo4j Browser of a graph is, and how to sign in to it."""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel import server
from graphmodel.errors import GraphmodelError
from graphmodel.settings import Settings

USUAL_HTTP_PORT = 7474


@dataclass(frozen=True, slots=True)
class Browser:
    """The address of a Neo4j Browser, what to type into its form, and where the password is found."""

    url: str
    connect_to: str
    username: str
    password_is: str


def find_browser(settings: Settings | None, progress: server.Progress = server.silent) -> Browser:
    """The Browser of the named Neo4j; None means the local one, started if need be.

    Raises GraphmodelError where the Neo4j is on another machine: which page serves its Browser, only its owner knows.
    """
    if settings is None:
        local = server.ensure_running(progress)
        kept = server.chosen_home().credentials
        where = f"what `graphmodel server password` prints (it is kept in {kept})"
        return Browser(local.http_url, local.bolt_uri, local.username, where)
    if settings.is_loopback:
        url = f"http://localhost:{USUAL_HTTP_PORT}/browser/"
        return Browser(url, settings.uri, settings.username, "the one in NEO4J_PASSWORD or your credentials file")
    raise GraphmodelError(
        f"graphmodel does not know where the Browser of `{settings.host}` is",
        f"open the page that whoever runs that server gave you, and connect to {settings.uri}",
    )
