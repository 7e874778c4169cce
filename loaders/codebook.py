"""The codebook table: a concept a row, or one column a level of the code tree."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.errors import Place, Severity
from graphmodel.names import fold
from graphmodel.records import Concept
from loaders import vocabulary
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.tables import Cells, Column, Table, headers_of, note_others, records_of
from loaders.values import Values

VERSION = 2
COLUMNS = (
    Column("code", needed=True, aliases=("concept", "name")),
    Column("parents", aliases=("parent",)),
    Column("level"),
    Column("definition", aliases=("description",)),
    Column("properties"),
    Column("origin"),
    Column("stage"),
    Column("id"),
    Column("was"),
    Column("merged_into"),
    Column("split_from"),
    Column("guids", aliases=("guid",)),
)
PATH_SEPARATOR = " > "
_NOT_HERE = {"interview", "quote", "reference", "kind"}


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a table of codes that names no excerpts and no references; a code among columns that a
    codebook has not is another program's."""
    headers = file.found(headers_of)
    own = {name for column in COLUMNS for name in (column.name, *column.aliases)}
    named = headers & {"code", "concept"}
    return bool(named) and not headers & _NOT_HERE and (headers == named or bool(headers & own - named))


def read(source: Source) -> Read:
    """The Concepts, and those that stand only in a column of parents."""
    table = Table(source, COLUMNS)
    values = Values(table)

    def concept(row: int, cells: Cells) -> Concept | None:
        if cells[0].strip():
            return _concept(values, table.place(row), cells, values.several(cells[1]), None)
        table.flag(row, "the row names no code and is left out", "Name it, or delete the row")
        return None

    if table.usable and table.mapping.parents:
        yield from table.drain()
        yield from note_others(table)
        yield from _tree(table, values)
        yield from table.drain()
    else:
        yield from records_of(table, concept)


def _concept(values: Values, place: Place, cells: Cells, parents: tuple[str, ...], level: str | None) -> Concept:
    row = place.row or 0
    name, _, own_level, definition, properties, origin, stage, identity, was, merged_into, split_from, guids, *_ = (
        cell.strip() for cell in cells
    )
    return Concept(
        name=name,
        parents=parents,
        level=own_level or level,
        definition=definition or None,
        properties=values.several(properties),
        origin=values.closed(row, "origin", origin, vocabulary.ORIGIN),
        stage=values.closed(row, "stage", stage, vocabulary.STAGE),
        id=identity or None,
        was=values.several(was),
        merged_into=merged_into or None,
        split_from=split_from or None,
        guids=tuple(guid.strip("{}") for guid in values.several(guids)),
        place=place,
    )


def _tree(table: Table, values: Values) -> Iterator[Concept]:
    """The concepts of a table with one column a level: each once, where it first stands, with the details of the row
    in which it is the innermost."""
    headers = table.level_headers()
    concepts: dict[tuple[str, ...], Concept] = {}
    detailed: set[tuple[str, ...]] = set()
    for row, cells in table.rows():
        chain = [(name.strip(), header) for name, header in zip((*table.levels(cells), cells[0]), headers, strict=True)]
        chain = [(name, header) for name, header in chain if name]
        if not chain:
            table.flag(row, "the row names no code and is left out", "Name it, or delete the row")
        for depth, (name, level) in enumerate(chain):
            above = tuple(parent for parent, _ in chain[:depth])
            path = tuple(map(fold, (*above, name)))
            parents = (PATH_SEPARATOR.join(above),) if above else ()
            if depth < len(chain) - 1:
                concepts.setdefault(path, Concept(name=name, parents=parents, level=level, place=table.place(row)))
            elif path in detailed:
                table.flag(
                    row, f"`{name}` is in the table already, in the same place of the tree", severity=Severity.ERROR
                )
            else:
                detailed.add(path)
                concepts[path] = _concept(values, table.place(row), (name, *cells[1:]), parents, level)
    yield from concepts.values()
