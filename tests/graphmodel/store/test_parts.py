"""A write in parts: unfinished in between for whoever reads, finished by comparing."""

from __future__ import annotations

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.graph.difference import difference
from graphmodel.graph.elements import Graph
from graphmodel.schema import Label, Type
from graphmodel.server import Progress
from graphmodel.store.conflicts import StaleRound
from graphmodel.store.findings import findings
from graphmodel.store.parts import ELEMENT, SMALL, UNKNOWN, divided, fits
from graphmodel.store.repair import repair
from graphmodel.store.round_steps import RoundWrite
from graphmodel.store.standing import compare
from graphmodel.store.state import State, read_contents, read_state, unfinished
from graphmodel.store.transactions import Expected, Meter, run_steps
from graphmodel.store.write import write_round
from tests.graphmodel.store.graphs import (
    STUDY,
    a_round,
    add,
    by_hand,
    copy,
    node,
    plain,
    rekey,
    relate,
    remove,
    small,
    stored,
)
from tests.graphmodel.store.test_state import CODINGS, RECORDS, a_version

FIVE = 5 * ELEMENT
TRUST, HOPE = node(Label.CONCEPT, "trust"), node(Label.CONCEPT, "hope")


class Stopped(Exception):
    """What ends a write in these tests."""


def stop_at(statement: int) -> Progress:
    """A progress that ends the write after so many statements."""
    seen: list[int] = []

    def progress(label: str, done: int, total: int | None) -> None:
        seen.append(done)
        if len(seen) == statement:
            raise Stopped

    return progress


def first() -> RoundWrite:
    return RoundWrite(
        study=STUDY,
        difference=difference(Graph(), small()),
        round=a_round(),
        versions=[a_version()],
        documents={CODINGS: {"loadedAt": "2016"}},
        study_properties={"schemaVersion": 2},
        problems=b"\x01",
    )


def second() -> tuple[RoundWrite, Graph]:
    """A write that deletes, gives another key, changes and creates."""
    after = copy(small())
    remove(after, HOPE)
    rekey(after, TRUST, HOPE)
    after.levels[node(Label.CONCEPT, "whole")] = Label.CATEGORY
    after.nodes[node(Label.MEMO, "m1")]["text"] = "Other words."
    relate(after, node(Label.EXCERPT, "p1-1/1"), Type.CODED_AS, add(after, Label.CONCEPT, "new", Label.CODE))
    write = RoundWrite(
        study=STUDY,
        difference=difference(small(), after, {TRUST: HOPE}),
        round=a_round(2),
        versions=[a_version(since=2)],
        ended=[f"{CODINGS}@1"],
    )
    return write, after


def without_the_stores_own(graph: Graph) -> Graph:
    graph.nodes[STUDY]["schemaVersion"] = 2
    graph.nodes[CODINGS]["loadedAt"] = "2016"
    return graph


def test_a_difference_is_divided_in_its_order(empty: Database) -> None:
    parts = list(divided(difference(Graph(), small()), 5))
    assert all(sum(len(step.rows) for step in part) <= 5 for part in parts)
    steps = [step for part in parts for step in part]
    assert sum(len(step.rows) for step in steps) == 35
    kinds = ["relationships" in step.what for step in steps]
    assert kinds == sorted(kinds)  # nodes, then relationships


def test_a_write_in_parts_ends_like_one_in_one(empty: Database) -> None:
    write_round(empty, first(), seen=None, capacity=FIVE)
    assert stored(empty) == plain(without_the_stores_own(small()))
    state = read_state(empty, STUDY)
    assert not unfinished(state)
    assert (state.round, state.problems, list(state.versions)) == (a_round(), b"\x01", [CODINGS])
    write, after = second()
    write_round(empty, write, seen=1, capacity=FIVE)
    assert stored(empty) == plain(without_the_stores_own(after))
    assert read_state(empty, STUDY).round == a_round(2)


def test_what_stops_before_the_round_is_kept_leaves_nothing(empty: Database) -> None:
    # The Study, its properties, a version, the round, the mark: five statements in the first transaction.
    for statement in range(1, 6):
        with pytest.raises(Stopped):
            write_round(empty, first(), seen=None, capacity=FIVE, progress=stop_at(statement))
        assert stored(empty) == ([], [])
        assert read_state(empty, STUDY) == State()


# 5 first, 10 kinds of nodes, 12 of relationships, the document, the mark: 29 statements.
@pytest.mark.parametrize("statement", [6, 7, 12, 20, 29])
def test_a_first_write_that_stops_is_seen_and_finished(empty: Database, statement: int) -> None:
    with pytest.raises(Stopped):
        write_round(empty, first(), seen=None, capacity=FIVE, progress=stop_at(statement))
    state = read_state(empty, STUDY)
    assert unfinished(state)
    assert state.round == a_round(status="writing")
    assert read_contents(empty, [f"{CODINGS}@1"])[CODINGS].records == RECORDS
    with pytest.raises(StaleRound, match="has an unfinished load"):
        write_round(empty, RoundWrite(study=STUDY, documents={CODINGS: {"root": "/"}}), seen=1)
    repair(empty, STUDY, small(), capacity=FIVE)
    assert list(findings(compare(empty, STUDY, small()))) == []
    assert not unfinished(read_state(empty, STUDY))
    assert read_state(empty, STUDY).round == a_round()
    assert "writing" not in read_state(empty, STUDY).study


@pytest.mark.parametrize("capacity", [FIVE, None])
@pytest.mark.parametrize("statement", range(5, 16))
def test_a_later_write_that_stops_is_finished(empty: Database, statement: int, capacity: int | None) -> None:
    write_round(empty, first(), seen=None)
    write, after = second()
    # Versions end and come, the round, the mark: 4 statements. Two types of relationships go, `hope` goes, a key, a
    # label goes and comes, two labels of nodes change, a node and a relationship come: 10. The mark goes: 1.
    with pytest.raises(Stopped):
        write_round(empty, write, seen=1, capacity=2 * ELEMENT, progress=stop_at(statement))
    assert unfinished(read_state(empty, STUDY))
    repair(empty, STUDY, after, capacity=capacity)
    assert stored(empty)[1] == plain(after)[1]
    assert list(findings(compare(empty, STUDY, after))) == []
    assert read_state(empty, STUDY).round == a_round(2)


def test_repair_that_stops_is_taken_up_again(empty: Database) -> None:
    write_round(empty, first(), seen=None)
    by_hand(empty, "MATCH (n:Excerpt|Turn|Concept) DETACH DELETE n")
    with pytest.raises(Stopped):
        repair(empty, STUDY, small(), capacity=FIVE, progress=stop_at(8))
    assert unfinished(read_state(empty, STUDY))
    repair(empty, STUDY, small(), capacity=FIVE)
    assert list(findings(compare(empty, STUDY, small()))) == []
    assert not unfinished(read_state(empty, STUDY))


def test_a_write_that_somebody_else_finished_goes_no_further(empty: Database) -> None:
    """`repair` of another command between two parts: the next part finds no mark."""
    made = divided(difference(Graph(), small()), 5)
    marked = Expected(STUDY, 1, writing=True)
    write_round(empty, first(), seen=None)
    with pytest.raises(StaleRound, match="was finished by another load"):
        run_steps(empty, marked, lambda: next(made), Meter(35))
    assert stored(empty) == plain(without_the_stores_own(small()))


def test_the_servers_limit_is_read(empty: Database) -> None:
    limit = empty.read("SHOW SETTINGS 'dbms.memory.transaction.total.max' YIELD value RETURN value")[0]["value"]
    assert limit.endswith("iB")
    fitting, capacity = fits(empty, SMALL + 1)
    number, unit = float(limit[:-3]), {"M": 2**20, "G": 2**30}[limit[-3]]
    assert capacity == int(number * unit) // 2
    assert fitting
    assert fits(empty, capacity + 1) == (False, capacity)
    assert fits(empty, SMALL) == (True, SMALL)


@pytest.mark.parametrize("value", ["0B", "", None, "many"])
def test_a_limit_that_cannot_be_read_is_taken_to_be_usual(
    empty: Database, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.setattr(Database, "read", lambda *_: [{"value": value}])
    assert fits(empty, UNKNOWN) == (True, UNKNOWN)


def test_a_user_who_may_not_see_settings_can_write(empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise GraphmodelError("refused")

    monkeypatch.setattr(Database, "read", refuse)
    assert fits(empty, UNKNOWN + 1) == (False, UNKNOWN)
