"""What a command shows, before anybody decides how: rows, and where it has one, a drawing for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from rich.console import Console


@dataclass(frozen=True, slots=True)
class Sheet:
    """`columns` are the names of a row's values in order. `notices` belong to every output made from the study.
    `notes` say what is to be known about these rows (what was left out, and why). `data` is what JSON holds where
    that is more than the rows; `draw` prints for people where a table is not the best picture; `outline` is the
    same as Markdown."""

    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, object]]
    title: str | None = None
    notices: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = "nothing found"
    data: Mapping[str, object] = field(default_factory=dict)
    draw: Callable[[Console], None] | None = None
    outline: Callable[[], str] | None = None
