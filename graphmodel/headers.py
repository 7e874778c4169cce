"""The header of a Cypher file: comment lines at its top that hold YAML and are the only description of the file.

Questions begin with one. Line n of the YAML is line n of the file, so a mistake is named where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from graphmodel.errors import GraphmodelError


class HeaderError(GraphmodelError):
    """A Cypher file whose header is incomplete or does not fit its statement."""

    def __init__(self, name: str, line: int, message: str) -> None:
        super().__init__(f"cypher/{name}.cypher, line {line}: {message}", "docs/reference/questions.md shows a header")


def header(name: str, text: str, needed: Sequence[str], optional: Sequence[str] = ()) -> dict[str, Any]:
    """The fields of the header of `cypher/<name>.cypher`, whose whole text is given.

    Raises HeaderError where the header is not YAML, lacks one of the `needed` fields, leaves one empty, or has one
    that is neither needed nor optional.
    """
    fields = _yaml(name, header_lines(text))
    for field in needed:
        if fields.get(field) in (None, "", [], {}):
            raise HeaderError(name, line_of(text, field), f"the header has no `{field}`")
    for field in fields:
        if field not in needed and field not in optional:
            raise HeaderError(name, line_of(text, field), f"the header has an unknown field `{field}`")
    return fields


def header_lines(text: str) -> list[str]:
    """The comment lines that begin a file, without their slashes."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        lines.append(line.removeprefix("//").removeprefix(" "))
    return lines


def line_of(text: str, field: str) -> int:
    """The line (1-based) on which a field of the header stands; 1 where it is not there."""
    for number, line in enumerate(header_lines(text), start=1):
        if re.match(rf"\s*{re.escape(field)}\s*:", line):
            return number
    return 1


def used_parameters(text: str) -> set[str]:
    """The `$names` that a statement uses; those in comments and in quoted text do not count."""
    bare = re.sub(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"", "", text, flags=re.DOTALL)
    return set(re.findall(r"\$(\w+)", bare))


def check_parameters(name: str, text: str, declared: Mapping[str, Any]) -> None:
    """Raise HeaderError where the declared parameters are not those that the statement uses."""
    used = used_parameters(text)
    for unknown in sorted(used - set(declared)):
        raise HeaderError(name, _line_using(text, unknown), f"the statement uses `${unknown}`, which the header lacks")
    for unused in sorted(set(declared) - used):
        raise HeaderError(name, line_of(text, unused), f"the header declares `{unused}`, which the statement lacks")


def file_names(folder: str) -> list[str]:
    """The names of the Cypher files of a folder of `cypher/`, without the ending, in order: `ask/ground_theme`, …"""
    found = (each.name for each in files("cypher").joinpath(folder).iterdir())
    return sorted(f"{folder}/{each.removesuffix('.cypher')}" for each in found if each.endswith(".cypher"))


def _yaml(name: str, lines: Sequence[str]) -> dict[str, Any]:
    try:
        fields = YAML(typ="safe").load("\n".join(lines))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise HeaderError(name, mark.line + 1 if mark else 1, f"the header cannot be read: {error.problem}") from error
    if not isinstance(fields, dict):
        raise HeaderError(name, 1, "the file does not begin with a header")
    return fields


def _line_using(text: str, parameter: str) -> int:
    for number, line in enumerate(text.splitlines(), start=1):
        if parameter in used_parameters(line):
            return number
    return 1
