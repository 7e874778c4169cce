"""What the tables of a study have in common: how things are called, where concepts stand, what may be said of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graphmodel.export.rows import DOWN, Row, StudyRows, path_to
from graphmodel.export.written import Chosen, Exported
from graphmodel.names import fold
from graphmodel.schema import local

BETWEEN = "; "


@dataclass(slots=True)
class Content:
    """A study on its way into tables. `names` are what its nodes are called, `paths` the concepts from the outermost
    down to each, `gave` those who gave each interview, by key."""

    rows: StudyRows
    chosen: Chosen
    exported: Exported
    names: dict[str, str] = field(default_factory=dict)
    paths: dict[str, tuple[str, ...]] = field(default_factory=dict)
    gave: dict[str, list[str]] = field(default_factory=dict)

    def interviews(self) -> list[Row]:
        """The interviews by their sequence, then their date and name."""
        return sorted(self.rows.interviews, key=_in_order)

    def counts(self, name: str, **more: object) -> dict[str, Row]:
        """The rows of a statement that counts, by key."""
        return {row["key"]: row for row in self.rows.read(name, **more)}

    def called(self, key: str | None) -> str | None:
        """What something is called."""
        return None if key is None else self.names.get(key, local(key))

    def all_called(self, keys: Iterable[str]) -> str | None:
        """What several things are called, in one cell; without those that are left out."""
        names = (self.names.get(key, local(key)) for key in keys if key not in self.rows.without)
        return BETWEEN.join(dict.fromkeys(names)) or None

    def path(self, key: str) -> str:
        """Where a concept stands: `A > B > C`, the outermost first, by the parent that was named first."""
        return DOWN.join(self.names[each] for each in self.paths[key])

    def in_tree(self, key: str) -> tuple[tuple[str, str], ...]:
        """Sorts concepts as a tree is read, those of one parent by name."""
        return tuple((fold(self.names[each]), each) for each in self.paths[key])


def begin(rows: StudyRows, chosen: Chosen, exported: Exported) -> Content:
    """The content of a study; a proposition is called by its statement."""
    content = Content(rows, chosen, exported)
    for each in (rows.concepts, rows.interviews, rows.memos, rows.researchers):
        content.names |= {row["key"]: row["name"] or local(row["key"]) for row in each}
    for row in (*rows.participants, *rows.references):
        content.names[row["key"]] = row["properties"].get("name") or local(row["key"])
    for row in rows.propositions:
        content.names[row["key"]] = rows.clean(row["statement"]) or row["name"] or local(row["key"])
    parents = {row["key"]: row["parents"] for row in rows.concepts}
    content.paths = {key: path_to(key, parents) for key in parents}
    for person in sorted(rows.participants, key=lambda row: local(row["key"])):
        for interview in person["interviews"]:
            content.gave.setdefault(interview, []).append(person["key"])
    return content


def _in_order(interview: Row) -> tuple[object, ...]:
    sequence = interview["sequence"]
    return sequence is None, sequence or 0, interview["date"] or "", local(interview["key"])
