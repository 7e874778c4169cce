"""All that the graph may hold, as tables of Markdown: docs/reference/graph-model.md has them too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graphmodel import vocabulary
from graphmodel.vocabulary import NodeKind, Property, RelationshipKind, Values


def tables() -> str:
    """All tables, each below its heading."""
    sections = {
        "## Every node": every_node(),
        "## Labels": labels(),
        "## Relationships": relationships(),
        "## Values": values(),
        "## The program's own nodes": own_nodes(),
    }
    return "\n\n".join(f"{heading}\n\n{section}" for heading, section in sections.items())


def every_node() -> str:
    """The properties of every node."""
    return _properties(vocabulary.EVERY_NODE)


def labels() -> str:
    """Each label with its properties, below a heading of its own."""
    return "\n\n".join(_node(each) for each in vocabulary.LABELS)


def relationships() -> str:
    """Each relationship type, then the properties of those that have any."""
    return "\n\n".join(_relationships(vocabulary.RELATIONSHIPS))


def values() -> str:
    """Each value that a property with a fixed set of them may have."""
    lines = ["| property | value | meaning |", "|---|---|---|"]
    for name, found in values_of_properties():
        for number, (value, means) in enumerate(found.meanings.items()):
            lines.append(f"| {'' if number else f'`{name}`'} | `{value}` | {means} |")
        if found.is_open:
            lines.append("| | … | any other word, as it was written; it was flagged when it was loaded |")
    return "\n".join(lines)


def own_nodes() -> str:
    """What the program keeps for itself."""
    return "\n\n".join([*map(_node, vocabulary.STORE_LABELS), *_relationships(vocabulary.STORE_RELATIONSHIPS)])


def properties_of_node(node: NodeKind) -> tuple[Property, ...]:
    """The properties of a label beside those of every node."""
    return (*node.properties, *((vocabulary.STATUS,) if node.may_be_undefined else ()))


def properties_of_relationships(
    kinds: Iterable[RelationshipKind],
) -> Iterator[tuple[Sequence[str], tuple[Property, ...]]]:
    """The types that have the same properties, with these; types without any are left out."""
    types: dict[tuple[str, ...], list[RelationshipKind]] = {}
    for kind in kinds:
        types.setdefault(tuple(each.name for each in kind.properties), []).append(kind)
    for names, alike in types.items():
        if names:
            yield [kind.type for kind in alike], alike[0].properties


def values_of_properties() -> Iterator[tuple[str, Values]]:
    """The properties with a fixed set of values, each with the label or type that has it; those of several once."""
    seen: list[Values] = []
    of_labels = [(kind.label, kind.properties) for kind in (*vocabulary.LABELS, *vocabulary.STORE_LABELS)]
    of_types = [(kind.type, kind.properties) for kind in vocabulary.RELATIONSHIPS]
    for owner, properties in [("", (vocabulary.STATUS,)), *of_labels, *of_types]:
        for each in properties:
            if each.values.meanings and each.values not in seen:
                seen.append(each.values)
                yield f"{owner}.{each.name}".removeprefix("."), each.values


def _node(node: NodeKind) -> str:
    levels = f": {', '.join(f'`{each}`' for each in node.levels)}" if node.levels else ""
    means = node.means[0].upper() + node.means[1:]
    return f"### {node.label}\n\n{means}{levels}.\n\n{_properties(properties_of_node(node))}"


def _relationships(kinds: Sequence[RelationshipKind]) -> Iterator[str]:
    rows = [f"| `{_in_cell(kind.pattern)}` | {kind.means} |" for kind in kinds]
    yield "\n".join(["| relationship | says that the first |", "|---|---|", *rows])
    for types, properties in properties_of_relationships(kinds):
        yield f"{', '.join(f'`{each}`' for each in types)}:\n\n{_properties(properties)}"


def _properties(properties: Iterable[Property]) -> str:
    rows = [
        f"| `{each.name}` | {each.holds} | {each.there} | {_in_cell(each.means)}{_values(each)} |"
        for each in properties
    ]
    return "\n".join(["| property | type | there | meaning |", "|---|---|---|---|", *rows])


def _values(each: Property) -> str:
    named = ", ".join(f"`{value}`" for value in each.values.meanings)
    return f": {named}{' …' if each.values.is_open else ''}" if named else ""


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")
