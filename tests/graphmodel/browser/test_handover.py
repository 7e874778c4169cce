from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import urllib3

from graphmodel.browser.handover import Handover

ORIGIN = "http://localhost:7474"
CONTENT = {"opening": "MATCH (n) RETURN n", "connection": {"password": "pässword"}}


@pytest.fixture
def handover() -> Iterator[Handover]:
    with Handover(CONTENT, ORIGIN) as served:
        yield served


def address(handover: Handover) -> str:
    port, _, token = handover.ticket.removeprefix("#k=").partition(".")
    return f"http://127.0.0.1:{port}/{token}"


def ask(url: str, **headers: str) -> urllib3.BaseHTTPResponse:
    return urllib3.request("GET", url, headers=headers, retries=False, timeout=10)


def test_the_page_gets_the_content_once(handover: Handover) -> None:
    first = ask(address(handover), Origin=ORIGIN)
    assert (first.status, first.json()) == (200, CONTENT)
    assert first.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert first.headers["Cache-Control"] == "no-store"
    assert handover.wait(1)
    again = ask(address(handover), Origin=ORIGIN)
    assert (again.status, again.data) == (404, b"")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost:7475"},
        {"Origin": "https://localhost:7474"},
        {"Origin": "null"},
        {"Origin": ORIGIN, "Host": "example.org"},
        {"Origin": ORIGIN, "Host": "localhost:7474"},
    ],
)
def test_whoever_comes_from_elsewhere_gets_nothing_and_spends_nothing(
    handover: Handover, headers: dict[str, str]
) -> None:
    refused = ask(address(handover), **headers)
    assert (refused.status, refused.data) == (404, b"")
    assert "Access-Control-Allow-Origin" not in refused.headers
    assert not handover.wait(0)
    assert ask(address(handover), Origin=ORIGIN).status == 200


def test_another_token_gets_nothing(handover: Handover) -> None:
    for url in (
        address(handover)[:-1],
        address(handover) + "x",
        address(handover) + "?x",
        address(handover)[:24] + "é",
    ):
        assert ask(url, Origin=ORIGIN).status == 404
    assert ask(address(handover), Origin=ORIGIN).status == 200


def test_other_methods_get_nothing(handover: Handover) -> None:
    for method in ("POST", "OPTIONS", "HEAD", "PUT"):
        answer = urllib3.request(method, address(handover), headers={"Origin": ORIGIN}, retries=False)
        assert answer.status == 501
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert ask(address(handover), Origin=ORIGIN).status == 200


def test_of_many_at_once_one_gets_it(handover: Handover) -> None:
    with ThreadPoolExecutor(20) as pool:
        statuses = [*pool.map(lambda _: ask(address(handover), Origin=ORIGIN).status, range(40))]
    assert sorted(statuses) == [200] + [404] * 39


def test_somebody_who_says_nothing_keeps_nobody_waiting(handover: Handover) -> None:
    with socket.create_connection(("127.0.0.1", handover.port)):
        assert ask(address(handover), Origin=ORIGIN).status == 200


def test_nobody_listens_any_more_when_it_is_over() -> None:
    with Handover(CONTENT, ORIGIN) as served:
        url = address(served)
    with pytest.raises(urllib3.exceptions.HTTPError):
        ask(url, Origin=ORIGIN)


def test_a_page_that_does_not_come_is_not_waited_for_in_vain(handover: Handover) -> None:
    assert handover.wait(0.05) is False


def test_tokens_differ_and_are_long() -> None:
    tickets = {Handover({}, ORIGIN).ticket.partition(".")[2] for _ in range(5)}
    assert len(tickets) == 5
    assert all(len(ticket) >= 43 for ticket in tickets)
