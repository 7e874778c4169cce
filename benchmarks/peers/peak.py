"""The memory of a process at its peak. Without imports of ours: other programs' Pythons run it too."""

from __future__ import annotations

import re
import resource
from pathlib import Path


def peak_mb() -> float:
    """The most that this process, or one that it started and awaited, has held, in MB of 1024 * 1024 bytes. Where the
    system does not tell it (Linux does), what it was forked from counts too."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status = Path("/proc/self/status")
    if status.exists() and (found := re.search(r"VmHWM:\s+(\d+) kB", status.read_text("ascii", "replace"))):
        own = int(found[1])
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
