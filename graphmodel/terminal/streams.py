"""The two streams of a command: data on stdout, everything about it on stderr."""

from __future__ import annotations

import re
import sys
from io import TextIOWrapper
from typing import TextIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

UNWRAPPED = 1_000_000
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def stdout() -> Console:
    """Where the answer goes."""
    return console(sys.stdout)


def stderr() -> Console:
    """Where progress, notices, warnings and errors go."""
    return console(sys.stderr)


def console(stream: TextIO) -> Console:
    """A console that takes what it prints as plain text, never as markup, and wraps lines for people only."""
    made = Console(file=stream, highlight=False, markup=False, emoji=False)
    if not made.is_terminal:
        made.width = UNWRAPPED
    return made


def clean(text: str) -> str:
    """The text without what would steer a terminal (escape sequences, direction marks): files are not trusted."""
    return _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def words(text: str, style: str = "") -> Text:
    """Text from a file, ready to print."""
    return Text(clean(text), style=style)


def lay(console: Console, drawing: RenderableType) -> None:
    """Prints a table or another drawing; where nobody looks at a screen, without the blanks that fill its lines."""
    if console.is_terminal:
        console.print(drawing)
        return
    with console.capture() as captured:
        console.print(drawing)
    for line in captured.get().splitlines():
        console.out(line.rstrip(), highlight=False)


def hang(console: Console, head: Text, body: Text) -> None:
    """Prints words behind a head, so that their lines stand below one another."""
    grid = Table.grid()
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(head, body)
    lay(console, grid)


def can_write(console: Console, text: str) -> bool:
    """Whether the stream's encoding has these characters."""
    try:
        text.encode(console.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def use_utf8() -> None:
    """Makes pipes and files UTF-8 everywhere, and a console that lacks a character show `?` in its place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")
