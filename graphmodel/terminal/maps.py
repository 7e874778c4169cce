"""What is said when a map was written: where it is, what it holds, and what was kept out of it."""

from __future__ import annotations

from graphmodel.report import WrittenMap
from graphmodel.terminal.streams import stderr, stdout, words


def print_map(written: WrittenMap) -> None:
    """Says where the page is; on stderr, what whoever shares it should know."""
    theory = written.theory
    about = f"{_counted(len(theory.inside), 'concept')}, {_counted(theory.quotes, 'quote')}"
    stdout().print(words(f"{written.path} holds the map ({about}); any web browser opens it, without a network"))
    for note in theory.notes:
        stderr().print(words(note, "dim"))
    if theory.withheld:
        stderr().print(
            words(f"{_counted(theory.withheld, 'excerpt')} counted without words: no consent to quote", "dim")
        )
    if theory.redactions:
        blank = _counted(theory.redactions, "passage")
        stderr().print(words(f"{blank} of definitions, memos and notes left blank: they repeat such words", "yellow"))
    if theory.guarded_names:
        names = ", ".join(theory.guarded_names)
        stderr().print(words(f"names that repeat such words stay as they are: {names}", "yellow"))
    if theory.notice:
        stderr().print(words(theory.notice, "italic yellow"))


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
