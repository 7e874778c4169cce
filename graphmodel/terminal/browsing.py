"""Where the Browser is opened, and for how long the address is good."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graphmodel.browser.browse import PATIENCE_S, BrowseSession
from graphmodel.errors import GraphmodelError
from graphmodel.terminal.streams import stderr, stdout, words


def follow(session: BrowseSession, *, shown: bool) -> None:
    """Say where the Browser is, and stay for as long as it needs this program.

    Raises GraphmodelError where nobody opens it in time.
    """
    if shown:
        stderr().print(words(f"the Neo4j Browser opens on {session.study}", "dim"))
    else:
        stderr().print(words(f"it signs in by itself, once, in the next {PATIENCE_S:.0f} seconds:", "dim"))
        stdout().print(words(session.url), soft_wrap=True)
    if not session.wait():
        raise GraphmodelError("the page was not opened in time, and its address is spent", "run the command again")
    if session.stays:
        stderr().print(words("the page is there until you press Ctrl-C", "dim"))
        session.stay()


def print_kit(written: Sequence[Path]) -> None:
    """Name the files that were written; the first one explains the others."""
    stdout().print(
        words(f"{written[0].parent} holds what a Neo4j Browser needs; {written[0].name} says how to use it:")
    )
    for path in written:
        stdout().print(words(f"  {path.name}"))
