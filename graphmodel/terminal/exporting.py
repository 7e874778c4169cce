"""What is said when a study was written for another program: what is in the file, what was kept out, what has no
place."""

from __future__ import annotations

from graphmodel.export import Exported
from graphmodel.terminal.streams import stderr, stdout, words


def print_exported(exported: Exported) -> None:
    """Says where the file is and how much it holds; on stderr, what whoever works on with it should know."""
    held = ", ".join(f"{number} {what}" for what, number in exported.counts.items() if number)
    stdout().print(words(f"{exported.path} holds {exported.study}: {held}"))
    for number, what in (
        (exported.left_out, "participants who withdrew, left out with what they said (--withdrawn has them)"),
        (exported.withheld, "interviews whose words are kept out, for want of consent to quote (--all-words has them)"),
        (exported.blanked, "passages of definitions, memos and notes left blank, because they repeat such words"),
        (exported.wide, "interviews with signs that NVivo counts as two (--utf16 counts as it does)"),
    ):
        if number:
            _say(f"{what}: {number}")
    if exported.repeating:
        _say(f"names that repeat such words, and stay: {', '.join(exported.repeating)}")
    if exported.no_place:
        _say("the format has no place for:")
        for what, number in exported.no_place.items():
            _say(f"  {what}: {number}")
    if exported.notice:
        stderr().print(words(exported.notice, "italic yellow"))


def _say(line: str) -> None:
    stderr().print(words(line, "dim"))
