"""Files written for one test, and read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graphmodel.errors import Problem
from graphmodel.records import Record, TableMapping
from loaders.format import Format
from loaders.formats import FORMATS
from loaders.source import Source


def source_at(
    path: Path,
    loader: str,
    mapping: TableMapping | None = None,
) -> Source:
    return Source(format_read_by(loader), path, path.parent, path.name, mapping)


def format_read_by(loader: str) -> Format:
    """The format that a module reads, by the module's name without its package."""
    return next(each for each in FORMATS if each.module == f"loaders.{loader}")


def reader_of(format_: Format) -> str:
    """The name, without its package, of the module that reads a format."""
    return format_.module.removeprefix("loaders.")


def read_file(path: Path, loader: str, **facts: Any) -> tuple[list[Record], list[Problem]]:
    """The records and the problems of a file."""
    found = list(source_at(path, loader, **facts).read())
    problems = [item for item in found if isinstance(item, Problem)]
    return [item for item in found if not isinstance(item, Problem)], problems


def read_as(
    folder: Path, loader: str, name: str, content: str | bytes, **facts: Any
) -> tuple[list[Any], list[Problem]]:
    """The records and the problems of a file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_file(path, loader, **facts)


def said(problems: list[Problem]) -> list[tuple[str, str]]:
    """Severity and place within the file of each problem."""
    return [(problem.severity.value, str(problem.place).partition(", ")[2]) for problem in problems]
