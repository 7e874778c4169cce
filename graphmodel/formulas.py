"""Words in the cells of a table of plain text, where a spreadsheet would take some of them for a formula.

A cell that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or a new line gets an apostrophe in front, and so
does one that begins with apostrophes and then such a sign. So every cell can be told, and is read back as it was.
"""

from __future__ import annotations

import re

_TAKEN_FOR_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_KEPT_FROM_IT = re.compile(r"'+[=+\-@\t\r\n]")


def as_text(cell: str) -> str:
    """A cell as it is written, so that no spreadsheet computes it."""
    return f"'{cell}" if _TAKEN_FOR_FORMULA.match(cell) else cell


def as_meant(cell: str) -> str:
    """What was meant by a cell that `as_text` wrote."""
    return cell[1:] if _KEPT_FROM_IT.match(cell) else cell
