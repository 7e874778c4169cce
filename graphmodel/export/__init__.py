"""A study as a file of another program: which formats are written, and what each export says of itself."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.export.written import Chosen, Exported, Writer
from graphmodel.lookup import choose_study

__all__ = ["WRITERS", "Chosen", "Exported", "export_study"]

WRITERS = ("graphmodel.export.refi",)
"""The modules that write a format; each says which with a `FORMAT`."""


def export_study(
    database: Database, study: str | None, path: Path, chosen: Chosen | None = None, *, overwrite: bool = False
) -> Exported:
    """Write a study to a file, in the format that its suffix names.

    Words that may not be quoted are withheld, and participants who withdrew left out, unless `chosen` says otherwise.
    Raises GraphmodelError where no format has the suffix, the study is not there, the file is there already (unless
    `overwrite`) or cannot be written.
    """
    writers = [cast(Writer, import_module(name)) for name in WRITERS]
    writer = next((each for each in writers if path.suffix.lower() in each.FORMAT.suffixes), None)
    if writer is None:
        written = ", ".join(f"{', '.join(each.FORMAT.suffixes)} ({each.FORMAT.name})" for each in writers)
        raise GraphmodelError(f"`{path}` names no format that is written", f"formats that are written: {written}")
    if path.exists() and not overwrite:
        raise GraphmodelError(f"`{path}` is there already", "choose another name, or add --force to replace it")
    return writer.write(database, choose_study(database, study), path, chosen or Chosen())
