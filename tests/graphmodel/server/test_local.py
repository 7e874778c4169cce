"""The local server as a process: what it leaves on disk and open on the network, and what survives a mishap."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import asdict, replace
from pathlib import Path

import psutil
import pytest

from graphmodel import server
from graphmodel.database import open_running
from graphmodel.errors import GraphmodelError
from graphmodel.server import Home
from graphmodel.server.lines import chosen_line
from graphmodel.server.ports import Ports, free_ports, is_free, keep_ports
from graphmodel.server.state import running_server

START = """
from graphmodel import server
print(server.ensure_running().started_now)
"""


def serving_process(home: Home) -> psutil.Process:
    running = running_server(home)
    assert running is not None
    return running[1]


def start(home: Home) -> server.LocalServer:
    home.prepare()
    if not home.ports.exists():
        keep_ports(home.ports, free_ports())
    return server.ensure_running(home=home)


@pytest.fixture
def shared(local_server: server.LocalServer) -> Home:
    """The home of the server that the whole run shares."""
    return server.chosen_home()


def test_only_the_user_can_read_the_home_and_the_password(shared: Home) -> None:
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (shared.folder, shared.credentials, shared.state)}

    assert modes == {shared.folder: 0o700, shared.credentials: 0o600, shared.state: 0o600}


def test_the_password_is_in_no_command_line_and_no_configuration(shared: Home) -> None:
    password = shared.credentials.read_text(encoding="utf-8").split("NEO4J_PASSWORD=")[1].strip()

    assert len(password) >= 32
    assert password not in " ".join(serving_process(shared).cmdline())
    assert not [path for path in shared.configuration.iterdir() if password in path.read_text(encoding="utf-8")]


def test_the_server_listens_on_loopback_only(shared: Home) -> None:
    listening = {
        connection.laddr.ip
        for connection in serving_process(shared).net_connections("tcp")
        if connection.status == psutil.CONN_LISTEN
    }

    assert listening <= {"127.0.0.1", "::ffff:127.0.0.1", "::1"}
    assert listening


def test_the_server_serves_the_browser_with_a_strict_policy_and_no_http_api(shared: Home) -> None:
    address = server.status().http_url
    assert address is not None
    with urllib.request.urlopen(_when_up(address), timeout=10) as answer:
        policy = answer.headers["Content-Security-Policy"]
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(address.replace("/browser/", "/db/neo4j/query/v2"), timeout=10)

    assert "default-src 'self'; script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy


def _when_up(address: str) -> str:
    """The Browser's part of the server comes up a moment after Bolt."""
    port = int(address.split(":")[2].split("/")[0])
    for _ in range(200):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return address
        time.sleep(0.1)
    return address


def test_the_server_sends_nothing_anywhere(local_server: server.LocalServer) -> None:
    off = {"client.allow_telemetry", "dbms.usage_report.enabled"} | {
        name for name in chosen_line().settings if "fleet" in name
    }
    with open_running(local_server) as database:
        settings = database.read("SHOW SETTINGS YIELD name, value RETURN name, value")

    assert {row["name"]: row["value"] for row in settings if row["name"] in off} == dict.fromkeys(off, "false")


def test_status_tells_of_a_running_server(shared: Home, local_server: server.LocalServer) -> None:
    status = server.status()

    assert (status.home, status.version) == (shared.folder, chosen_line().version)
    assert status.bolt_uri == local_server.bolt_uri
    assert status.resident_bytes
    assert status.resident_bytes > 100_000_000


def test_status_and_stop_create_nothing_where_there_is_no_server(home: Home) -> None:
    status = server.status(home)

    assert (status.pid, status.bolt_uri, status.http_url) == (None, None, None)
    assert server.stop(home) is False
    assert not home.folder.exists()


def test_a_second_call_finds_the_server_that_runs(local_server: server.LocalServer) -> None:
    again = server.ensure_running()

    assert again.started_now is False
    assert again.bolt_uri == local_server.bolt_uri


def test_two_first_starts_at_once_give_one_server(home: Home) -> None:
    home.prepare()
    keep_ports(home.ports, free_ports())
    environment = os.environ | {"GRAPHMODEL_HOME": str(home.folder), "GRAPHMODEL_JARS": str(home.jars)}
    starters = [
        subprocess.Popen([sys.executable, "-c", START], env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    answers = sorted(starter.communicate(timeout=120)[0].strip() for starter in starters)

    assert answers == ["False", "True"]
    assert len(_servers_of(home)) == 1


def _servers_of(home: Home) -> list[psutil.Process]:
    wanted = f"--home-dir={home.neo4j}"
    return [process for process in psutil.process_iter(["cmdline"]) if wanted in (process.info["cmdline"] or ())]


def test_a_kill_loses_nothing_that_was_acknowledged_and_is_explained(home: Home) -> None:
    with open_running(start(home)) as database:
        for number in range(50):
            database.write(lambda tx, number=number: tx.run("CREATE (:Kept {number: $n})", n=number).consume())
        serving_process(home).kill()
        with pytest.raises(
            GraphmodelError, match=r"no Neo4j answers at `bolt://127\.0\.0\.1:\d+` \(Connection refused\)"
        ):
            database.read("RETURN 1 AS one")
    assert server.status(home).pid is None

    with open_running(start(home)) as database:
        rows = database.read("MATCH (k:Kept) RETURN k.number AS number ORDER BY number")

    assert [row["number"] for row in rows] == list(range(50))


def test_a_note_about_a_process_that_is_another_one_now_is_not_believed(shared: Home, home: Home) -> None:
    """After a reboot the id of the server is some other program's, even that of a server of another home."""
    home.prepare()
    running = running_server(shared)
    assert running is not None
    of_another_home, _ = running
    for pid, created in (
        (os.getpid(), psutil.Process().create_time()),
        (of_another_home.pid, of_another_home.created),
        (of_another_home.pid, of_another_home.created - 3600),
        (2**22 + 1, time.time()),
    ):
        home.state.write_text(json.dumps(asdict(replace(of_another_home, pid=pid, created=created))), encoding="utf-8")
        assert server.status(home).pid is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', "null"])
def test_a_note_that_a_crash_spoilt_is_not_believed(text: str, home: Home) -> None:
    home.prepare()
    home.state.write_text(text, encoding="utf-8")

    assert server.status(home).pid is None


def test_a_server_that_nobody_noted_is_found(local_server: server.LocalServer, shared: Home) -> None:
    pid = serving_process(shared).pid
    shared.state.unlink()

    found = server.ensure_running()

    assert (found.started_now, found.bolt_uri) == (False, local_server.bolt_uri)
    assert serving_process(shared).pid == pid


def test_a_server_that_cannot_start_says_why_and_what_to_do(home: Home) -> None:
    home.prepare()
    (home.data / "databases").write_text("a file where a folder should be", encoding="utf-8")

    with pytest.raises(GraphmodelError, match="the local Neo4j did not start: Unable to write directory") as failure:
        start(home)

    assert str(home.log) in str(failure.value.hint)
    assert server.status(home).pid is None


def test_a_server_of_another_home_that_took_the_port_is_not_taken_for_ones_own(
    local_server: server.LocalServer, shared: Home, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = Ports(int(local_server.bolt_uri.rpartition(":")[2]), free_ports().http)
    home.prepare()
    keep_ports(home.ports, taken)
    believed = iter((True, True))
    monkeypatch.setattr("graphmodel.server.ports.is_free", lambda port: next(believed, False) or is_free(port))
    with open_running(server.ensure_running(home=home)) as database:
        assert database.read("RETURN 1 AS one") == [{"one": 1}]
    state, _ = running_server(home) or pytest.fail("the server does not run")
    assert state.bolt_port != taken.bolt


def test_a_home_that_is_no_folder_is_named(home: Home) -> None:
    home.folder.write_text("a file", encoding="utf-8")

    with pytest.raises(GraphmodelError, match="cannot be used") as failure:
        server.ensure_running(home=home)

    assert "GRAPHMODEL_HOME" in str(failure.value.hint)
    home.folder.unlink()


def test_lost_credentials_are_explained(home: Home) -> None:
    home.prepare()
    (home.data / "dbms").mkdir()
    (home.data / "dbms" / "auth.ini").touch()

    with pytest.raises(GraphmodelError, match="credentials of the local Neo4j cannot be read") as failure:
        start(home)

    assert str(home.data) in str(failure.value.hint)


def test_the_home_is_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHMODEL_HOME", str(tmp_path / "x"))
    monkeypatch.delenv("GRAPHMODEL_JARS", raising=False)

    assert server.chosen_home() == Home(tmp_path / "x", tmp_path / "x" / "jars")
