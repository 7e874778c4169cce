"""A difference written: the graph is what it should become, or nothing is written."""

from __future__ import annotations

from threading import Thread

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.graph.difference import difference
from graphmodel.graph.elements import Graph, Relationship
from graphmodel.schema import Label, Type
from graphmodel.store.conflicts import ChangedByHand, StaleRound
from graphmodel.store.round_steps import RoundWrite
from graphmodel.store.steps import steps
from graphmodel.store.write import write_round
from tests.graphmodel.store.graphs import (
    STUDY,
    a_round,
    add,
    by_hand,
    change,
    copy,
    element_ids,
    node,
    plain,
    rekey,
    relate,
    remove,
    small,
    stored,
)

TRUST, HOPE, WHOLE = (node(Label.CONCEPT, each) for each in ("trust", "hope", "whole"))
FIRST, SECOND = (node(Label.EXCERPT, each) for each in ("p1-1/0", "p1-1/1"))
MEMO, BOOK = node(Label.MEMO, "m1"), node(Label.REFERENCE, "hill2001")
ROUNDS = "MATCH (r:Round) RETURN r.number AS number ORDER BY number"


def test_a_first_round_makes_the_graph(empty: Database) -> None:
    written = change(empty, Graph(), small(), 1)
    assert stored(empty) == plain(small())
    # 13 nodes: Study, Document, Participant, Interview, Transcript, Memo, Reference; two Turns; two Excerpts; three
    # Concepts are 14. 21 relationships: OF, GAVE, READS; five kinds twice; three codings; two SUBSUMED_BY; ABOUT; two
    # BEARS_ON.
    assert (len(small().nodes), len(small().relationships)) == (14, 21)
    assert (written.size, written.strangers) == (35, [])


def test_nothing_is_left_of_a_study_that_goes(written: Database) -> None:
    after = Graph({STUDY: small().nodes[STUDY]})
    change(written, small(), after, 2)
    assert stored(written) == plain(after)


def test_properties_change_and_go(written: Database) -> None:
    after = copy(small())
    after.nodes[TRUST] |= {"name": "Trusting", "guids": ["g2"]}
    del after.nodes[WHOLE]["weight"]
    after.nodes[node(Label.PARTICIPANT, "p1")] |= {"attr_age": 44.0, "attr_rural": False}
    after.relationships[Relationship(Type.CODED_AS, FIRST, TRUST, "CD")] = {"coder": "CD", "at": "2016-02"}
    before = element_ids(written)
    change(written, small(), after, 2)
    assert stored(written) == plain(after)
    ages = written.read("MATCH (p:Participant) RETURN p.attr_age AS age")
    assert isinstance(ages[0]["age"], float)
    assert {each: element_ids(written)[each] for each in after.nodes} == {each: before[each] for each in after.nodes}


def test_two_coders_of_one_coding_are_told_apart(written: Database) -> None:
    after = copy(small())
    del after.relationships[Relationship(Type.CODED_AS, FIRST, TRUST, "AB")]
    relate(after, FIRST, Type.CODED_AS, TRUST, at="2017")
    change(written, small(), after, 2)
    assert stored(written) == plain(after)
    again = copy(after)
    again.relationships[Relationship(Type.CODED_AS, FIRST, TRUST)] = {"note": "By nobody"}
    change(written, after, again, 3)
    assert stored(written) == plain(again)


def test_what_literature_does_is_told_apart_by_stance_and_memo(written: Database) -> None:
    after = copy(small())
    after.relationships[Relationship(Type.BEARS_ON, BOOK, TRUST, f"challenges|{MEMO}")]["at"] = "2016"
    del after.relationships[Relationship(Type.BEARS_ON, BOOK, TRUST, f"supports|{MEMO}")]
    relate(after, BOOK, Type.BEARS_ON, TRUST, stance="supports")
    relate(after, BOOK, Type.BEARS_ON, TRUST)
    change(written, small(), after, 2)
    assert stored(written) == plain(after)
    change(written, after, small(), 3)
    assert stored(written) == plain(small())


def test_a_concept_changes_its_level(written: Database) -> None:
    after = copy(small())
    after.levels |= {WHOLE: Label.CATEGORY, TRUST: Label.THEME}
    before = element_ids(written)
    change(written, small(), after, 2)
    assert stored(written) == plain(after)
    assert element_ids(written)[WHOLE] == before[WHOLE]


def test_a_concept_under_another_key_is_the_same_node(written: Database) -> None:
    after, trusting = copy(small()), node(Label.CONCEPT, "trusting")
    rekey(after, TRUST, trusting)
    after.nodes[trusting]["name"] = "Trusting"
    ids = "MATCH ()-[r]-(:Concept {key: $key}) RETURN collect(DISTINCT elementId(r)) AS ids"
    before, relationships = element_ids(written), written.read(ids, {"key": TRUST})
    change(written, small(), after, 2, {TRUST: trusting})
    assert stored(written) == plain(after)
    assert element_ids(written)[trusting] == before[TRUST]
    assert sorted(written.read(ids, {"key": trusting})[0]["ids"]) == sorted(relationships[0]["ids"])


def test_a_key_is_taken_from_a_node_that_goes(written: Database) -> None:
    """`hope` was only named; now Trust is what is called so."""
    after = copy(small())
    remove(after, HOPE)
    rekey(after, TRUST, HOPE)
    before = element_ids(written)
    change(written, small(), after, 2, {TRUST: HOPE})
    assert stored(written) == plain(after)
    assert element_ids(written)[HOPE] == before[TRUST]


def test_a_key_that_was_left_is_given_to_a_new_node(written: Database) -> None:
    after, trusting = copy(small()), node(Label.CONCEPT, "trusting")
    rekey(after, TRUST, trusting)
    add(after, Label.CONCEPT, "trust", Label.CODE, name="Trust")
    relate(after, SECOND, Type.CODED_AS, TRUST, coder="AB")
    before = element_ids(written)
    change(written, small(), after, 2, {TRUST: trusting})
    assert stored(written) == plain(after)
    assert element_ids(written)[trusting] == before[TRUST] != element_ids(written)[TRUST]


@pytest.mark.parametrize("moves", [{TRUST: HOPE, HOPE: TRUST}, {TRUST: HOPE, HOPE: WHOLE, WHOLE: TRUST}])
def test_nodes_exchange_their_keys(written: Database, moves: dict[str, str]) -> None:
    after = copy(small())
    for old in moves:
        rekey(after, old, f"{old}-")
    for old, new in moves.items():
        rekey(after, f"{old}-", new)
    before = element_ids(written)
    change(written, small(), after, 2, moves)
    assert stored(written) == plain(after)
    assert {old: element_ids(written)[new] for old, new in moves.items()} == {old: before[old] for old in moves}


def test_a_write_from_another_round_writes_nothing(written: Database) -> None:
    after = copy(small())
    after.nodes[TRUST]["name"] = "Trusting"
    write = RoundWrite(study=STUDY, difference=difference(small(), after), round=a_round(2))
    for seen in (None, 2):
        with pytest.raises(StaleRound, match="another load of the study `s` came first"):
            write_round(written, write, seen=seen)
    assert stored(written) == plain(small())
    assert [row["number"] for row in written.read(ROUNDS)] == [1]


def test_two_first_loads_are_told_from_a_graph_that_was_changed(written: Database) -> None:
    """The second one saw no round: the server refuses its nodes before anything of a round is looked at."""
    write = RoundWrite(study=STUDY, difference=difference(Graph(), small()), round=a_round(1))
    with pytest.raises(StaleRound):
        write_round(written, write, seen=None)


BREAKS = {
    "a node is gone": ("MATCH (c {key: 's/concept/trust'}) DETACH DELETE c", "1 are not there"),
    "a coding is gone": ("MATCH ({key: 's/excerpt/p1-1/1'})-[r:CODED_AS]->() DELETE r", "CODED_AS that go, 1 are not"),
    "its label is gone": ("MATCH (c {key: 's/concept/hope'}) REMOVE c:Concept", "1 are not there"),
    "a coder is another": ("MATCH ({key: 's/excerpt/p1-1/1'})-[r:CODED_AS]->() SET r.coder = 'EF'", "CODED_AS that go"),
    "a new node is there": ("CREATE (:Memo {key: 's/memo/m2'})", "the graph has a node already"),
    "an end is gone": ("MATCH (c {key: 's/excerpt/p1-1/0'}) DETACH DELETE c", "1 are not there"),
}


@pytest.mark.parametrize("case", BREAKS)
def test_what_was_changed_by_hand_stops_the_write(written: Database, case: str) -> None:
    after = copy(small())
    after.nodes[TRUST]["name"] = "Trusting"
    remove(after, HOPE)
    add(after, Label.MEMO, "m2", title="Two")
    relate(after, node(Label.MEMO, "m2"), Type.ABOUT, FIRST)
    query, message = BREAKS[case]
    by_hand(written, query)
    found = stored(written)
    with pytest.raises(ChangedByHand, match=message):
        change(written, small(), after, 2)
    assert stored(written) == found
    assert [row["number"] for row in written.read(ROUNDS)] == [1]


def test_a_strangers_relationship_is_named_before_it_goes(written: Database) -> None:
    by_hand(
        written,
        "MATCH (a:Excerpt {key: $first}), (b:Excerpt {key: $second}) CREATE (n:Note {caption: 'My note'}) "
        "CREATE (n)-[:RECALLS]->(a), (a)-[:ECHOES]->(b), (n)-[:RECALLS]->(b), (n)-[:RECALLS]->(:Other)",
        first=FIRST,
        second=SECOND,
    )
    after = copy(small())
    remove(after, FIRST)
    remove(after, SECOND)
    told = change(written, small(), after, 2).strangers
    assert sorted(told) == [
        "the relationship ECHOES from “p1-1/0” to “p1-1/1” went too",
        "the relationship RECALLS from “My note” to “p1-1/0” went too",
        "the relationship RECALLS from “My note” to “p1-1/1” went too",
    ]
    assert written.read("MATCH (:Note)-[r]->(o) RETURN labels(o) AS labels") == [{"labels": ["Other"]}]


def test_a_write_may_change_documents_alone(written: Database) -> None:
    document = node(Label.DOCUMENT, "codings.csv")
    write = RoundWrite(study=STUDY, documents={document: {"loadedAt": "2016", "path": None}, "s/document/b": None})
    write_round(written, write, seen=1)
    row = written.read("MATCH (d:Document) RETURN properties(d) AS properties")[0]["properties"]
    assert row == {
        "key": document, "study": STUDY, "caption": "codings.csv", "kind": "codings", "loadedAt": "2016"
    }  # fmt: skip
    with pytest.raises(ChangedByHand, match="Document nodes that change"):
        write_round(written, RoundWrite(study=STUDY, documents={"s/document/b": {"root": "/"}}), seen=1)


def test_progress_that_fails_leaves_nothing(empty: Database) -> None:
    def fail(label: str, done: int, total: int | None) -> None:
        raise KeyboardInterrupt

    write = RoundWrite(study=STUDY, difference=difference(Graph(), small()), round=a_round(1))
    with pytest.raises(KeyboardInterrupt):
        write_round(empty, write, seen=None, progress=fail)
    assert stored(empty) == ([], [])


def test_progress_counts_nodes_and_relationships(empty: Database) -> None:
    shown: list[tuple[int, int | None]] = []
    write = RoundWrite(study=STUDY, difference=difference(Graph(), small()), round=a_round(1))
    write_round(empty, write, seen=None, progress=lambda label, done, total: shown.append((done, total)))
    assert shown[-1] == (35, 35)
    assert shown == sorted(shown)


def test_a_round_that_changes_nothing_is_a_mistake(empty: Database) -> None:
    with pytest.raises(AssertionError):
        write_round(empty, RoundWrite(study=STUDY, round=a_round(1)), seen=None)


def test_a_difference_is_written_in_batches(empty: Database) -> None:
    """One row a statement, where many are usual."""
    made = list(steps(difference(Graph(), small()), 1))
    assert {len(step.rows) for step in made} == {1}
    empty.write(lambda tx: [step.run(tx) for step in made])
    assert stored(empty) == plain(small())


@pytest.mark.parametrize("number", [1, 2])
def test_of_two_loads_at_once_one_is_stale(empty: Database, number: int) -> None:
    """The second one begins while the first is in its transaction, and goes on when that has ended."""
    seen = number - 1 or None
    before = small() if seen else Graph()
    if seen:
        change(empty, Graph(), small(), 1)
    after = copy(small())
    after.nodes[TRUST]["name"] = "Trusting"
    outcomes: list[object] = []

    def second() -> None:
        try:
            outcomes.append(change(empty, before, after, number))
        except GraphmodelError as error:
            outcomes.append(type(error))

    other = Thread(target=second)

    def begin_the_second(label: str, done: int, total: int | None) -> None:
        if not other.ident:
            other.start()
            other.join(0.5)  # it waits for the first: so long is enough to see that it does

    write = RoundWrite(study=STUDY, difference=difference(before, after), round=a_round(number))
    write_round(empty, write, seen=seen, progress=begin_the_second)
    other.join()
    assert outcomes == [StaleRound]
    assert stored(empty) == plain(after)
