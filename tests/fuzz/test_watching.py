"""What watches the readers sees what it is there to see."""

from __future__ import annotations

import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from graphmodel.errors import Place, Problem, Severity
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Concept, Role, Transcript, Turn
from tests.fuzz.guard import watched
from tests.fuzz.judge import faults


def test_what_is_done_outside_the_folder_is_seen(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "a.txt").write_text("a")
    with watched(inside) as watch:
        (inside / "a.txt").read_text()
        assert watch.wrong == []
        (tmp_path / "b.txt").write_text("b")
        assert len(watch.wrong) == 2
        Path("/etc/hostname").read_bytes()
        (inside / "a.txt").unlink()
        sqlite3.connect(inside / "a.db").close()
        subprocess.run([sys.executable, "-c", ""], check=True)
        socket.socket().close()
    said = "\n".join(watch.wrong)
    for sign in ("to write", "/etc/hostname", "os.remove", "a database", "started", "socket."):
        assert sign in said


def test_memory_and_time_are_measured(tmp_path: Path) -> None:
    with watched(tmp_path) as watch:
        held = bytearray(64 * 1024 * 1024)
        sum(range(1_000_000))
    assert len(held) and watch.megabytes > 40
    assert watch.seconds > 0


PLACE = Place(Path("a"))


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        ("text", "neither a record"),
        (Problem(Severity.FLAG, " ", PLACE), "says nothing"),
        (Problem(Severity.FLAG, "a"), "without its place"),
        (Problem(Severity.ERROR, "a", PLACE), "what to do"),
        (Concept("a\x00"), "a NUL"),
        (Concept("a", definition="\ud800"), "a NUL"),
        (Concept(" "), "an empty name"),
        (Coding("i", QuoteSelector(None, 3), ()), "without words or place"),
        (Coding("i", QuoteSelector("a", 3, 2), ()), "ends before it begins"),
        (Coding("i", QuoteSelector("a", -1, 2), ()), "before the text"),
        (Coding("i", QuoteSelector("a", 0, 2**63), ()), "beyond 64 bits"),
        (Transcript("i", "ab", (Turn(0, None, Role.OTHER, 0, 3, 0),)), "turn 0 has no place"),
    ],
)
def test_faults_are_seen(item: object, fault: str) -> None:
    assert any(fault in each for each in faults([item], Path("a")))


def test_a_selector_beyond_its_text_is_seen() -> None:
    items = [Transcript("Interview 1", "ab", ()), Coding("interview-1", QuoteSelector("a", 0, 3), ())]
    assert len(faults(items, Path("a"))) == 1
