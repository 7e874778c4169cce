"""How long work tells how far it is. The command line draws it; nothing below draws anything."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called with what is being done and how far it is, in units of the work (bytes for a fetch).

    `total` is None where the end is not known: the label alone says what is being waited for.
    """

    def __call__(self, label: str, done: int, total: int | None) -> None:
        """Show `done` of `total` under `label`."""


def silent(label: str, done: int, total: int | None) -> None:
    """Show nothing."""
