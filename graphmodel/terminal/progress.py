"""Progress on stderr: a line that moves on a terminal, one line a step anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import RenderableType
from rich.progress import Progress, ProgressColumn, SpinnerColumn, Task, TaskID, TextColumn
from rich.progress_bar import ProgressBar
from rich.text import Text

from graphmodel.server import Progress as Reporter
from graphmodel.terminal.streams import clean, stderr, words

BYTES_FROM = 1 << 20
"""Totals from here on are bytes: nothing else that is counted comes in such numbers."""


@contextmanager
def progress_line() -> Iterator[Reporter]:
    """What the library calls with a label, how much is done, and of how much (None: not known).

    The line is gone when the work is done, so that the answer can be printed while this is still open.
    """
    line = _Line()
    try:
        yield line
    finally:
        line.drawn.stop()


class _Line:
    def __init__(self) -> None:
        self._console = stderr()
        self._tasks: dict[str, TaskID] = {}
        columns = SpinnerColumn(), TextColumn("{task.description}", markup=False), _KnownBar(), _Amount()
        self.drawn = Progress(
            *columns,
            console=self._console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
            disable=not self._console.is_terminal,
        )

    def __call__(self, label: str, done: int, total: int | None) -> None:
        if label not in self._tasks:
            self._begin(label, total)
        finished = total is not None and done >= total
        self.drawn.update(self._tasks[label], completed=done, total=total, visible=not finished)
        if finished:
            self.drawn.stop()
        else:
            self.drawn.start()

    def _begin(self, label: str, total: int | None) -> None:
        for task in self._tasks.values():
            self.drawn.update(task, visible=False)
        self._tasks[label] = self.drawn.add_task(clean(label), total=total)
        if not self._console.is_terminal:
            self._console.print(words(f"{label} …"))


class _KnownBar(ProgressColumn):
    """A bar where the end is known, else nothing."""

    def render(self, task: Task) -> RenderableType:
        return ProgressBar(total=task.total, completed=task.completed, width=30) if task.total else ""


class _Amount(ProgressColumn):
    def render(self, task: Task) -> Text:
        if not task.total:
            return Text(f"{task.elapsed or 0:.0f} s", style="dim")
        if task.total >= BYTES_FROM:
            return Text(f"{task.completed / 1e6:.0f} of {task.total / 1e6:.0f} MB", style="dim")
        return Text(f"{task.completed:.0f} of {task.total:.0f}", style="dim")
