"""Why the server did not start, read from what it printed, and what to do about it."""

from __future__ import annotations

import re
from pathlib import Path

from graphmodel.errors import GraphmodelError
from graphmodel.server.home import Home

LAST_LINES = 400
FEWEST_WORDS = 3
PORT_TAKEN = r"[Aa]ddress already in use|Failed to bind"
REMEDIES = (
    (PORT_TAKEN, "another program took its port meanwhile: run the command again"),
    (r"No space left|not enough (disk )?space", "free some disk space, then run the command again"),
    (r"[Ll]ock file|already in use|store_lock", "another Neo4j uses this folder: stop it, then run the command again"),
    (r"[Pp]ermission denied|AccessDenied|not writable", "make the folder readable and writable for you"),
    (r"insufficient memory|OutOfMemory|Could not reserve", "close other programs: Java got too little memory"),
    (
        r"downgrade|newer version|UnsupportedFormat|not supported.*store",
        "the graph was written by another Neo4j version",
    ),
)


class PortTaken(GraphmodelError):
    """The server did not start because another program took its port between our look and its own."""


def start_failure(home: Home, log_offset: int) -> GraphmodelError:
    """The error for a server that ended before it answered. `log_offset` is where its output begins, in bytes."""
    printed = _read_from(home.log, log_offset)
    reason = find_reason(printed)
    hint = next((remedy for pattern, remedy in REMEDIES if re.search(pattern, printed)), None)
    see_log = f"its log has the whole story: `{home.log}`"
    kind = PortTaken if re.search(PORT_TAKEN, printed) else GraphmodelError
    return kind(f"the local Neo4j did not start: {reason}", f"{hint}; {see_log}" if hint else see_log)


def find_reason(printed: str) -> str:
    """The innermost cause that a log names in words, else any, else its last error, else its last line."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()][-LAST_LINES:]
    causes = [line for line in lines if line.startswith("Caused by: ")]
    errors = [line for line in lines if re.search(r"\bERROR\b|^Error|Exception: ", line)]
    in_words = [cause for cause in causes if len(_plain(cause).split()) >= FEWEST_WORDS]
    for found in (in_words, causes, errors, lines):
        if found:
            return _plain(found[-1])
    return "it printed nothing"


def _plain(line: str) -> str:
    without_time = re.sub(r"^[\d-]+ [\d:.]+\+\d{4} (ERROR|WARN|INFO) +", "", line)
    return re.sub(r"^(Caused by: )?([\w$]+\.)+[\w$]+(Exception|Error): ", "", without_time).strip().rstrip(".")


def _read_from(log: Path, offset: int) -> str:
    if not log.exists():
        return ""
    with log.open("rb") as file:
        file.seek(offset)
        return file.read().decode("utf-8", errors="replace")
