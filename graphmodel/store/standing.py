"""Compare what stands of a study in Neo4j with what should stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeGuard

from graphmodel.database import Database
from graphmodel.graph.difference import Difference, difference
from graphmodel.graph.elements import Graph, Properties, Relationship, apart
from graphmodel.schema import KEY_WORD, LEVELS, Label, Type, label_of
from graphmodel.store.found import Found, FoundNode, FoundRelationship, read_found

VOLATILE = ("root", "format", "fileSha256", "loadedAt", "loaderVersion")
"""Properties of Document nodes that say when and from where a document was loaded; what documents say has no part in
them."""
STORE_ONLY = ("writing", "schemaVersion")
"""Properties of the Study that the store keeps for itself."""
LEFT_ALONE = {Label.DOCUMENT: VOLATILE, Label.STUDY: STORE_ONLY}
WORDS = frozenset(KEY_WORD.values())


class Relabelled(NamedTuple):
    """A node of the study whose labels are not its key's."""

    id: str
    key: str
    gained: tuple[Label, ...]
    lost: tuple[Label, ...]


class Misplaced(NamedTuple):
    """A node that has a label of the theory and says that it is the study's, without a key of its own."""

    id: str
    labels: list[str]
    key: Any
    caption: Any


class Surplus(NamedTuple):
    """A relationship that stands once too often, or that cannot be named by its properties."""

    id: str
    relationship: Relationship


class Loose(NamedTuple):
    """A relationship of the theory's types with an end that is no node of the study."""

    id: str
    type: str
    start: str
    end: str


@dataclass(slots=True)
class Standing:
    """All that stands of a study (`graph`), what would make it what it should be (`difference`), and what no graph can
    hold. `keyless` are the keys, by element id, of nodes that lost theirs and are known by all their other properties.
    `round` is the number of the last round; `unfinished` says that a write in parts stopped on its way."""

    study: str
    round: int | None
    unfinished: bool = False
    graph: Graph = field(default_factory=Graph)
    difference: Difference = field(default_factory=Difference)
    relabelled: list[Relabelled] = field(default_factory=list)
    keyless: dict[str, str] = field(default_factory=dict)
    surplus: list[Surplus] = field(default_factory=list)
    misplaced: list[Misplaced] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)

    @property
    def reparable(self) -> bool:
        """Tell whether `repair` would change anything. What is misplaced or loose it leaves alone: somebody else's."""
        return bool(self.difference or self.relabelled or self.keyless or self.surplus)


def compare(database: Database, study: str, wanted: Graph) -> Standing:
    """Read all that stands of a study, and compare it with what should stand."""
    found = database.reading(lambda tx: read_found(tx, study, wanted.nodes))
    standing = Standing(study, found.round, found.unfinished)
    keys = _place_nodes(standing, found, wanted)
    _place_relationships(standing, found, keys, wanted)
    standing.difference = difference(standing.graph, wanted)
    return standing


def _place_nodes(standing: Standing, found: Found, wanted: Graph) -> dict[str, str]:
    """Find the key that each node stands for, and return them by element id."""
    keys: dict[str, str] = {}
    by_key: dict[str, list[FoundNode]] = defaultdict(list)
    keyless: list[FoundNode] = []
    for node in found.nodes.values():
        key = node.properties.get("key")
        if _is_key(key, standing.study):
            by_key[key].append(node)
        else:
            keyless.append(node)
    for key, nodes in by_key.items():
        label = label_of(key)
        first, *others = [node for node in nodes if label in node.labels] + [
            node for node in nodes if label not in node.labels
        ]
        keys[first.id] = key
        standing.misplaced += [_misplaced(node) for node in others]
    for id_, key in _recognised(keyless, {key: of for key, of in wanted.nodes.items() if key not in by_key}).items():
        keys[id_] = standing.keyless[id_] = key
    standing.misplaced += [_misplaced(node) for node in keyless if node.id not in keys]
    for id_, key in keys.items():
        _keep(standing, found.nodes[id_], key, wanted)
    return keys


def _keep(standing: Standing, node: FoundNode, key: str, wanted: Graph) -> None:
    """Put a node into the graph that stands, and tell the labels that are not those of its key."""
    main = label_of(key)
    labels = [label for label in Label if label in node.labels]
    levels = [label for label in labels if label in LEVELS] if main is Label.CONCEPT else []
    if levels:
        standing.graph.levels[key] = wanted.levels[key] if wanted.levels.get(key) in levels else levels[0]
    gained = () if main in labels else (main,)
    lost = tuple(label for label in labels if label not in (main, standing.graph.levels.get(key)))
    if gained or lost:
        standing.relabelled.append(Relabelled(node.id, key, gained, lost))
    properties = _compared(main, node.properties)
    should = wanted.nodes.get(key, {})
    same = {name: should[name] for name in LEFT_ALONE.get(main, ()) if name in should}
    standing.graph.nodes[key] = properties | same | ({"key": key} if node.id in standing.keyless else {})


def _compared(label: Label, properties: Mapping[str, Any]) -> Properties:
    """The properties that are compared."""
    return {name: value for name, value in properties.items() if name not in LEFT_ALONE.get(label, ())}


def _recognised(keyless: list[FoundNode], missing: Mapping[str, Properties]) -> dict[str, str]:
    """The keys of nodes without one, by element id, where all other properties are those of one missing node."""
    if not keyless:
        return {}
    keys: dict[str, list[str]] = defaultdict(list)
    for key, properties in missing.items():
        keys[_signature(label_of(key), properties)].append(key)
    nodes: dict[str, list[str]] = defaultdict(list)
    for node in keyless:
        for label in (Label.STUDY, *KEY_WORD):
            if label in node.labels:
                nodes[_signature(label, node.properties)].append(node.id)
    return {
        ids[0]: keys[signature][0]
        for signature, ids in nodes.items()
        if len(ids) == 1 and len(keys.get(signature, ())) == 1
    }


def _signature(label: Label, properties: Mapping[str, Any]) -> str:
    return repr((str(label), sorted((name, of) for name, of in _compared(label, properties).items() if name != "key")))


def _is_key(key: Any, study: str) -> TypeGuard[str]:
    if not isinstance(key, str):
        return False
    parts = key.split("/", 2)
    return key == study or (len(parts) == 3 and parts[0] == study and parts[1] in WORDS)


def _misplaced(node: FoundNode) -> Misplaced:
    return Misplaced(node.id, sorted(node.labels), node.properties.get("key"), node.properties.get("caption"))


def _place_relationships(standing: Standing, found: Found, keys: Mapping[str, str], wanted: Graph) -> None:
    """Put relationships into the graph that stands, each once; tell those that are there too often or are loose."""
    kept: dict[Relationship, str] = {}
    graph = standing.graph.relationships
    for each in found.relationships.values():
        if each.start not in keys or each.end not in keys:
            if each.start in keys or each.end in keys:
                standing.loose.append(_loose(each, found, keys))
            continue
        named = _named(each, keys)
        if named in kept or not _is_nameable(each):
            better = named in kept and each.properties == wanted.relationships.get(named)
            standing.surplus.append(Surplus(kept[named] if better else each.id, named))
            if not better:
                continue
        kept[named], graph[named] = each.id, each.properties


def _named(found: FoundRelationship, keys: Mapping[str, str]) -> Relationship:
    type_ = Type(found.type)
    return Relationship(type_, keys[found.start], keys[found.end], apart(type_, found.properties))


def _is_nameable(found: FoundRelationship) -> bool:
    """Tell whether what tells it from others is text or absent, as the statements of cypher/store take it to be."""
    names = ("stance", "memo") if found.type == Type.BEARS_ON else ("coder",)
    return all(isinstance(found.properties.get(name, ""), str) for name in names)


def _loose(relationship: FoundRelationship, found: Found, keys: Mapping[str, str]) -> Loose:
    return Loose(
        relationship.id,
        relationship.type,
        _name(relationship.start, found, keys),
        _name(relationship.end, found, keys),
    )


def _name(id_: str, found: Found, keys: Mapping[str, str]) -> str:
    """A node's key, or what a node that has none is called."""
    if id_ in keys:
        return keys[id_]
    if id_ in found.elsewhere:
        return found.elsewhere[id_]
    node = found.nodes[id_]
    return str(node.properties.get("caption") or node.properties.get("key") or ":".join(sorted(node.labels)))
