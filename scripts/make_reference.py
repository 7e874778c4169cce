"""Writes docs/reference/commands.md from the commands themselves: `python scripts/make_reference.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "commands.md"
HEAD = """# Commands

Made from the program's own help by `python scripts/make_reference.py`; `graphmodel COMMAND --help` shows the same.

Every command ends with the status 0 where all is done, 1 where it is done and something is flagged, 2 where it could
not be done (a mistake in typing is one of these), 130 where it was interrupted. What was asked for goes to standard
output, progress, notices and errors to standard error. `--debug` shows where in the program an error arose. Colours
are left out where the output is no terminal, and where `NO_COLOR` is set.

The options that many commands share stand at the end of this page."""


def page() -> str:
    """The whole page."""
    sys.path.insert(0, str(ROOT))
    from cli import app

    program: Any = typer.main.get_command(app)
    shared: dict[str, str] = {}
    commands = list(_commands(program, "graphmodel", shared))
    sections = [f"## {heading}\n\n{table}" for heading, table in shared.items()]
    return "\n\n".join([HEAD, *commands, *sections]) + "\n"


def _commands(group: Any, path: str, shared: dict[str, str]) -> Iterator[str]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{path} {name}", shared)
        else:
            yield from _command(command, f"{path} {name}", shared)


def _command(command: Any, path: str, shared: dict[str, str]) -> Iterator[str]:
    context = command.make_context(path, [], resilient_parsing=True)
    yield f"## {path.removeprefix('graphmodel ')}"
    yield str(command.help)
    yield f"```console\n$ {str(command.epilog).removeprefix('Example:').strip()}\n```"
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    if arguments:
        yield _table("argument", [(each.display_name_raw, each) for each in arguments])
    panels = {panel: [(_names(each, context), each) for each in options] for panel, options in _panels(command).items()}
    if None in panels:
        yield _table("option", panels.pop(None))
    for panel, rows in panels.items():
        table = _table("option", rows)
        shared[str(panel)] = max(shared.get(str(panel), ""), table, key=len)
    if panels:
        links = " and ".join(f"[{panel}](#{_anchor(str(panel))})" for panel in panels)
        yield f"See also {links}."


def _anchor(heading: str) -> str:
    kept = "".join(sign for sign in heading.lower() if sign.isalnum() or sign in " -")
    return kept.replace(" ", "-")


def _panels(command: Any) -> dict[str | None, list[Any]]:
    panels: dict[str | None, list[Any]] = {}
    for each in command.params:
        if each.param_type_name == "option" and not each.hidden:
            panels.setdefault(each.rich_help_panel, []).append(each)
    return panels


def _names(option: Any, context: Any) -> str:
    value = "" if option.is_flag else f" {option.display_type(context)}"
    return f"{', '.join(option.opts)}{value}"


def _table(heading: str, rows: list[tuple[str, Any]]) -> str:
    lines = [f"| {heading} | |", "|---|---|"]
    lines += [f"| `{name.replace('|', ', ')}` | {_meaning(parameter)} |" for name, parameter in rows]
    return "\n".join(lines)


def _meaning(parameter: Any) -> str:
    default = parameter.show_default if isinstance(parameter.show_default, str) else parameter.default
    shown = "" if default in (None, False, "", ()) or callable(default) else f" Otherwise `{default}`."
    return f"{parameter.help or ''}{shown}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
