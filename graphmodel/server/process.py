"""The server's process: its command line, its start, its end."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

from graphmodel.server.home import Home
from graphmodel.server.lines import ServerLine
from graphmodel.server.ports import LOOPBACK
from graphmodel.server.state import home_argument

OPENED_PACKAGES = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.lang")
SMALLEST_HEAP_MB = 512
LARGEST_HEAP_MB = 4096
# The magic number of Bolt and four proposals of a version range: 5.8 and below, 4.4, none, none.
BOLT_HANDSHAKE = bytes.fromhex("6060b017 00080805 00020404 00000000 00000000")


def class_path(line: ServerLine, home: Home) -> str:
    """The jars of the line as Java wants them, in the lock file's order."""
    return os.pathsep.join(str(home.jars / jar.path) for jar in line.jars())


def server_command(java: Path, line: ServerLine, home: Home, java_options: Sequence[str] = ()) -> list[str]:
    """The command line of the server. Its long part goes to a file of arguments: Windows allows 32,000 characters."""
    options = [*_java_options(home), *java_options, "-cp", class_path(line, home)]
    arguments = home.configuration / "java.args"
    arguments.write_text("\n".join(_quoted(option) for option in options), encoding="utf-8")
    return [
        str(java),
        f"@{arguments}",
        line.main_class,
        home_argument(home),
        f"--config-dir={home.configuration}",
        "--console-mode",
    ]


def admin_command(java: Path, line: ServerLine, home: Home) -> list[str]:
    """The command line of the server's administration tool, without its arguments."""
    arguments = home.configuration / "admin.args"
    options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", class_path(line, home)]
    arguments.write_text("\n".join(_quoted(option) for option in options), encoding="utf-8")
    return [str(java), f"@{arguments}", line.admin_class]


def _java_options(home: Home) -> list[str]:
    return [
        *(f"--add-opens={package}=ALL-UNNAMED" for package in OPENED_PACKAGES),
        "--enable-native-access=ALL-UNNAMED",
        f"-Djava.io.tmpdir={home.temporary}",
        "-Dfile.encoding=UTF-8",
        "-XX:+UseG1GC",
        f"-Xmx{_heap_mb()}m",
    ]


def _heap_mb() -> int:
    quarter = psutil.virtual_memory().total // (4 << 20)
    return max(SMALLEST_HEAP_MB, min(LARGEST_HEAP_MB, quarter))


def _quoted(option: str) -> str:
    return '"' + option.replace("\\", "\\\\").replace('"', '\\"') + '"'


def launch(command: Sequence[str], log: Path) -> psutil.Process:
    """Start a process of its own that outlives this one and writes what it prints at the end of `log`."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=log.parent,
            **_detached(),
        )
    # The child is left running on purpose; a set return code keeps Popen from warning about it.
    process.returncode = 0
    return psutil.Process(process.pid)


def _detached() -> dict[str, Any]:
    if os.name == "nt":
        return {"creationflags": 0x00000008 | 0x00000200 | 0x08000000}
    return {"start_new_session": True}


def answers_bolt(port: int) -> bool:
    """Whether something on the loopback port answers as a Bolt server does."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=1) as connection:
            connection.sendall(BOLT_HANDSHAKE)
            answer = connection.recv(4)
    except OSError:
        return False
    return len(answer) == 4 and answer != bytes(4) and not answer.startswith(b"HTTP")


def listens(process: psutil.Process, port: int) -> bool:
    """Whether it is this process that listens on the port; believed where the system does not tell."""
    try:
        open_now = process.net_connections("tcp")
    except psutil.AccessDenied:
        return True
    except psutil.Error:
        return False
    return any(each.status == psutil.CONN_LISTEN and each.laddr.port == port for each in open_now)


def is_alive(process: psutil.Process) -> bool:
    """Whether the process still runs. One whose parent has not taken notice of its end is gone when its threads are:
    until then it holds its ports and files.
    """
    try:
        ended = process.status() == psutil.STATUS_ZOMBIE and process.num_threads() <= 1
        return process.is_running() and not ended
    except psutil.Error:
        return False


def end(process: psutil.Process, patience_s: float) -> None:
    """Ask the process to end; after `patience_s` seconds end it. Returns when it is gone."""
    try:
        process.terminate()
        if not _gone_within(process, patience_s):
            process.kill()
            _gone_within(process, patience_s)
    except psutil.NoSuchProcess:
        return


def _gone_within(process: psutil.Process, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while is_alive(process):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True
