"""What a reader does beside reading its file: every file opened, process started, address asked for while it runs.

Seen are Python's own doings. What compiled libraries open is not: for these, hostile files name a secret that must
not turn up among the records, and an address that nobody may call.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FORBIDDEN = (
    "socket.", "os.", "shutil.", "urllib.", "ftplib.", "http.", "subprocess.", "tempfile.", "ctypes.", "pty.",
    "builtins.input", "webbrowser.", "sqlite3.enable_load_extension", "sqlite3.load_extension",
)  # fmt: skip
HARMLESS = ("os.listdir", "os.scandir", "os.putenv", "os.unsetenv")
PDF_READER = [sys.executable, "-I", "-m", "loaders.pdf_pages"]
_OURS = tuple(str(Path(folder).resolve()) for folder in {sys.prefix, sys.base_prefix, str(Path(__file__).parents[2])})
_PEAK = Path("/proc/self/clear_refs")
_watches: list[Watch] = []


@dataclass
class Watch:
    """What was done while a folder's file was read, and what it took."""

    folder: Path
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    megabytes: float = 0.0


@contextmanager
def watched(folder: Path) -> Iterator[Watch]:
    """Watch what happens within; the folder is the one whose files may be read."""
    watch = Watch(folder.resolve())
    before, started = _reset_peak(), time.process_time()
    _watches.append(watch)
    try:
        yield watch
    finally:
        _watches.remove(watch)
        watch.seconds = time.process_time() - started
        watch.megabytes = _peak() - before


def _reset_peak() -> float:
    """Begin to measure the most memory anew, where the system can do that. Gives what is held now, in megabytes."""
    if _PEAK.exists():
        _PEAK.write_text("5")
    return _peak()


def _peak() -> float:
    """The most memory since it was measured last, in megabytes."""
    if _PEAK.exists():
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _look(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watches:
        return
    watch = _watches[-1]
    if event == "open":
        _look_at_file(watch, *arguments)
    elif event == "subprocess.Popen":
        if list(arguments[1]) != PDF_READER:
            watch.wrong.append(f"started {arguments[:2]}")
    elif event == "sqlite3.connect":
        if "mode=ro&immutable=1" not in str(arguments[0]):
            watch.wrong.append(f"opened a database to write: {arguments[0]}")
    elif event.startswith(FORBIDDEN) and event not in HARMLESS:
        watch.wrong.append(f"{event} {arguments!r:.200}")


def _look_at_file(watch: Watch, name: Any, mode: str | None, flags: int) -> None:
    if isinstance(name, int):
        return
    if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND):
        watch.wrong.append(f"opened to write: {os.fsdecode(name)}")
    path = Path(os.fsdecode(name)).resolve()
    if not path.is_relative_to(watch.folder) and not str(path).startswith(_OURS):
        watch.wrong.append(f"opened outside the folder: {path}")


sys.addaudithook(_look)
