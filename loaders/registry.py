"""Find out of which format a file is, and who reads it. A loader is imported only when it is asked."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from graphmodel.errors import GraphmodelError
from loaders import safety
from loaders.format import Format, Loader, Unrecognised
from loaders.formats import FORMATS, format_for, format_of

__all__ = ["FORMATS", "format_for", "format_of", "loader", "recognise"]

_HEAD_BYTES = 4096


def loader(format_: Format) -> Loader:
    """The module that reads a format."""
    return cast(Loader, import_module(format_.module))


def recognise(path: Path) -> Format:
    """The one format whose loader claims the file.

    Raises GraphmodelError where none does, or several do, or the file cannot be opened.
    """
    refused = safety.refusal(path, None, safety.limit_of(path))
    if refused:
        raise GraphmodelError(f"{path}: {refused.message}", refused.hint)
    with path.open("rb") as opened:
        file = Unrecognised(path, opened.read(_HEAD_BYTES))
    claimed = [each for each in FORMATS if loader(each).matches(file)]
    if len(claimed) == 1:
        return claimed[0]
    if claimed:
        names = " and ".join(each.name for each in claimed)
        raise GraphmodelError(f"{path}: could be {names}", "Name the file in study.yaml, under tables, with as")
    raise GraphmodelError(f"{path}: no format that is read looks like this", f"Formats that are read:\n{_listed()}")


def _listed() -> str:
    return "\n".join(f"  {each.name} ({', '.join(each.suffixes)}): {each.reads}" for each in FORMATS)
