"""All elements of a graph as plain rows, so that every contender writes the same ones with the same properties."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphmodel.database import Database

Properties = dict[str, Any]


@dataclass(slots=True)
class Elements:
    """Nodes by their labels, relationships by type and the labels at their ends."""

    nodes: dict[str, list[Properties]] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(map(len, self.nodes.values())) + sum(map(len, self.edges.values()))


KEYED = ("Concept", "Interview", "Excerpt", "Turn", "Transcript", "Study", "Document", "Participant", "Researcher")


def read(database: Database) -> Elements:
    """Every element of the graph but rounds and versions, which the others need not write."""
    elements = Elements()
    for row in database.read(
        "MATCH (n) WHERE NOT n:Round AND NOT n:Version RETURN labels(n) AS labels, properties(n) AS properties"
    ):
        elements.nodes.setdefault(":".join(sorted(row["labels"], key=_concept_first)), []).append(row["properties"])
    for row in database.read(
        "MATCH (a)-[r]->(b) WHERE NOT a:Round AND NOT a:Version"
        " RETURN type(r) AS type, labels(a) AS at, labels(b) AS bt, a.key AS start, b.key AS end,"
        " properties(r) AS properties"
    ):
        name = (row["type"], _keyed(row["at"]), _keyed(row["bt"]))
        elements.edges.setdefault(name, []).append(row)
    return elements


def _concept_first(label: str) -> tuple[bool, str]:
    return label != "Concept", label


def _keyed(labels: Iterable[str]) -> str:
    return next(label for label in KEYED if label in labels)


def write_csv(elements: Elements, folder: Path) -> None:
    """One CSV file a label and a relationship type; the items of a list are joined by a bar."""
    folder.mkdir(parents=True, exist_ok=True)
    for label, rows in elements.nodes.items():
        _write(folder / f"{label.replace(':', '_')}.csv", rows)
    for (type_, start, end), rows in elements.edges.items():
        flat = [{"_start": row["start"], "_end": row["end"], **row["properties"]} for row in rows]
        _write(folder / f"{type_}_{start}_{end}.csv", flat)


def _write(path: Path, rows: list[Properties]) -> None:
    columns = sorted({name for row in rows for name in row})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)


def _cell(value: Any) -> Any:
    return "|".join(map(str, value)) if isinstance(value, list) else value
