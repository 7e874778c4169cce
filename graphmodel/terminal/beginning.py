"""What to do next: after a new study folder was made, after the demo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from graphmodel.demo import DEMO_THEME
from graphmodel.terminal.streams import stdout, words

AFTER_THE_DEMO = (
    (f'graphmodel trace "{DEMO_THEME}"', "all that grounds this theme, down to the words"),
    ("graphmodel ask --list", "the questions that the theory can answer"),
    ("graphmodel browse", "the theory drawn, in the Neo4j Browser"),
    ("graphmodel new my-study", "a folder for a study of your own"),
)


def print_new(folder: Path, made: Sequence[Path]) -> None:
    """Says which files were made and what to type next."""
    console = stdout()
    console.print(words(f"{folder} holds a study to begin with:"))
    for path in made:
        console.print(words(f"  {path.relative_to(folder)}"))
    print_next((f"graphmodel load {quoted(folder)}", "loads it as it is; put your own files in and load again"))


def print_next(*steps: tuple[str, str]) -> None:
    """Prints commands that make sense now, each with what it does."""
    console = stdout()
    console.print()
    widest = max(len(line) for line, _ in steps)
    for line, why in steps:
        console.print(Text.assemble(("  " + line.ljust(widest), "cyan"), ("   " + why, "dim")))


def quoted(path: Path) -> str:
    """A path as it is typed at a command line."""
    return f'"{path}"' if " " in str(path) else str(path)
