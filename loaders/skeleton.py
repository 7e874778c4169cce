"""A study folder to begin with: every file there, explained, and empty enough to load as it is."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from graphmodel.errors import GraphmodelError
from graphmodel.names import fold

_NOT_IN_AN_ID = re.compile(r"[^\w.-]+")


def create(folder: Path, title: str | None = None) -> list[Path]:
    """Make the folder and its files, and return these. The study's id comes from the folder's name, the title too
    where none is given.

    Raises GraphmodelError where a file is there already or the folder cannot be written to; then nothing is changed.
    """
    templates = dict(_templates(files("loaders") / "template"))
    present = [name for name in templates if (folder / name).exists() and not name.endswith("README.md")]
    if present:
        raise GraphmodelError(
            f"{folder}: the folder holds {', '.join(present)} already, and nothing was changed",
            "Name a new folder; or load this one with: graphmodel load",
        )
    name = folder.absolute().resolve().name
    made = []
    try:
        for relative, template in templates.items():
            path = folder / relative
            if not path.exists():
                _write(path, _filled(template.read_text(encoding="utf-8"), name, title or name, path.suffix))
                made.append(path)
    except OSError as error:
        raise GraphmodelError(f"{error.filename or folder}: cannot be written ({error.strerror})") from error
    return made


def study_id(name: str) -> str:
    """An id made of a folder's name, without accents."""
    letters = unicodedata.normalize("NFKD", fold(name))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    made = _NOT_IN_AN_ID.sub("-", bare).strip("-._")[:100]
    return "study" if made in ("", "null") else made


def _templates(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _templates(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry


def _filled(text: str, name: str, title: str, suffix: str) -> str:
    quoted = json.dumps(title, ensure_ascii=False) if suffix == ".yaml" else title
    return text.replace("STUDY_ID", study_id(name)).replace("STUDY_TITLE", quoted)


def _write(path: Path, text: str) -> None:
    """Tables begin with a byte order mark, by which Excel knows UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    encoding = "utf-8-sig" if path.suffix == ".csv" else "utf-8"
    with path.open("x", encoding=encoding, newline="\n") as file:
        file.write(text)
