"""A small graph made by hand, and what Neo4j holds as values that compare with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graphmodel.database import Database
from graphmodel.graph.difference import difference
from graphmodel.graph.elements import Graph, Properties, Relationship, apart
from graphmodel.schema import Label, Type, key
from graphmodel.store.round_steps import RoundWrite
from graphmodel.store.rounds import Round
from graphmodel.store.write import Written, write_round

STUDY = "s"
STORE = ("Round", "Version")
# Plain Cypher of the tests' own: nothing of cypher/store is used to see what cypher/store wrote.
NODES = "MATCH (n) WHERE NOT n:Round AND NOT n:Version RETURN labels(n) AS labels, properties(n) AS properties"
RELATIONSHIPS = (
    "MATCH (a)-[r]->(b) WHERE NOT a:Round AND NOT a:Version "
    "RETURN type(r) AS type, a.key AS start, b.key AS end, properties(r) AS properties"
)

Plain = tuple[list[tuple[list[str], Properties]], list[tuple[str, str, str, Properties]]]


def node(label: Label, identity: str) -> str:
    return key(STUDY, label, identity)


def add(graph: Graph, label: Label, identity: str, level: Label | None = None, **properties: Any) -> str:
    """A node of the study, with what every node has."""
    made = node(label, identity)
    graph.nodes[made] = {"key": made, "study": STUDY, "caption": identity, **properties}
    if level:
        graph.levels[made] = level
    return made


def relate(graph: Graph, start: str, type_: Type, end: str, **properties: Any) -> Relationship:
    made = Relationship(type_, start, end, apart(type_, properties))
    graph.relationships[made] = properties
    return made


def small() -> Graph:
    """One interview with two turns and two excerpts, three concepts, a memo, a reference that bears twice on one."""
    graph = Graph()
    study = add(graph, Label.STUDY, "s", title="Peers")
    document = add(graph, Label.DOCUMENT, "codings.csv", kind="codings", path="codings.csv")
    person = add(graph, Label.PARTICIPANT, "p1", name="P1", attr_age=44, attr_rural=True)
    interview = add(graph, Label.INTERVIEW, "p1-1", name="P1-1", date="2015-03")
    words = add(graph, Label.TRANSCRIPT, "p1-1", text="A: One.\nB: Two.")
    turns = [add(graph, Label.TURN, f"p1-1/{at}", index=at, text=text) for at, text in enumerate(("One.", "Two."))]
    excerpts = [add(graph, Label.EXCERPT, f"p1-1/{at}", text=text) for at, text in enumerate(("One", "Two"))]
    trust = add(graph, Label.CONCEPT, "trust", Label.CODE, name="Trust", guids=["g1", "g2"])
    hope = add(graph, Label.CONCEPT, "hope", Label.CODE, name="Hope", status="undefined")
    whole = add(graph, Label.CONCEPT, "whole", Label.THEME, name="Whole", weight=1.5)
    memo = add(graph, Label.MEMO, "m1", title="One", text="Words.")
    book = add(graph, Label.REFERENCE, "hill2001", title="Disclosure")
    relate(graph, document, Type.OF, study)
    relate(graph, person, Type.GAVE, interview)
    relate(graph, interview, Type.READS, words)
    for turn, excerpt in zip(turns, excerpts, strict=True):
        relate(graph, turn, Type.PART_OF, interview)
        relate(graph, excerpt, Type.FROM, interview)
        relate(graph, excerpt, Type.SPANS, turn)
        relate(graph, person, Type.SPOKE, turn)
        relate(graph, person, Type.SAID, excerpt)
    relate(graph, excerpts[0], Type.CODED_AS, trust, coder="AB", at="2015")
    relate(graph, excerpts[0], Type.CODED_AS, trust, coder="CD", at="2016", note="Sure")
    relate(graph, excerpts[1], Type.CODED_AS, hope, coder="AB")
    relate(graph, trust, Type.SUBSUMED_BY, whole)
    relate(graph, hope, Type.SUBSUMED_BY, whole)
    relate(graph, memo, Type.ABOUT, trust)
    relate(graph, book, Type.BEARS_ON, trust, stance="supports", memo=memo, at="2015")
    relate(graph, book, Type.BEARS_ON, trust, stance="challenges", memo=memo)
    return graph


def copy(graph: Graph) -> Graph:
    """A graph that can be changed without the other; lists in properties are shared."""
    nodes = {each: dict(found) for each, found in graph.nodes.items()}
    return Graph(nodes, dict(graph.levels), {each: dict(found) for each, found in graph.relationships.items()})


def remove(graph: Graph, gone: str) -> None:
    """A node goes, with the relationships that it has."""
    del graph.nodes[gone]
    graph.levels.pop(gone, None)
    graph.relationships = {each: of for each, of in graph.relationships.items() if gone not in (each.start, each.end)}


def rekey(graph: Graph, old: str, new: str) -> None:
    """A node gets another key, and so do the ends of its relationships."""
    graph.nodes[new] = graph.nodes.pop(old) | {"key": new}
    if old in graph.levels:
        graph.levels[new] = graph.levels.pop(old)
    graph.relationships = {
        each._replace(start=new if each.start == old else each.start, end=new if each.end == old else each.end): of
        for each, of in graph.relationships.items()
    }


def plain(graph: Graph) -> Plain:
    nodes = [(sorted(graph.labels(each)), found) for each, found in graph.nodes.items()]
    relationships = [(str(each.type), each.start, each.end, found) for each, found in graph.relationships.items()]
    return sorted(nodes, key=repr_of), sorted(relationships, key=repr_of)


def stored(database: Database) -> Plain:
    """All that Neo4j holds, rounds and versions left out."""
    nodes = [(sorted(row["labels"]), row["properties"]) for row in database.read(NODES)]
    rows = database.read(RELATIONSHIPS)
    relationships = [(row["type"], row["start"], row["end"], row["properties"]) for row in rows]
    return sorted(nodes, key=repr_of), sorted(relationships, key=repr_of)


def repr_of(row: tuple[Any, ...]) -> str:
    *first, properties = row
    return repr((first, sorted(properties.items())))


def a_round(number: int = 1, **given: Any) -> Round:
    made = Round(
        study=STUDY,
        number=number,
        at="2016-03-01T12:00:00+00:00",
        dated="2016-03-01T12:00:00+00:00",
        command="load",
        by="AB",
        files='["codings.csv"]',
        counts='{"created":3}',
        told="[]",
    )
    return replace(made, **given)


def change(
    database: Database, before: Graph, after: Graph, number: int, rekeyed: dict[str, str] | None = None, **more: Any
) -> Written:
    """One graph becomes another by round `number`."""
    write = RoundWrite(study=STUDY, difference=difference(before, after, rekeyed), round=a_round(number), **more)
    return write_round(database, write, seen=number - 1 or None)


def element_ids(database: Database) -> dict[str, str]:
    return {row["key"]: row["id"] for row in database.read("MATCH (n) RETURN n.key AS key, elementId(n) AS id")}


def by_hand(database: Database, query: str, **parameters: Any) -> None:
    """Somebody changes the graph."""
    database.write(lambda tx: tx.run(query, parameters).consume())
