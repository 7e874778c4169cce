"""The Cypher files of the project, read as package resources.

Python says which statement it wants, never its text. Comment lines that begin a file describe it
and are sent along: the server's query log then names the file's purpose.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import LiteralString, cast

from graphmodel.schema import Label, Type


@cache
def statement(name: str) -> LiteralString:
    """The text of `cypher/<name>.cypher`, for example `statement("read/study")`.

    Raises FileNotFoundError where there is no such file.
    """
    return files("cypher").joinpath(f"{name}.cypher").read_text(encoding="utf-8")


@cache
def statement_for(name: str, **places: Label | Type | tuple[Label, ...]) -> LiteralString:
    """The text of a file with other labels and types in place of those that it shows as an example, for example
    `statement_for("store/change_nodes", Concept=Label.MEMO)`; several labels stand together as `Concept:Code`.

    Labels and types are part of a statement's text, since the server finds a node by its key through an index only
    where its label is. Raises KeyError where the file does not name one of them.
    """
    lines = statement(name).splitlines()
    first = next(at for at, line in enumerate(lines) if not line.startswith("//"))
    text = "\n".join(lines[first:])
    exchanged = {place: _written(given) for place, given in places.items()}
    for place in exchanged:
        if not re.search(rf"\b{place}\b", text):
            raise KeyError(f"cypher/{name}.cypher does not name {place}")
    text = re.sub(rf"\b({'|'.join(exchanged)})\b", lambda found: exchanged[found[1]], text)
    return "\n".join([*lines[:first], text])


def _written(given: Label | Type | tuple[Label, ...]) -> str:
    members = given if isinstance(given, tuple) else (given,)
    if not all(isinstance(each, (Label, Type)) for each in members):
        raise TypeError(f"not a label or type of the schema: {given!r}")
    return ":".join(members)


@cache
def statements(name: str) -> tuple[LiteralString, ...]:
    """The statements of a file that holds several, each ending with `;` at a line's end (schema, teardown)."""
    parts = re.split(r";\s*$", statement(name), flags=re.MULTILINE)
    return tuple(cast(LiteralString, part.strip()) for part in parts if _has_cypher(part))


def _has_cypher(text: str) -> bool:
    return any(line.strip() and not line.strip().startswith("//") for line in text.splitlines())
