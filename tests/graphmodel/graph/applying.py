"""A difference applied to a graph in memory, as Neo4j is written: nodes have an identity of their own beside the key."""

from __future__ import annotations

import copy

from graphmodel.graph.difference import Difference
from graphmodel.graph.elements import Graph, Properties, Relationship


def applied(before: Graph, change: Difference) -> Graph:
    """The graph that a difference leads to: relationships go, nodes go, are rekeyed, change and come, relationships
    come. A step that finds no such node or relationship, or one too many, raises."""
    graph = copy.deepcopy(before)
    for each in change.unrelated:
        del graph.relationships[each]
    for node, labels in change.deleted.items():
        assert graph.labels(node) == labels
        assert not [each for each in graph.relationships if node in (each.start, each.end)]
        del graph.nodes[node]
        graph.levels.pop(node, None)
    graph = _rekeyed(graph, change.rekeyed)
    for node, changed in change.changed.items():
        _change(graph.nodes[node], changed.properties)
        for label in changed.lost:
            assert graph.levels.pop(node) is label
        for label in changed.gained:
            graph.levels[node] = label
    for node, properties in change.created.items():
        assert node not in graph.nodes
        graph.nodes[node] = dict(properties)
        _, *levels = change.labels[node]
        for level in levels:
            graph.levels[node] = level
    for each, properties in change.altered.items():
        _change(graph.relationships[each], properties)
    for each, properties in change.related.items():
        assert each not in graph.relationships
        assert each.start in graph.nodes
        assert each.end in graph.nodes
        graph.relationships[each] = dict(properties)
    return graph


def _rekeyed(graph: Graph, new: dict[str, str]) -> Graph:
    nodes = {new.get(node, node): properties for node, properties in graph.nodes.items()}
    assert len(nodes) == len(graph.nodes)
    relationships: dict[Relationship, Properties] = {
        each._replace(start=new.get(each.start, each.start), end=new.get(each.end, each.end)): properties
        for each, properties in graph.relationships.items()
    }
    return Graph(nodes, {new.get(node, node): level for node, level in graph.levels.items()}, relationships)


def _change(properties: Properties, changed: Properties) -> None:
    properties.update(changed)
    for name, value in changed.items():
        if value is None:
            del properties[name]
