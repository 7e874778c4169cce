"""Options that many commands share, each declared once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from graphmodel.errors import GraphmodelError
from graphmodel.settings import Settings, resolve_settings
from graphmodel.terminal.output import form_of, show
from graphmodel.terminal.rows import Format
from graphmodel.terminal.sheet import Sheet

_NEO4J = "Which Neo4j"
_OUTPUT = "How it is shown"


@dataclass(frozen=True, slots=True)
class Connection:
    """Which Neo4j holds the graph; where nothing is said, the local one."""

    uri: Annotated[
        str | None,
        typer.Option(
            help="Address, such as neo4j+s://host; without one the local Neo4j is meant. Or NEO4J_URI.",
            rich_help_panel=_NEO4J,
        ),
    ] = None
    username: Annotated[str | None, typer.Option(help="User name. Or NEO4J_USERNAME.", rich_help_panel=_NEO4J)] = None
    password: Annotated[
        str | None,
        typer.Option(
            help="Password; other users may see it here, NEO4J_PASSWORD and a file do not show it.",
            rich_help_panel=_NEO4J,
        ),
    ] = None
    database: Annotated[
        str | None, typer.Option(help="Name of the database. Or NEO4J_DATABASE.", rich_help_panel=_NEO4J)
    ] = None
    credentials: Annotated[
        Path | None,
        typer.Option(help="File with NEO4J_URI=… and the others, as Aura hands out.", rich_help_panel=_NEO4J),
    ] = None
    remote: Annotated[
        bool,
        typer.Option("--remote", help="Allow writing to a server on another machine.", rich_help_panel=_NEO4J),
    ] = False


@dataclass(frozen=True, slots=True)
class Output:
    """In which form rows are shown, and where."""

    form: Annotated[
        Format | None,
        typer.Option("--format", help="table, json, csv or md (Markdown).", rich_help_panel=_OUTPUT),
    ] = None
    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this file; its ending says the format.", rich_help_panel=_OUTPUT),
    ] = None

    def show(self, sheet: Sheet) -> None:
        """Brings the rows to where they were asked for."""
        show(sheet, form_of(self.form, self.file), self.file)


@dataclass(frozen=True, slots=True)
class WordsOutput(Output):
    """The same for rows that hold words of participants."""

    all_words: Annotated[
        bool,
        typer.Option(
            "--all-words",
            help="Also write words that participants did not agree to be quoted.",
            rich_help_panel=_OUTPUT,
        ),
    ] = False

    @property
    def shows_all_words(self) -> bool:
        """Whether words that may not be quoted are among them: on the researcher's own screen, else only if asked."""
        return self.all_words or (self.file is None and form_of(self.form, self.file) is Format.TABLE)

    @property
    def usual_quotes(self) -> str:
        """How many excerpts a concept is shown with where nothing is said: few for people, all for programs."""
        return "5" if form_of(self.form, self.file) is Format.TABLE else "all"


def settings_of(connection: Connection) -> Settings | None:
    """The Neo4j that the options, a file or the environment name; None for the local one."""
    return resolve_settings(
        connection.uri, connection.username, connection.password, connection.database, connection.credentials
    )


def parameters(given: Iterable[str] | None) -> dict[str, str]:
    """What `--param name=value` says. Raises GraphmodelError where there is no `=`."""
    pairs = [item.partition("=") for item in given or ()]
    for name, sign, _ in pairs:
        if not (name and sign):
            raise GraphmodelError(f"`--param {name}` gives no value", "write it as `--param name=value`")
    return {name: value for name, _, value in pairs}


def number_or_all(option: str, value: str) -> int | None:
    """How many are to be shown: a number, or None for all. Raises GraphmodelError for anything else."""
    if value == "all":
        return None
    if not value.isdecimal():
        raise GraphmodelError(f"`{option} {value}` is neither a number nor `all`", f"for example `{option} 50`")
    return int(value)
