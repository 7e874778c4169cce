"""A terminal to type the commands of the documentation at, and what its screen shows afterwards."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyte

from scripts.console_pages import ROOT

WIDTH = 100
UNWRAPPED = 4_000
"""Columns of the screen itself, so that only the program breaks lines."""

BESIDE_THE_PAGES = ("docs/how-to/your-own-study",)
"""What of a clone the commands of a page find where they run."""

ALWAYS_DIFFERENT = (
    (re.compile(r"\bhttp://(localhost|127\.0\.0\.1):\d{4,}"), r"http://\1:7474"),
    (re.compile(r"\bbolt://(localhost|127\.0\.0\.1):\d{4,}"), r"bolt://\1:7687"),
    (re.compile(r"\bNeo4j 5\.26\.30\b"), "Neo4j 2026.08.1"),
)
"""What a page cannot know: which ports were free, which of the two server lines runs."""


class Terminal:
    """A terminal 100 columns wide in a folder, with an environment of its own and an empty home."""

    def __init__(self, folder: Path, variables: Mapping[str, str]) -> None:
        """Lays what a clone holds beside its pages into the folder. `variables` say which Neo4j is meant."""
        self.folder = folder / "clone"
        home = folder / "home"
        home.mkdir(parents=True)
        for beside in BESIDE_THE_PAGES:
            shutil.copytree(ROOT / beside, self.folder / beside)
        self._environment = dict(variables) | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLUMNS": str(WIDTH),
        }

    def run(self, command: str) -> list[str]:
        """Types the command; returns the lines of the screen, with what always differs made alike."""
        return [self._alike(line) for line in lines_of(self.record(command))]

    def record(self, command: str) -> bytes:
        """Types the command; returns all that it sent to the terminal, colours and movements included."""
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        ):
            os.close(theirs)
            received = b"".join(_pieces(ours))
        os.close(ours)
        return received

    def _alike(self, line: str) -> str:
        for pattern, instead in ALWAYS_DIFFERENT:
            line = pattern.sub(instead, line)
        return line.replace(str(self.folder), "/home/you/graphmodel")


def _pieces(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(terminal, 65_536)
        except OSError:  # Linux says so where the other end is closed; others read nothing
            return
        if not piece:
            return
        yield piece


def lines_of(received: bytes) -> list[str]:
    """What a screen that received this shows, line by line, blanks at the ends of lines left off."""
    screen = pyte.Screen(UNWRAPPED, received.count(b"\n") + 1)
    pyte.ByteStream(screen).feed(received)
    rows = (screen.buffer[number] for number in range(screen.lines))
    return ["".join(row[column].data for column in range(max(row, default=-1) + 1)).rstrip() for row in rows]
