"""Tables of codings that programs export: a module a program declares its headers, and `export_rows` reads the rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.export_codes import UNPARTED, Applied, PartsOf
from loaders.export_rows import Reading
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.tables import headers_of

Names = tuple[str, ...]
CodesOfRow = Callable[[Sequence[str]], list[Applied]]


@dataclass(frozen=True, slots=True)
class Export:
    """What a program calls the columns of its table of codings: for each thing that a row tells, the headers that it
    may have, folded as `fold_header` does.

    `told_by` are further columns without which the table is another program's. `parts` gives the names in the
    paths of codes. `split` may part several codes in a cell, and
    `count` is the column that says how many there are. `first` is the number of a text's first character; where
    `inclusive`, an end is the last character of its excerpt. `month_first` is what the program writes where a file's
    dates do not tell. `each_code` makes of the headers what reads the codes of a row, where each code has columns of
    its own; None where these are missing. `numbering` are columns of row numbers, which nobody misses. `place` are
    columns that tell excerpts of the same words apart by where they stand, `identity` by what they are called. `hint`
    goes with the note of columns that are not read.
    """

    document: Names
    quote: Names
    codes: Names
    told_by: Sequence[Names] = ()
    group: Names = ()
    coder: Names = ()
    date: Names = ()
    note: Names = ()
    label: Names = ()
    weight: Names = ()
    start: Names = ()
    end: Names = ()
    count: Names = ()
    parts: PartsOf = UNPARTED
    split: Names = ()
    first: int = 0
    inclusive: bool = False
    month_first: bool | None = None
    each_code: Callable[[Sequence[str]], CodesOfRow | None] | None = None
    numbering: Names = ()
    place: Sequence[Names] = ()
    identity: Names = ()
    hint: str | None = None

    def matches(self, file: Unrecognised) -> bool:
        """Tell whether the file is such a table, by its headers."""
        headers = file.found(headers_of)
        return all(headers.intersection(names) for names in (self.document, self.quote, self.codes, *self.told_by))

    def read(self, source: Source) -> Read:
        """The Researchers, Concepts and Codings of the table, and the problems found in it."""
        return Reading(self, source.path).run()
