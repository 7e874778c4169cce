"""All that the graph may hold: for a person on one page, for a program as rows or as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from graphmodel import vocabulary
from graphmodel.terminal.schema_markdown import (
    properties_of_node,
    properties_of_relationships,
    tables,
    values_of_properties,
)
from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.streams import lay, words
from graphmodel.vocabulary import NodeKind, Property, RelationshipKind

EVERY_NODE = "every node"
STORE = "what it keeps of loads and of documents; no question or count meets these"
COLUMNS = ("of", "property", "type", "there", "values", "means")


def schema_sheet() -> Sheet:
    """One row a label, a relationship type, and a property of each."""
    data = {
        "everyNode": vocabulary.EVERY_NODE,
        "labels": vocabulary.LABELS,
        "relationships": vocabulary.RELATIONSHIPS,
        "programOwn": {"labels": vocabulary.STORE_LABELS, "relationships": vocabulary.STORE_RELATIONSHIPS},
    }
    return Sheet(columns=COLUMNS, rows=[*_rows()], data=data, draw=_draw, outline=tables)


def _rows() -> Iterator[dict[str, object]]:
    yield from _property_rows(EVERY_NODE, vocabulary.EVERY_NODE)
    for node in (*vocabulary.LABELS, *vocabulary.STORE_LABELS):
        yield {"of": node.label, "means": node.means}
        yield from _property_rows(node.label, properties_of_node(node))
    for kind in (*vocabulary.RELATIONSHIPS, *vocabulary.STORE_RELATIONSHIPS):
        yield {"of": kind.pattern, "means": kind.means}
        yield from _property_rows(kind.pattern, kind.properties)


def _property_rows(of: str, properties: Iterable[Property]) -> Iterator[dict[str, object]]:
    for each in properties:
        yield {
            "of": of,
            "property": each.name,
            "type": each.holds.value,
            "there": each.there.value,
            "values": list(each.values.meanings) or None,
            "means": each.means,
        }


def _draw(console: Console) -> None:
    _draw_properties(console, EVERY_NODE, "whatever its label", vocabulary.EVERY_NODE)
    for node in vocabulary.LABELS:
        _draw_node(console, node)
    _draw_relationships(console, "relationships", vocabulary.RELATIONSHIPS)
    for types, properties in properties_of_relationships(vocabulary.RELATIONSHIPS):
        _draw_properties(console, ", ".join(types), "", properties)
    _draw_values(console)
    console.print("", _heading("the program's own", STORE), sep="\n")
    for node in vocabulary.STORE_LABELS:
        _draw_node(console, node)
    _draw_relationships(console, "", vocabulary.STORE_RELATIONSHIPS)


def _draw_node(console: Console, node: NodeKind) -> None:
    levels = f": {', '.join(node.levels)}" if node.levels else ""
    _draw_properties(console, node.label, f"{node.means}{levels}", properties_of_node(node))


def _draw_properties(console: Console, heading: str, means: str, properties: Iterable[Property]) -> None:
    console.print("", _heading(heading, means), sep="\n")
    grid = _grid(4)
    for each in properties:
        values = f": {', '.join(each.values.meanings)}" if each.values.meanings else ""
        grid.add_row(*map(words, (f"  {each.name}", each.holds, each.there, f"{each.means}{values}")))
    lay(console, grid)


def _draw_relationships(console: Console, heading: str, kinds: Iterable[RelationshipKind]) -> None:
    console.print("", *([words(heading, "bold")] if heading else []), sep="\n")
    grid = _grid(2)
    for kind in kinds:
        grid.add_row(words(f"  {kind.pattern}"), words(kind.means))
    lay(console, grid)


def _draw_values(console: Console) -> None:
    console.print("", words("values", "bold"), sep="\n")
    grid = _grid(3)
    for name, values in values_of_properties():
        for number, (value, means) in enumerate(values.meanings.items()):
            grid.add_row(words("" if number else f"  {name}"), words(value), words(means))
        if values.is_open:
            grid.add_row("", "…", words("any other word, as it was written"))
    lay(console, grid)


def _heading(heading: str, means: str) -> Text:
    return Text.assemble((heading, "bold"), f"  {means}" if means else "")


def _grid(columns: int) -> Table:
    grid = Table.grid(padding=(0, 2))
    for _ in range(columns - 1):
        grid.add_column(no_wrap=columns > 2, overflow="fold")
    grid.add_column(overflow="fold")
    return grid
