"""The program as the shell runs it: streams that are no terminal, encodings, closed pipes, faults of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import urllib3

from graphmodel.database import Database
from tests.small_study import NOT_QUOTABLE, make_study

RUN = [sys.executable, "-c", "import cli; cli.main()"]


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*RUN, *map(str, arguments)], env=os.environ | environment, capture_output=True, timeout=120, check=False
    )


@pytest.fixture
def loaded(graph: Database, tmp_path: Path) -> Path:
    folder = make_study(tmp_path / "small")
    assert run("load", folder).returncode == 0
    return folder


def test_a_pipe_gets_no_escape_sequence_and_no_cut_line(loaded: Path) -> None:
    done = run("trace", "Disclosure", COLUMNS="40")
    assert b"\x1b" not in done.stdout + done.stderr
    assert NOT_QUOTABLE in done.stdout.decode("utf-8")


def test_without_colours_nothing_is_coloured(loaded: Path) -> None:
    assert b"\x1b[3" not in run("themes", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert b"\x1b[" in run("themes", FORCE_COLOR="1", NO_COLOR="").stdout


def test_a_machine_format_is_clean_even_beside_a_moving_progress_line(loaded: Path) -> None:
    done = run("load", loaded, "--dry-run", "--format", "json", FORCE_COLOR="1")
    assert json.loads(done.stdout)["study"] == "small"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_pipe_is_utf_8_whatever_the_machine_prefers(loaded: Path, encoding: str) -> None:
    done = run("trace", "Disclosure", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0
    assert "⊘ not to be quoted" in done.stdout.decode("utf-8")


def test_exit_statuses_reach_the_shell(loaded: Path) -> None:
    assert run("themes").returncode == 0
    assert run("trace", "no such thing").returncode == 2
    assert run("no-such-command").returncode == 2
    with (loaded / "codings.csv").open("a") as table:
        table.write("P01-1,These words are nowhere.,Like a friend,AB,2015-04-02,\n")
    assert run("load", loaded).returncode == 1


def test_a_fault_of_the_program_s_own_is_a_sentence_and_with_debug_a_traceback(environment: None) -> None:
    broken = "import cli\ndef status(): raise KeyError('x')\ncli.local_server.status = status\ncli.main()"
    quiet = subprocess.run(
        [sys.executable, "-c", broken, "server", "status"], capture_output=True, text=True, check=False
    )
    assert quiet.returncode == 2
    assert quiet.stderr.startswith("error: graphmodel stopped on a fault of its own: `KeyError: 'x'`")
    assert "Traceback" not in quiet.stderr
    loud = subprocess.run(
        [sys.executable, "-c", broken, "server", "status", "--debug"], capture_output=True, text=True, check=False
    )
    assert "Traceback" in loud.stderr


def test_a_reader_that_goes_away_is_no_fault(loaded: Path) -> None:
    writer = subprocess.Popen([*RUN, "ask", "--list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert writer.stdout is not None and writer.stderr is not None
    writer.stdout.close()
    assert b"Traceback" not in writer.stderr.read()
    writer.wait(60)


def test_an_interruption_is_quiet_and_ends_with_130(environment: None, tmp_path: Path) -> None:
    reached = tmp_path / "reached"
    waiting = (
        "import cli, pathlib, time\n"
        f"cli.local_server.status = lambda: (pathlib.Path({str(reached)!r}).touch(), time.sleep(60))\n"
        "cli.main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", waiting, "server", "status"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a run in the background ignores it
    )
    while not reached.exists() and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out + err == b""


def test_browse_hands_the_page_its_beginning_once_and_ends(loaded: Path) -> None:
    with subprocess.Popen([*RUN, "browse", "--no-open", "Dual", "roles"], stdout=subprocess.PIPE) as program:
        assert program.stdout
        page, _, ticket = program.stdout.readline().decode().strip().partition("#k=")
        port, _, token = ticket.partition(".")
        address, origin = f"http://127.0.0.1:{port}/{token}", page.removesuffix("/browser/")
        assert urllib3.request("GET", address, headers={"Origin": "http://localhost:1"}, retries=False).status == 404
        handed = urllib3.request("GET", address, headers={"Origin": origin}, retries=False).json()
        assert program.wait(timeout=30) == 0
    assert "'Dual roles'" in handed["opening"]
    assert "Made up for tests." in handed["guide"]
    assert handed["connection"]["password"]
    assert handed["connection"]["password"] not in page + ticket
