from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import urllib3

from graphmodel import server
from graphmodel.browser.browse import connection
from graphmodel.browser.serving import ServedPage, sources
from graphmodel.server.lines import chosen_line
from graphmodel.settings import Settings


@pytest.fixture(scope="module")
def jar(local_server: server.LocalServer) -> Path:
    return server.chosen_home().jars / chosen_line().browser_jar().path


@pytest.fixture
def served(jar: Path) -> Iterator[ServedPage]:
    with ServedPage(jar, "bolt://localhost:7999") as page:
        yield page


def ask(page: ServedPage, path: str, **headers: str) -> urllib3.BaseHTTPResponse:
    return urllib3.request("GET", page.origin.replace("localhost", "127.0.0.1") + path, headers=headers, retries=False)


def test_the_page_is_the_browser_with_our_script_and_may_talk_to_that_server_alone(served: ServedPage) -> None:
    page = ask(served, "/browser/")
    assert page.headers["Content-Type"] == "text/html"
    assert b'<script src="kit/first.js">' in page.data
    policy = dict(rule.split(" ", 1) for rule in page.headers["Content-Security-Policy"].split("; "))
    assert policy["connect-src"] == "'self' ws://localhost:7999 http://localhost:7999 http://127.0.0.1:*"
    assert policy["script-src"] == "'self'"
    assert ask(served, "/browser/kit/first.js").headers["Content-Type"] in ("text/javascript", "application/javascript")


@pytest.mark.parametrize("path", ["/", "/browser/../../etc/passwd", "/browser/kit/", "/etc/passwd"])
def test_nothing_else_is_there(served: ServedPage, path: str) -> None:
    assert ask(served, path).status == 404


def test_a_page_under_another_name_is_not_this_one(served: ServedPage) -> None:
    assert ask(served, "/browser/", Host="example.org").status == 404


def test_two_at_once_have_addresses_of_their_own(jar: Path, served: ServedPage) -> None:
    with ServedPage(jar, "bolt://localhost:7999") as other:
        assert other.origin != served.origin
        assert ask(other, "/browser/").status == 200


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("bolt://127.0.0.1", ["ws://127.0.0.1:7687", "http://127.0.0.1:7687"]),
        ("neo4j://localhost:7688", ["ws://localhost:7688", "http://localhost:7688"]),
        ("bolt+s://graph.example.org", ["wss://graph.example.org:7687", "https://graph.example.org:7687"]),
        ("neo4j+s://x.example.org", ["wss://x.example.org:7687", "https://x.example.org:7687", "wss:"]),
        ("bolt://[::1]:7687", ["ws:", "http:"]),
    ],
)
def test_it_may_talk_to_what_the_address_names_or_routes_to(uri: str, expected: list[str]) -> None:
    assert [*sources(uri)] == expected


def test_the_password_of_a_server_elsewhere_is_not_handed_over(served: ServedPage) -> None:
    assert connection(Settings("bolt://localhost:7999", "neo4j", "secret"), served)["password"] == "secret"
    assert connection(Settings("neo4j+s://example.org", "neo4j", "secret"), served)["password"] == ""
    assert connection(Settings("bolt://localhost:7999", "neo4j", None), served)["method"] == "NO_AUTH"
