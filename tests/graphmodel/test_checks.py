"""A sound graph breaks no promise; each way of breaking it is named by the check that promises the opposite."""

from __future__ import annotations

import pytest
from neo4j import ManagedTransaction

from graphmodel.checks import check, checks, read_check
from graphmodel.database import Database
from graphmodel.headers import HeaderError
from tests.graphmodel.conftest import load_small

STORY = "(e:Excerpt {study: 'small', text: 'I told her about my hospital stay.'})"

BREAKS = {
    "find_homeless_excerpts": f"MATCH {STORY}-[r:FROM]->() DELETE r",
    "find_spans_outside_text": f"MATCH {STORY} SET e.end = 100000",
    "find_changed_words": f"MATCH {STORY} SET e.text = 'I told nobody at all about it.'",
    "find_misverified_excerpts": f"MATCH {STORY} SET e.verification = 'unlocated'",
    "find_wrong_turns": f"MATCH {STORY}-[r:SPANS]->() DELETE r",
    "find_circular_concepts": (
        "MATCH (a:Concept {key: 'small/concept/being known'}), (b:Concept {key: 'small/concept/same boat'})"
        " CREATE (a)-[:SUBSUMED_BY {by: a.by}]->(b)"
    ),
    "find_edges_across_studies": (
        "MATCH (a:Concept {key: 'small/concept/tea'})"
        " CREATE (:Memo {key: 'other/memo/x', study: 'other', caption: 'x', by: [1]})-[:ABOUT {by: a.by}]->(a)"
    ),
    "find_misplaced_keys": "MATCH (m:Memo {key: 'small/memo/limits'}) SET m.key = 'smaller/memo/limits'",
    "find_unlevelled_concepts": "MATCH (c:Concept {key: 'small/concept/tea'}) SET c:Theme",
    "find_living_retired_concepts": "MATCH (c:RetiredConcept {key: 'small/retired/hats'}) SET c:Code",
    "find_loose_undefined_nodes": "MATCH (c:Concept {key: 'small/concept/weather'}) SET c.definition = 'Rain'",
    "find_unclaimed_nodes": "MATCH (m:Memo {key: 'small/memo/limits'}) SET m.by = []",
    "find_unclaimed_relationships": f"MATCH {STORY}-[r:CODED_AS]->() SET r.by = [] REMOVE r.said",
    "find_lost_documents": "MATCH (d:Document {study: 'small', kind: 'theory'}) DETACH DELETE d",
    "find_forgotten_claims": f"MATCH {STORY} REMOVE e.said",
    "find_idle_excerpts": f"MATCH {STORY}-[r:CODED_AS|SUPPORTS]->() SET e.by = [] REMOVE e.said DELETE r",
    "find_unknown_coders": "MATCH ()-[r:CODED_AS {coder: 'CD'}]->() WITH r LIMIT 1 SET r.coder = 'XY'",
    "find_double_codings": (
        f"MATCH {STORY}-[r:CODED_AS]->(c) CREATE (e)-[:CODED_AS {{coder: r.coder, by: r.by, said: r.said}}]->(c)"
    ),
    "find_unmeasured_transcripts": "MATCH (i:Interview {key: 'small/interview/p1-1'}) SET i.characters = 3",
    "find_broken_turns": "MATCH (t:Turn {study: 'small', index: 1}) WITH t LIMIT 1 SET t.text = 'Something else'",
    "find_unnamed_nodes": "MATCH (t:Turn {study: 'small', index: 1}) WITH t LIMIT 1 REMOVE t.caption",
}


class RolledBackError(Exception):
    """Ends a transaction so that nothing of it stays; carries the names of the checks that found something in it."""

    def __init__(self, found: dict[str, int]) -> None:
        super().__init__(found)
        self.found = found


@pytest.fixture(scope="module")
def sound(database: Database) -> Database:
    return load_small(database)


def test_a_sound_graph_breaks_no_promise(sound: Database) -> None:
    assert check(sound, "small") == []


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_promise_is_named(sound: Database, name: str) -> None:
    def break_and_look(tx: ManagedTransaction) -> None:
        assert tx.run(BREAKS[name]).consume().counters.contains_updates
        rows = {each.name: len(tx.run(each.statement, study="small").data()) for each in checks().values()}
        raise RolledBackError({check: count for check, count in rows.items() if count})

    with pytest.raises(RolledBackError) as caught:
        sound.write(break_and_look)
    assert name in caught.value.found


def test_every_check_is_broken_once() -> None:
    assert set(BREAKS) == set(checks())


def test_an_undefined_node_that_nothing_names_is_named(sound: Database) -> None:
    loose = (
        "CREATE (:Concept:Code {key: 'small/concept/x', study: 'small', name: 'x', caption: 'x', by: [],"
        " status: 'undefined'})"
    )
    statement = checks()["find_loose_undefined_nodes"].statement

    def break_and_look(tx: ManagedTransaction) -> None:
        tx.run(loose).consume()
        raise RolledBackError({row["key"]: 1 for row in tx.run(statement, study="small").data()})

    with pytest.raises(RolledBackError) as caught:
        sound.write(break_and_look)
    assert caught.value.found == {"small/concept/x": 1}


def test_a_violation_says_what_is_wrong_where_and_how_to_mend_it(graph: Database) -> None:
    load_small(graph)
    graph.write(lambda tx: tx.run("MATCH (c:Concept {key: 'small/concept/tea'}) REMOVE c:Code").consume())
    (violation,) = check(graph, "small")
    assert violation.message == "a concept is not exactly one of Code, Category and Theme (once)"
    assert violation.check.mend == "load the codebook again"
    assert violation.rows == [{"key": "small/concept/tea", "name": "tea", "levels": []}]


def test_a_check_wants_to_know_the_study_and_nothing_else() -> None:
    with pytest.raises(HeaderError, match=r"cypher/check/x\.cypher, line 3: a check has the parameter `study`"):
        read_check("check/x", "// title: a\n// mend: b\n// parameters: [study, more]\n\nRETURN $study AS a, $more AS b")
