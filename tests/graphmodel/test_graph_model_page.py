"""The vocabulary, from which the page of the graph model is made: what it lists is what a graph holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from graphmodel.database import Database
from graphmodel.demo import demo_folder
from graphmodel.loading import load
from graphmodel.schema import Label, Type
from graphmodel.vocabulary import (
    EVERY_NODE,
    LABELS,
    RELATIONSHIPS,
    STATUS,
    STORE_LABELS,
    STORE_RELATIONSHIPS,
    Holds,
    NodeKind,
    Property,
    RelationshipKind,
    There,
)
from tests.whole_study import BARE, FROM_ELSEWHERE, ID, make_whole_study

EMPTY = "MATCH (n) DETACH DELETE n"
NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
RELATIONSHIPS_THERE = """
MATCH (a)-[r]->(b)
RETURN labels(a) AS starts, type(r) AS type, labels(b) AS ends, properties(r) AS properties
"""
TYPES = {
    Holds.TEXT: (str,),
    Holds.WHOLE: (int,),
    Holds.NUMBER: (int, float),
    Holds.ATTRIBUTE: (int, float, str),
    Holds.TRUTH: (bool,),
    Holds.TEXTS: (list,),
    Holds.BYTES: (bytes, bytearray),
}
KINDS = {kind.label: kind for kind in (*LABELS, *STORE_LABELS)}
TYPES_OF_RELATIONSHIPS = {kind.type: kind for kind in (*RELATIONSHIPS, *STORE_RELATIONSHIPS)}

Properties = Mapping[str, Any]


@dataclass
class Found:
    """What a graph holds: the properties of nodes by label, of relationships by type, and the labels these join."""

    nodes: dict[str, list[Properties]]
    levels: dict[str, set[str]]
    relationships: dict[str, list[Properties]]
    ends: dict[str, set[tuple[str, str]]]


@pytest.fixture(scope="module")
def found(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """The demo, a study with one of everything, loaded twice, and one with next to nothing."""
    database.write(lambda tx: tx.run(EMPTY).consume())
    place = tmp_path_factory.mktemp("studies")
    with demo_folder() as folder:
        load(database, [folder])
    whole = make_whole_study(place / "whole")
    load(database, [whole])
    (place / "books.json").write_text(FROM_ELSEWHERE, encoding="utf-8")
    load(database, [place / "books.json"], study=ID)
    (whole / "memos" / "two.md").write_text("Two, and more.\n", encoding="utf-8")
    load(database, [whole])
    (place / "bare").mkdir()
    (place / "bare" / "study.yaml").write_text(BARE, encoding="utf-8")
    load(database, [place / "bare"])
    return _read(database)


def _read(database: Database) -> Found:
    there = Found(defaultdict(list), defaultdict(set), defaultdict(list), defaultdict(set))
    for row in database.read(NODES):
        label = _main(row["labels"])
        there.nodes[label].append(row["properties"])
        there.levels[label] |= set(row["labels"]) - {label}
    for row in database.read(RELATIONSHIPS_THERE):
        there.relationships[row["type"]].append(row["properties"])
        there.ends[row["type"]].add((_main(row["starts"]), _main(row["ends"])))
    return there


def _main(labels: Sequence[str]) -> str:
    (label,) = (each for each in labels if each in KINDS)
    return label


def _all_properties(kind: NodeKind) -> tuple[Property, ...]:
    if kind in STORE_LABELS:
        return kind.properties
    return (*EVERY_NODE, *((STATUS,) if kind.may_be_undefined else ()), *kind.properties)


def test_every_label_and_type_of_the_schema_is_described_once() -> None:
    assert sorted(each for kind in LABELS for each in (kind.label, *kind.levels)) == sorted(Label)
    assert sorted(kind.type for kind in RELATIONSHIPS) == sorted(Type)


def test_the_graph_has_the_labels_that_are_described(found: Found) -> None:
    assert set(found.nodes) == set(KINDS)
    assert {label: levels for label, levels in found.levels.items() if levels} == {
        kind.label: set(kind.levels) for kind in LABELS if kind.levels
    }


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_nodes_have_the_properties_that_are_described(found: Found, kind: NodeKind) -> None:
    _hold(found.nodes[kind.label], _all_properties(kind))
    undefined = [each for each in found.nodes[kind.label] if each.get("status") == "undefined"]
    assert bool(undefined) == kind.may_be_undefined


def test_the_graph_has_the_relationships_that_are_described(found: Found) -> None:
    described = {
        kind.type: {(start, end) for start in kind.starts for end in kind.ends}
        for kind in TYPES_OF_RELATIONSHIPS.values()
    }
    assert found.ends == described


@pytest.mark.parametrize("kind", TYPES_OF_RELATIONSHIPS.values(), ids=TYPES_OF_RELATIONSHIPS)
def test_relationships_have_the_properties_that_are_described(found: Found, kind: RelationshipKind) -> None:
    _hold(found.relationships[kind.type], kind.properties)


def _hold(there: Sequence[Properties], described: Iterable[Property]) -> None:
    """Each property that is there is described, and is there as often as its description says, with values of its type;
    each that is described is there; and so is each of its values."""
    by_name = {each.name: each for each in described}
    names = {name: _described(name, by_name) for each in there for name in each}
    assert {name for name, term in names.items() if term is None} == set()
    frequent = {name for name, term in by_name.items() if term.there is not There.RARELY}
    assert {term.name for term in names.values() if term} >= frequent
    for name, term in names.items():
        assert term is not None
        values = [each[name] for each in there if name in each]
        assert {type(value) for value in values} <= set(TYPES[term.holds]), name
        if term.values.meanings:
            assert {*values} - {*term.values.meanings} == set(), name
            assert {*term.values.meanings} - {*values} <= RARE_VALUES, name
        _is_there_as_described(term, name, there)


RARE_VALUES = {"writing"}
"""A round has this status while it is being written."""


def _described(name: str, by_name: Mapping[str, Property]) -> Property | None:
    patterns = (term for each, term in by_name.items() if each.endswith("…") and name.startswith(each[:-1]))
    return by_name.get(name) or next(patterns, None)


def _is_there_as_described(term: Property, name: str, there: Sequence[Properties]) -> None:
    defined = [name in each for each in there if each.get("status") != "undefined"]
    undefined = [name in each for each in there if each.get("status") == "undefined"]
    match term.there:
        case There.ALWAYS:
            assert all([*defined, *undefined]), name
        case There.DEFINED:
            assert all(defined), name
            assert not all(undefined), name
        case There.KNOWN:
            assert not all(defined), name
        case There.RARELY:
            assert not any(defined), name
