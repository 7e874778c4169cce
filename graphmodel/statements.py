"""The Cypher files of the project, read as package resources.

Python says which statement it wants, never its text. Comment lines that begin a file describe it
and are sent along: the server's query log then names the file's purpose.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import LiteralString, cast


@cache
def statement(name: str) -> LiteralString:
    """The text of `cypher/<name>.cypher`, for example `statement("sync/read_codings")`.

    Raises FileNotFoundError where there is no such file.
    """
    return files("cypher").joinpath(f"{name}.cypher").read_text(encoding="utf-8")


@cache
def statements(name: str) -> tuple[LiteralString, ...]:
    """The statements of a file that holds several, each ending with `;` at a line's end (schema, teardown)."""
    parts = re.split(r";\s*$", statement(name), flags=re.MULTILINE)
    return tuple(cast(LiteralString, part.strip()) for part in parts if _has_cypher(part))


def _has_cypher(text: str) -> bool:
    return any(line.strip() and not line.strip().startswith("//") for line in text.splitlines())
