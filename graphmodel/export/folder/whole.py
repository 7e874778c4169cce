"""A study folder on its way: where it is written, what its things are called, what its tables need said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphmodel.export.folder.names import ConceptNames
from graphmodel.export.folder.tables import USUAL, Value, all_values, separator_for, write_table
from graphmodel.export.rows import StudyRows
from graphmodel.export.written import Exported
from graphmodel.schema import Label, label_of, local


@dataclass(slots=True)
class Folder:
    """What the parts of a study folder share. `tables` are those that study.yaml has to say something of."""

    root: Path
    rows: StudyRows
    exported: Exported
    concepts: ConceptNames
    names: dict[str, str]
    tables: list[dict[str, Any]] = field(default_factory=list)

    def called(self, key: str) -> str:
        """What something is called so that it is found again."""
        return self.concepts.of(key) if label_of(key) is Label.CONCEPT else self.names.get(key, local(key))

    def all_called(self, keys: Iterable[str]) -> list[str]:
        """The same for several, without those who were left out."""
        return [self.called(key) for key in keys if key not in self.rows.without]

    def table(self, kind: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> int:
        """Write a table where it has rows, and return how many."""
        if not rows:
            return 0
        separator = separator_for(all_values(rows))
        self.mention(f"{kind}.csv", kind, separator)
        return write_table(self.root / f"{kind}.csv", columns, rows, separator)

    def mention(self, file: str, kind: str, separator: str) -> None:
        """Have study.yaml say what parts several values in a table's cells, where it is not the usual."""
        if separator != USUAL:
            self.tables.append({"file": file, "as": kind, "split": separator})


def begin(root: Path, rows: StudyRows, exported: Exported) -> Folder:
    """A folder with nothing in it yet."""
    things = (rows.interviews, rows.memos, rows.propositions, rows.researchers)
    names = {row["key"]: row["name"] for each in things for row in each}
    names |= {row["key"]: row["properties"]["name"] for row in (*rows.participants, *rows.references)}
    concepts = ConceptNames(rows.study, rows.concepts, rows.retired)
    return Folder(root, rows, exported, concepts, names)
