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

FOLDER, TABLES = "graphmodel.export.folder", "graphmodel.export.csv_folder"
WRITERS = ("graphmodel.export.refi", "graphmodel.export.workbook", TABLES, FOLDER)
"""The modules that write a format; each says which with a `FORMAT`."""


def export_study(
    database: Database,
    study: str | None,
    path: Path,
    chosen: Chosen | None = None,
    *,
    tables: bool = False,
    overwrite: bool = False,
) -> Exported:
    """Write a study to a file, in the format that its suffix names; to a study folder where there is no suffix, or to
    a folder of `tables`.

    Words that may not be quoted are withheld, and participants who withdrew left out, unless `chosen` says otherwise.
    Raises GraphmodelError where no format has the suffix, the study is not there, the file is there already (unless
    `overwrite`) or cannot be written. A folder is never replaced.
    """
    writer = _writer(path, tables)
    if path.exists() and (not overwrite or not writer.FORMAT.suffixes):
        hint = "choose another name, or add --force to replace it" if writer.FORMAT.suffixes else "choose another name"
        raise GraphmodelError(f"`{path}` is there already", hint)
    return writer.write(database, choose_study(database, study), path, chosen or Chosen())


def _writer(path: Path, tables: bool) -> Writer:
    if tables or not path.suffix:
        return cast(Writer, import_module(TABLES if tables else FOLDER))
    writers = [cast(Writer, import_module(name)) for name in WRITERS]
    writer = next((each for each in writers if path.suffix.lower() in each.FORMAT.suffixes), None)
    if writer is None:
        written = ", ".join(
            f"{', '.join(each.FORMAT.suffixes) or 'no suffix'} ({each.FORMAT.name})" for each in writers
        )
        raise GraphmodelError(f"`{path}` names no format that is written", f"formats that are written: {written}")
    return writer
