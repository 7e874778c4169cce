"""Every change by hand is found and named, and brought right."""

from __future__ import annotations

from itertools import cycle, islice
from typing import Any

import pytest

from graphmodel.database import Database
from graphmodel.graph.elements import Graph
from graphmodel.schema import Label
from graphmodel.store.findings import described, findings
from graphmodel.store.repair import repair
from graphmodel.store.standing import compare
from graphmodel.store.state import read_state
from tests.graphmodel.store.graphs import STUDY, a_round, by_hand, copy, node, plain, small, stored

TRUST, HOPE, WHOLE = (node(Label.CONCEPT, each) for each in ("trust", "hope", "whole"))
FIRST, SECOND = (node(Label.EXCERPT, each) for each in ("p1-1/0", "p1-1/1"))
MEMO, BOOK, CODINGS = node(Label.MEMO, "m1"), node(Label.REFERENCE, "hill2001"), node(Label.DOCUMENT, "codings.csv")
SET = "MATCH (n {key: $key}) SET n += $properties"
SET_BETWEEN = (
    "MATCH ({key: $start})-[r]->({key: $end}) WHERE type(r) = $type AND properties(r) = $found SET r += $properties"
)


def told(database: Database, wanted: Graph | None = None) -> list[str]:
    return sorted(str(each) for each in findings(compare(database, STUDY, wanted or small())))


def found(database: Database) -> list[tuple[str, str | None, Any, Any]]:
    return [
        (each.where, each.property, each.found, each.wanted) for each in findings(compare(database, STUDY, small()))
    ]


def test_nothing_is_found_where_nothing_was_changed(written: Database) -> None:
    standing = compare(written, STUDY, small())
    assert plain(standing.graph) == plain(small())
    assert list(findings(standing)) == []
    assert not standing.reparable


def test_another_study_is_not_looked_at(written: Database) -> None:
    by_hand(written, "CREATE (:Study {key: 's2', study: 's2'})<-[:OF]-(:Document {key: 's2/document/a', study: 's2'})")
    assert told(written) == []
    assert told(written, Graph())  # of `s` all is too much


def test_every_property_of_every_node_is_compared(written: Database) -> None:
    for key, properties in small().nodes.items():
        for name, value in properties.items():
            if name == "key":
                continue
            by_hand(written, SET, key=key, properties={name: "by hand"})
            assert found(written) == [(key, name, "by hand", value)]
            by_hand(written, SET, key=key, properties={name: value})
    assert told(written) == []


def test_a_property_too_many_or_too_few_is_found(written: Database) -> None:
    by_hand(written, SET, key=TRUST, properties={"guids": None, "colour": "red"})
    assert sorted(found(written)) == [(TRUST, "colour", "red", None), (TRUST, "guids", None, ["g1", "g2"])]
    assert told(written) == [
        "s/concept/trust: `colour` is 'red', it should not be there",
        "s/concept/trust: `guids` is missing, it should be ['g1', 'g2']",
    ]


def test_a_number_of_another_type_is_another_value(written: Database) -> None:
    by_hand(written, SET, key=node(Label.PARTICIPANT, "p1"), properties={"attr_age": 44.0})
    assert told(written) == ["s/participant/p1: `attr_age` is 44.0, it should be 44"]


def test_every_property_of_every_relationship_is_compared(written: Database) -> None:
    for each, properties in small().relationships.items():
        at = {"start": each.start, "end": each.end, "type": each.type}
        for name, value in properties.items():
            by_hand(written, SET_BETWEEN, **at, found=properties, properties={name: "by hand"})
            if name in ("coder", "stance", "memo"):  # another coder, another relationship
                assert len(told(written)) == 2
                assert f"{described(each)}: the relationship is missing" in told(written)
            else:
                assert found(written) == [(described(each), name, "by hand", value)]
            by_hand(written, SET_BETWEEN, **at, found=properties | {name: "by hand"}, properties={name: value})
        by_hand(written, SET_BETWEEN, **at, found=properties, properties={"mark": 1})
        assert found(written) == [(described(each), "mark", 1, None)]
        by_hand(written, SET_BETWEEN, **at, found=properties | {"mark": 1}, properties={"mark": None})
    assert told(written) == []


def test_every_node_and_relationship_is_looked_for(written: Database) -> None:
    for each in small().relationships:
        smaller = small()
        del smaller.relationships[each]
        assert told(written, smaller) == [f"{described(each)}: the relationship should not be there"]
    for key in small().nodes:
        larger = small()
        larger.nodes[f"{key}x"] = larger.nodes[key] | {"key": f"{key}x"}
        if key != STUDY:
            assert told(written, larger) == [f"{key}x: the node is missing"]


def labels_of(key: str) -> list[Label]:
    return list(small().labels(key))


def test_every_label_is_looked_for(written: Database) -> None:
    foreign = cycle(Label)  # the others in turn, two for each node
    for key in small().nodes:
        for label in labels_of(key):
            by_hand(written, f"MATCH (n {{key: $key}}) REMOVE n:{label}", key=key)
            assert told(written) == [f"{key}: it lacks the label {label}"]
            by_hand(written, f"MATCH (n {{key: $key}}) SET n:{label}", key=key)
        for label in islice((each for each in foreign if each not in labels_of(key)), 2):
            by_hand(written, f"MATCH (n {{key: $key}}) SET n:{label}", key=key)
            assert told(written) == [f"{key}: it should not have the label {label}"]
            by_hand(written, f"MATCH (n {{key: $key}}) REMOVE n:{label}", key=key)
    assert told(written) == []


def test_labels_of_others_are_theirs(written: Database) -> None:
    by_hand(written, "MATCH (n {key: $key}) SET n:Important", key=TRUST)
    assert told(written) == []


def test_a_key_that_was_taken_away_is_known_by_all_else(written: Database) -> None:
    for key in small().nodes:
        for other in (None, "x/y", "other/memo/m1", "s/nothing/m1", 7):
            by_hand(written, "MATCH (n {key: $key}) SET n.key = $other", key=key, other=other)
            assert told(written) == [f"{key}: its key was taken away"]
            repair(written, STUDY, small())
    assert stored(written) == plain(small())


def test_a_node_without_key_that_nothing_tells_is_left_alone(written: Database) -> None:
    by_hand(written, "MATCH (n {key: $key}) SET n.name = 'Other' REMOVE n.key", key=HOPE)
    # The relationships of the old node are loose: CODED_AS from an excerpt, SUBSUMED_BY to `whole`.
    loose = "a relationship of the project's types, and one of its ends is no node of the study"
    assert set(told(written)) == {
        "Code:Concept “hope”: has a label of the project and the study's name, and no key of its own",
        f"hope SUBSUMED_BY {WHOLE}: {loose}",
        f"{SECOND} CODED_AS hope: {loose}",
        f"{HOPE} SUBSUMED_BY {WHOLE}: the relationship is missing",
        f"{HOPE}: the node is missing",
        f"{SECOND} CODED_AS {HOPE} (AB): the relationship is missing",
    }
    standing, _ = repair(written, STUDY, small())
    assert [each.caption for each in standing.misplaced] == ["hope"]
    after = compare(written, STUDY, small())
    assert not after.reparable
    assert (len(after.misplaced), len(after.loose)) == (1, 2)
    assert plain(after.graph) == plain(small())


def test_what_the_store_keeps_for_itself_is_not_compared(written: Database) -> None:
    by_hand(written, SET, key=CODINGS, properties={"root": "/a", "fileSha256": "aa", "loadedAt": "x"})
    by_hand(written, SET, key=STUDY, properties={"schemaVersion": 3})
    wanted = copy(small())
    wanted.nodes[CODINGS]["loaderVersion"] = 4
    assert told(written, wanted) == []
    by_hand(written, "MATCH (c {key: $key}) SET c.name = 'X'", key=TRUST)
    repair(written, STUDY, wanted)
    row = written.read("MATCH (d:Document) RETURN d.root AS root, d.loadedAt AS at")
    assert row == [{"root": "/a", "at": "x"}]


CASES: dict[str, tuple[str, int]] = {
    "a node is gone": ("MATCH (n {key: 's/concept/trust'}) DETACH DELETE n", 7),
    "all is gone": ("MATCH (n) WHERE NOT n:Round DETACH DELETE n", 35),
    "the Study is gone": ("MATCH (n:Study) DETACH DELETE n", 2),
    "another node": ("CREATE (:Memo {key: 's/memo/m2', study: 's'})", 1),
    "a node under another key of the study": ("MATCH (n:Memo) SET n.key = 's/memo/m2'", 4),
    "another relationship": ("MATCH (a:Excerpt), (m:Memo) CREATE (m)-[:ABOUT]->(a)", 2),
    "a relationship of another type": ("MATCH (m:Memo)-[r:ABOUT]->(c) DELETE r CREATE (m)-[:CITES]->(c)", 2),
    "a relationship turned round": ("MATCH (m:Memo)-[r:ABOUT]->(c) DELETE r CREATE (c)-[:ABOUT]->(m)", 2),
    "a relationship twice": ("MATCH (m:Memo)-[r:ABOUT]->(c) CREATE (m)-[:ABOUT]->(c)", 1),
    "a coding twice": ("MATCH (m)-[r:CODED_AS {coder: 'CD'}]->(c) CREATE (m)-[x:CODED_AS]->(c) SET x = r SET r.at = '9'", 1),
    "a coding three times": ("MATCH (m)-[r:CODED_AS {coder: 'CD'}]->(c) UNWIND [1, 2] AS i CREATE (m)-[x:CODED_AS]->(c) SET x = r", 2),
    "a coder that is a number": ("MATCH ()-[r:CODED_AS {coder: 'CD'}]->() SET r.coder = 5", 2),
    "a stance that is false": ("MATCH ()-[r:BEARS_ON {stance: 'supports'}]->() SET r.stance = false", 2),
    "a kind of node": ("MATCH (n:Concept {key: 's/concept/hope'}) REMOVE n:Concept:Code SET n:RetiredConcept", 3),
    "no label at all": ("MATCH (n:Concept) REMOVE n:Concept:Code:Theme", 6),
    "two levels": ("MATCH (n:Concept {key: 's/concept/whole'}) SET n:Code", 1),
    "another level": ("MATCH (n:Concept {key: 's/concept/whole'}) REMOVE n:Theme SET n:Code", 2),
    "no key and another name": ("MATCH (n:Concept {key: 's/concept/whole'}) SET n.key = null", 1),
    "a label, a property and a relationship": (
        "MATCH (n:Concept {key: 's/concept/hope'})<-[r:CODED_AS]-() REMOVE n:Code SET n.name = 'X' DELETE r", 3,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_was_changed_by_hand_is_brought_right(written: Database, case: str) -> None:
    query, count = CASES[case]
    by_hand(written, query)
    assert len(told(written)) == count
    repair(written, STUDY, small())
    assert stored(written) == plain(small())
    assert told(written) == []


def test_a_study_made_anew_has_its_rounds_and_versions(written: Database) -> None:
    by_hand(written, "MATCH (s:Study) CREATE (:Version {key: 's/document/a@1', study: 's'})-[:VERSION_OF]->(s)")
    by_hand(written, "MATCH (s:Study) DETACH DELETE s")
    repair(written, STUDY, small())
    rows = written.read("MATCH (n)-[r]->(:Study) WHERE n:Round OR n:Version RETURN type(r) AS type ORDER BY type")
    assert [row["type"] for row in rows] == ["ROUND_OF", "VERSION_OF"]


def test_what_strangers_made_is_left_and_named(written: Database) -> None:
    by_hand(
        written,
        "MATCH (c:Concept {key: 's/concept/trust'}), (m:Memo) CREATE (n:Note {caption: 'Mine', key: 's/note/1'}) "
        "CREATE (n)-[:ABOUT]->(c), (m)-[:ABOUT]->(n), (n)-[:LIKES]->(c), (:Memo {study: 's', caption: 'Own'})-[:ABOUT]->(c)",
    )
    loose = "a relationship of the project's types, and one of its ends is no node of the study"
    assert told(written) == [
        "Memo “Own”: has a label of the project and the study's name, and no key of its own",
        f"Mine ABOUT {TRUST}: {loose}",
        f"Own ABOUT {TRUST}: {loose}",
        f"{MEMO} ABOUT Mine: {loose}",
    ]  # fmt: skip
    before = stored(written)
    standing, result = repair(written, STUDY, small())
    assert (standing.reparable, result.size) == (False, 0)
    assert stored(written) == before


def test_repair_names_the_strangers_that_go_with_a_node(written: Database) -> None:
    by_hand(written, "CREATE (:Memo {key: 's/memo/m2', study: 's', caption: 'M2'})<-[:SEES]-(:Note {caption: 'Mine'})")
    _, result = repair(written, STUDY, small())
    assert result.strangers == ["the relationship SEES from “Mine” to “M2” went too"]


def test_repair_keeps_the_last_round(written: Database) -> None:
    by_hand(written, "MATCH (n:Concept {key: 's/concept/hope'}) DETACH DELETE n")
    repair(written, STUDY, small())
    assert read_state(written, STUDY).round == a_round()


def test_the_nodes_that_stay_are_the_same_nodes(written: Database) -> None:
    ids = "MATCH (n) RETURN n.key AS key, elementId(n) AS id"
    before = written.read(ids)
    by_hand(written, "MATCH (n:Concept) REMOVE n:Concept:Code:Theme SET n.name = 'X'")
    repair(written, STUDY, small())
    assert sorted(map(repr, written.read(ids))) == sorted(map(repr, before))
