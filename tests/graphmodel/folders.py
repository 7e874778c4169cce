"""Small study folders written for a test, and changed as a researcher would change them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

YAML = "id: s\ntitle: A study\nresearchers: [AB]\n"
FIRST = "Interviewer: How did it start?\n\nP01: I was seen as a person. Not a case.\n\nInterviewer: And then?\n\nP01: We talked as mates.\n"
SECOND = "Interviewer: Tell me.\n\nP02: It was tenuous, it was a job. I was seen as a person.\n"


def study(folder: Path, files: Mapping[str, str]) -> Path:
    """A study folder of these files (paths within it, with their text), in a folder that is made for it."""
    write(folder, {"study.yaml": YAML, **files})
    return folder


def write(folder: Path, files: Mapping[str, str | None]) -> None:
    """Write files of a study folder; None takes one away."""
    for name, text in files.items():
        path = folder / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
