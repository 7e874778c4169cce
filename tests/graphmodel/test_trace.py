"""Tracing a theme down to the words: what hangs where, what may be printed, and how the concept is named."""

from __future__ import annotations

import time

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.trace import CodedBy, Trace, TracedConcept, TracedExcerpt, trace
from tests.graphmodel.conftest import load_small
from tests.graphmodel.expected.small import BOAT, LISTENED, MIXED

MANY = 3000
SHARE_NAME = "MATCH (c:Concept {study: 'small'}) WHERE c.name IN ['unsaid rules', 'same boat'] SET c.name = 'Shared'"
SAY_MANY = """
MATCH (tea:Concept {key: 'small/concept/next steps'}), (i:Interview {key: 'small/interview/pair'})
UNWIND range(1, $many) AS n
CREATE (e:Excerpt {key: 'small/excerpt/pair/' + n, study: 'small', caption: 'x', text: 'words ' + n,
                   verification: 'unchecked', occurrence: 1, spokenBy: 'unknown', withdrawn: false, quotable: true})-[:FROM]->(i)
CREATE (e)-[:CODED_AS {coder: 'AB', at: '2015-06-01'}]->(tea)
"""


def tree(concept: TracedConcept) -> dict[str, object]:
    return {child.name: tree(child) for child in concept.children}


def of(found: Trace, name: str) -> TracedConcept:
    return next(concept for concept in found.concepts() if concept.name == name)


def test_the_tree_goes_down_to_the_codes(small: Database) -> None:
    found = trace(small, "small", "being KNOWN")
    assert found.concept.name == "Being known"
    assert tree(found.concept) == {
        "Feeling understood": {"being heard": {}},
        "Telling": {"friend or worker": {}, "same boat": {}, "telling my story": {}},
    }
    assert (found.study, found.paths, found.notice) == (
        "small",
        (("Being known",),),
        "Synthetic: invented for testing.",
    )
    assert found.notes == ("1 participant who withdrew is left out (1 interview, 2 excerpts)",)


def test_a_concept_knows_what_grounds_it(small: Database) -> None:
    concept = of(trace(small, "small", "Being known"), "Feeling understood")
    assert (concept.level, concept.own_count, concept.excerpt_count) == ("Category", 1, 6)
    assert (concept.interview_count, concept.participant_count) == (2, 2)
    assert (concept.negative_case_sought_at, concept.negative_case_sought_by) == ("2015-04-25", "AB")
    assert [(each.text, each.interview, each.codings) for each in concept.negative_cases] == [
        ("She never asked.", "P3-1", (CodedBy("AB", "2015-04-25", None),))
    ]


def test_an_excerpt_says_who_said_it_where_and_who_coded_it(small: Database) -> None:
    (first, second) = of(trace(small, "small", "Two hats"), "friend or worker").excerpts
    assert first == TracedExcerpt(
        key=first.key,
        text="Is he my friend or my worker?",
        quote=None,
        start=65,
        end=94,
        verification="exact",
        occurrence=1,
        occurrences=None,
        interview="P2-1",
        date="2015-03-15",
        participants=("P2",),
        quotable=False,
        codings=(CodedBy("AB", "2015-03-20", None), CodedBy("CD", "2015-04-20", None)),
        turn=1,
        start_ms=None,
    )
    assert (second.text, second.participants, second.quotable) == ("A friend does not clock off.", ("P3",), True)


def test_excerpts_stand_in_the_order_of_interviews_and_words(small: Database) -> None:
    words = [each.text for each in of(trace(small, "small", "Being known"), "being heard").excerpts]
    assert words == [BOAT, "Did you feel understood?", LISTENED, "She listened.", "She knew me at once."]
    assert [each.text for each in of(trace(small, "small", "Being known"), "Feeling understood").excerpts] == [MIXED]


def test_memos_literature_and_propositions_are_there(small: Database) -> None:
    found = trace(small, "small", "Telling")
    assert [(memo.title, memo.kind, memo.at, memo.by) for memo in found.concept.memos] == [
        ("Telling, in theory", "theoretical", "2015-05-10", ("AB",))
    ]
    assert [(each.name, each.supporting, each.contradicting) for each in found.concept.propositions] == [
        ("p1", 2, 1),
        ("p2", 0, 0),
    ]
    boat = of(found, "same boat")
    assert [(each.name, each.stance, each.memo, each.at) for each in boat.literature] == [
        ("tajfel1979", "supports", "Telling, in theory", "2015-02-01")
    ]
    assert [memo.title for memo in boat.memos] == ["On telling", "Telling, in theory"]


def test_depth_and_quotes_cut_what_is_shown_and_not_what_is_counted(small: Database) -> None:
    shallow = trace(small, "small", "Being known", depth=1)
    assert tree(shallow.concept) == {"Feeling understood": {}, "Telling": {}}
    assert {child.name: child.hidden for child in shallow.concept.children} == {"Feeling understood": 1, "Telling": 3}
    assert shallow.concept.excerpt_count == 12
    heard = of(trace(small, "small", "Being known", quotes=2), "being heard")
    assert ([each.text for each in heard.excerpts], heard.own_count) == ([BOAT, "Did you feel understood?"], 5)


def test_those_who_withdrew_are_traced_where_asked_for(small: Database) -> None:
    found = trace(small, "small", "Hope", withdrawn=True)
    (excerpt,) = of(found, "next steps").excerpts
    assert (excerpt.text, excerpt.participants, excerpt.quotable) == ("I told him about the voices.", ("P4",), False)
    assert of(trace(small, "small", "Hope"), "next steps").excerpts == ()


def test_words_that_consent_keeps_from_print_leave_the_machine_only_on_request(small: Database) -> None:
    found = trace(small, "small", "friend or worker")
    data = found.as_data()["concept"]["excerpts"]
    assert [(each["text"], each.get("withheld")) for each in data] == [
        (None, "consent"),
        ("A friend does not clock off.", None),
    ]
    assert found.as_data(all_words=True)["concept"]["excerpts"][0]["text"] == "Is he my friend or my worker?"
    assert found.concept.excerpts[0].text == "Is he my friend or my worker?"


def test_a_concept_with_two_parents_stands_under_both_and_is_found_by_path(small: Database) -> None:
    found = trace(small, "small", "two hats > boundaries > Friend or Worker")
    assert found.paths == (
        ("Two hats", "Boundaries", "friend or worker"),
        ("Being known", "Telling", "friend or worker"),
    )


def test_a_former_name_still_finds_its_concept(small: Database) -> None:
    assert trace(small, "small", "we are alike").concept.name == "same boat"


def test_a_near_miss_suggests(small: Database) -> None:
    with pytest.raises(GraphmodelError, match="there is no concept `being herd` in small") as caught:
        trace(small, "small", "being herd")
    assert caught.value.hint is not None
    assert caught.value.hint.startswith("did you mean `being heard`")


def test_a_name_of_two_concepts_is_refused_with_their_paths(graph: Database) -> None:
    load_small(graph)
    graph.write(lambda tx: tx.run(SHARE_NAME).consume())
    with pytest.raises(GraphmodelError, match="`shared` is the name of 2 concepts in small") as caught:
        trace(graph, "small", "shared")
    assert caught.value.hint == "name one of them: `Being known > Telling > Shared`; `Two hats > Boundaries > Shared`"
    assert trace(graph, "small", "Boundaries > shared").concept.key == "small/concept/unsaid rules"


def test_a_theme_of_3000_excerpts_is_traced_quickly(graph: Database) -> None:
    load_small(graph)
    graph.write(lambda tx: tx.run(SAY_MANY, many=MANY).consume())
    trace(graph, "small", "Hope", quotes=1)
    begun = time.perf_counter()
    found = trace(graph, "small", "Hope")
    assert time.perf_counter() - begun < 5
    assert len(of(found, "next steps").excerpts) == found.concept.excerpt_count == MANY
