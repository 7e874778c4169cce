"""Brings a sheet to where it was asked for: the terminal, a pipe or a file, in one of the four forms."""

from __future__ import annotations

from pathlib import Path

from graphmodel.errors import GraphmodelError
from graphmodel.terminal.rows import Format, as_text, print_table
from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.streams import console, stderr, stdout, words

BY_SUFFIX = {".json": Format.JSON, ".csv": Format.CSV, ".md": Format.MD, ".txt": Format.TABLE}


def form_of(form: Format | None, file: Path | None) -> Format:
    """The form that was asked for, else the one that the file's name means, else a table.

    Raises GraphmodelError where the file's name means none.
    """
    if form or file is None:
        return form or Format.TABLE
    if file.suffix.lower() not in BY_SUFFIX:
        raise GraphmodelError(
            f"`{file}` does not say which format it is to have",
            f"give it one of the endings {', '.join(BY_SUFFIX)}, or add `--format`",
        )
    return BY_SUFFIX[file.suffix.lower()]


def show(sheet: Sheet, form: Format, file: Path | None) -> None:
    """Writes the sheet. Notices and notes go beside it on stderr where the form has no place for them.

    Raises GraphmodelError where the file cannot be written.
    """
    if file is not None:
        _write(sheet, form, file)
    elif form is Format.TABLE:
        _print(sheet)
    else:
        stdout().out(as_text(sheet, form), end="", highlight=False)
    if form in (Format.TABLE, Format.CSV):
        _tell(sheet)


def _print(sheet: Sheet) -> None:
    if sheet.title:
        stdout().print(words(sheet.title, "bold"), "", sep="\n")
    if sheet.draw:
        sheet.draw(stdout())
    else:
        print_table(stdout(), sheet)


def _tell(sheet: Sheet) -> None:
    if sheet.notices or sheet.notes:
        stderr().print()
    for note in sheet.notes:
        stderr().print(words(note, "dim"))
    for notice in sheet.notices:
        stderr().print(words(notice, "italic yellow"))


def _write(sheet: Sheet, form: Format, file: Path) -> None:
    try:
        with file.open("w", encoding="utf-8-sig" if form is Format.CSV else "utf-8", newline="\n") as stream:
            if form is Format.TABLE:
                page = console(stream)
                print_table(page, sheet) if sheet.draw is None else sheet.draw(page)
            else:
                stream.write(as_text(sheet, form))
    except OSError as error:
        raise GraphmodelError(f"cannot write `{file}`: {error.strerror}", "choose another place with `-o`") from error
    stderr().print(words(f"written to {file}"))
