"""The questions that Cypher easily gets wrong, compared with plain Python on studies that hypothesis makes up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.database import Database
from graphmodel.migration import ensure_schema
from graphmodel.questions import ask
from tests.graphmodel import reference
from tests.graphmodel.reference import Change, Coding, Person, Span, Statement, Talk, Theory, Unit

DATES = st.sampled_from(
    ["2015", "2015-03", "2015-03-01", "2015-03-02", "2015-04", "2015-04-10", "2016", "2016-01-01", None]
)
LEVELS = st.sampled_from(["Code", "Category", "Theme"])
KINDS = st.sampled_from(["create", "merge", "split", "retire", "move", "redefine"])
WRITE = """
CREATE (:Study {key: 's', study: 's', caption: 's', title: 's'})
WITH 1 AS one
CALL () { UNWIND $people AS each
  CREATE (p:Participant {key: 's/participant/' + each.name, study: 's', name: each.name,
                         consent: CASE WHEN each.withdrawn THEN 'withdrawn' ELSE 'active' END}) }
CALL () { UNWIND $talks AS each
  CREATE (i:Interview {key: 's/interview/' + each.name, study: 's', name: each.name})
  SET i.date = each.date, i.sequence = each.sequence, i.unnamed = each.unnamed, i.withdrawn = each.withdrawn
  WITH i, each UNWIND each.people AS name
  MATCH (p:Participant {key: 's/participant/' + name}) CREATE (p)-[:GAVE]->(i) }
CALL () { UNWIND $units AS each
  CREATE (c:$(each.labels) {key: each.key, study: 's', name: each.name, isCore: false}) }
CALL () { UNWIND $units AS each UNWIND each.parents AS parent
  MATCH (c:Concept {key: each.key}) MATCH (p:Concept {key: parent}) CREATE (c)-[:SUBSUMED_BY {position: 0}]->(p) }
CALL () { UNWIND $spans AS each
  MATCH (i:Interview {key: 's/interview/' + each.talk})
  CREATE (e:Excerpt {key: each.key, study: 's', text: each.key})-[:FROM]->(i)
  SET e.start = each.start, e.end = each.end, e.withdrawn = each.withdrawn, e.quotable = false,
      e.spokenBy = CASE WHEN each.known THEN 'participant' ELSE 'unknown' END
  FOREACH (x IN CASE WHEN each.known THEN [1] ELSE [] END |
    CREATE (e)-[:SPANS]->(:Turn {key: each.key + '/turn', role: 'interviewer'}))
  WITH e, each UNWIND each.said AS name
  MATCH (p:Participant {key: 's/participant/' + name}) CREATE (p)-[:SAID]->(e) }
CALL () { UNWIND $codings AS each
  MATCH (e:Excerpt {key: each.span}) MATCH (c:Concept {key: each.unit})
  CREATE (e)-[r:CODED_AS {coder: each.coder}]->(c) SET r.at = each.at }
CALL () { UNWIND $against AS each
  MATCH (e:Excerpt {key: each[0]}) MATCH (c:Concept {key: each[1]}) CREATE (e)-[:CONTRADICTS {coder: 'A'}]->(c) }
CALL () { UNWIND $statements AS each
  CREATE (p:Proposition {key: 's/proposition/' + each.name, study: 's', name: each.name})
  FOREACH (x IN [1] | SET p.statement = each.name) }
CALL () { UNWIND $statements AS each UNWIND each.supports AS span
  MATCH (e:Excerpt {key: span}) MATCH (p:Proposition {key: 's/proposition/' + each.name})
  CREATE (e)-[:SUPPORTS {coder: 'A'}]->(p) }
CALL () { UNWIND $statements AS each UNWIND each.contradicts AS span
  MATCH (e:Excerpt {key: span}) MATCH (p:Proposition {key: 's/proposition/' + each.name})
  CREATE (e)-[:CONTRADICTS {coder: 'A'}]->(p) }
CALL () { UNWIND $changes AS each
  CREATE (r:Revision {key: each.key, study: 's', kind: each.kind, row: each.row}) SET r.at = each.at }
CALL () { UNWIND $changes AS each UNWIND each.used AS unit
  MATCH (r:Revision {key: each.key}) MATCH (c:Concept|RetiredConcept {key: unit}) CREATE (r)-[:USED]->(c) }
CALL () { UNWIND $changes AS each UNWIND each.made AS unit
  MATCH (r:Revision {key: each.key}) MATCH (c:Concept|RetiredConcept {key: unit}) CREATE (r)-[:GENERATED]->(c) }
CALL () { UNWIND $memos AS each
  MATCH (c:Concept {key: each.unit})
  CREATE (m:Memo {key: each.key, study: 's', name: each.key})-[:ABOUT]->(c) SET m.writtenAt = each.at }
RETURN count(*) AS done
"""


def positions(size: int, most: int) -> st.SearchStrategy[tuple[int, ...]]:
    """Some different positions of a list."""
    if not size:
        return st.just(())
    return st.lists(st.integers(0, size - 1), unique=True, max_size=most).map(lambda some: tuple(sorted(some)))


@st.composite
def theories(draw: st.DrawFn) -> Theory:
    """A small study with every irregularity that the questions must survive."""
    people = tuple(Person(f"P{at}", draw(st.integers(0, 4)) == 0) for at in range(draw(st.integers(0, 4))))
    talks = tuple(
        Talk(
            f"I{at}",
            draw(DATES),
            draw(st.none() | st.integers(1, 4)),
            draw(st.integers(0, 7)) == 0,
            draw(positions(len(people), 2)),
        )
        for at in range(draw(st.integers(1, 5)))
    )
    living = draw(st.integers(1, 6))
    units = tuple(Unit(f"C{at}", draw(LEVELS), draw(positions(at, 2)), False) for at in range(living))
    units += tuple(Unit(f"R{at}", "", (), True) for at in range(draw(st.integers(0, 2))))
    spans = tuple(_span(draw, at, talks) for at in range(draw(st.integers(0, 8))))
    named = {
        (coding.span, coding.unit, coding.coder): coding
        for coding in (_coding(draw, len(spans), living) for _ in range(draw(st.integers(0, 14)) if spans else 0))
    }
    return Theory(
        people,
        talks,
        units,
        spans,
        tuple(named.values()),
        tuple({(draw(st.integers(0, len(spans) - 1)), draw(st.integers(0, living - 1))) for _ in range(3) if spans}),
        tuple(
            Change(draw(KINDS), draw(DATES), draw(positions(len(units), 2)), draw(positions(len(units), 2)))
            for _ in range(draw(st.integers(0, 4)))
        ),
        tuple(
            Statement(f"p{at}", draw(positions(len(spans), 3)), draw(positions(len(spans), 2)))
            for at in range(draw(st.integers(0, 3)))
        ),
        tuple((draw(st.integers(0, living - 1)), draw(DATES)) for _ in range(draw(st.integers(0, 2)))),
    )


def _span(draw: st.DrawFn, at: int, talks: tuple[Talk, ...]) -> Span:
    start = draw(st.none() | st.integers(0, 6))
    end = None if start is None else start + draw(st.integers(1, 4))
    talk, known = draw(st.integers(0, len(talks) - 1)), draw(st.booleans())
    people = talks[talk].people
    said = tuple(person for person in people if draw(st.booleans())) if known else people if len(people) == 1 else ()
    return Span(f"s/excerpt/{at}", talk, start, end, said, known)


def _coding(draw: st.DrawFn, spans: int, units: int) -> Coding:
    coder = draw(st.sampled_from(["A", "B", "C"]))
    return Coding(draw(st.integers(0, spans - 1)), draw(st.integers(0, units - 1)), coder, draw(DATES))


def write(database: Database, study: Theory) -> None:
    """Put a study into the empty graph."""
    unit_keys = [f"s/{'retired' if unit.retired else 'concept'}/{unit.name}" for unit in study.units]
    sent: dict[str, Any] = {
        "people": [asdict(each) for each in study.people],
        "talks": [
            {
                **asdict(each),
                "people": [study.people[person].name for person in each.people],
                "withdrawn": not study.keeps_talk(at, False),
            }
            for at, each in enumerate(study.talks)
        ],
        "units": [
            {
                "key": key,
                "name": unit.name,
                "labels": ["RetiredConcept"] if unit.retired else ["Concept", unit.level],
                "parents": [unit_keys[at] for at in unit.parents],
            }
            for key, unit in zip(unit_keys, study.units, strict=True)
        ],
        "spans": [
            {
                **asdict(each),
                "talk": study.talks[each.talk].name,
                "said": [study.people[person].name for person in each.said],
                "withdrawn": not study.keeps(at, False),
            }
            for at, each in enumerate(study.spans)
        ],
        "codings": [
            {**asdict(each), "span": study.spans[each.span].key, "unit": unit_keys[each.unit]} for each in study.codings
        ],
        "against": [[study.spans[span].key, unit_keys[unit]] for span, unit in study.against],
        "statements": [
            {
                "name": each.name,
                "supports": [study.spans[span].key for span in each.supports],
                "contradicts": [study.spans[span].key for span in each.contradicts],
            }
            for each in study.statements
        ],
        "changes": [
            {
                "key": f"s/revision/{at}",
                "row": at,
                "kind": each.kind,
                "at": each.at,
                "used": [unit_keys[unit] for unit in each.used],
                "made": [unit_keys[unit] for unit in each.made],
            }
            for at, each in enumerate(study.changes)
        ],
        "memos": [
            {"key": f"s/memo/{at}", "unit": unit_keys[unit], "at": when} for at, (unit, when) in enumerate(study.memos)
        ],
    }
    database.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    database.write(lambda tx: tx.run(WRITE, **sent).consume())


def answered(database: Database, question: str, columns: str, **parameters: object) -> list[reference.Row]:
    rows = ask(database, question, "s", parameters).rows
    return in_order(tuple(row[column] for column in columns.split()) for row in rows)


def in_order(rows: Iterable[reference.Row]) -> list[reference.Row]:
    return sorted(rows, key=repr)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(study=theories(), withdrawn=st.booleans(), minimum=st.integers(1, 3), date=DATES.filter(bool), data=st.data())
def test_cypher_answers_as_plain_python_does(
    graph: Database, study: Theory, withdrawn: bool, minimum: int, date: str, data: st.DataObject
) -> None:
    ensure_schema(graph)
    write(graph, study)
    theme = data.draw(st.sampled_from([at for at, unit in enumerate(study.units) if not unit.retired]))
    name = study.units[theme].name
    both = {"withdrawn": withdrawn}

    assert answered(
        graph, "find_narrow_themes", "theme participants names interviews excerpts", minimum=minimum, **both
    ) == in_order(reference.narrow_themes(study, minimum, withdrawn))
    assert answered(
        graph, "find_absent_participants", "participant interviews excerpts negativeCases", concept=name, **both
    ) == in_order(reference.absent_participants(study, theme, withdrawn))
    assert answered(
        graph,
        "find_single_voice_propositions",
        "proposition participant excerpts unattributed contradictedBy",
        **both,
    ) == in_order(reference.single_voices(study, withdrawn))
    untested = ask(graph, "find_untested_codes", "s", both).rows
    assert in_order(
        (row["code"], row["takenBack"], row["arose"], row["earlier"], len(row["missing"])) for row in untested
    ) == in_order(reference.untested_codes(study, withdrawn))
    assert answered(graph, "count_new_codes", "interview codes names maybeNew missing", **both) == in_order(
        reference.new_codes(study, withdrawn)
    )
    assert answered(
        graph, "find_critical_participants", "size participants contributing exact unattributed", concept=name, **both
    ) == in_order(reference.critical_participants(study, theme, withdrawn))
    assert answered(
        graph, "measure_dominance", "participant excerpts total interviews concepts", concept=name, **both
    ) == in_order(reference.dominance(study, theme, withdrawn))
    assert answered(graph, "compare_coders", "concept excerpt coder other instead", **both) == in_order(
        reference.disagreements(study, withdrawn)
    )
    assert answered(graph, "show_state_on", "concept held because excerpts", date=date, **both) == in_order(
        reference.state_on(study, date, withdrawn)
    )
    found = ask(graph, "find_cooccurring_codes", "s", {"minimum": minimum, **both}).rows
    pairs = {frozenset((row["one"], row["other"])): (row["together"], row["coefficient"]) for row in found}
    assert pairs == {
        pair: (together, share) for pair, together, share in reference.cooccurrences(study, minimum, withdrawn)
    }
    for leaver, person in enumerate(study.people):
        assert answered(
            graph,
            "predict_withdrawal",
            "kind name lost left participantsLeft consequence",
            participant=person.name,
            **both,
        ) == in_order(reference.losses(study, leaver, withdrawn))
