"""The changes of a load: building only the interviews that it affects gives what building the whole study gives."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.database import Database
from graphmodel.graph.build import build
from graphmodel.graph.difference import Difference
from graphmodel.graph.document import Document
from graphmodel.graph.kinds import LARGE
from graphmodel.loading import load
from graphmodel.loading.plan import Plan, new_errors, plan
from graphmodel.loading.reading import read_files
from graphmodel.loading.selection import select
from graphmodel.loading.study_state import in_order, read_study
from graphmodel.records import Concept, Memo, MemoLink
from graphmodel.server.progress import silent
from tests.graphmodel.folders import study, write
from tests.graphmodel.graph.applying import applied
from tests.graphmodel.graph.building import STUDY, file, where
from tests.graphmodel.graph.states import EDITS, PROJECT, STATES, State, documents, documents_of, edited
from tests.graphmodel.graph.test_properties import typed
from tests.graphmodel.loading.steps import Read, Standing, change, found, loaded, needed
from tests.graphmodel.loading.test_load import CODINGS, WHOLE

POSITIONS_ALONE = "codings/spots.csv"
"""A table whose words are kept as they were when it was loaded first. Of a project that changes its GUIDs tell renames.
Both depend on the version before."""
Edits = list[tuple[str, int | None]]
thorough = settings(
    max_examples=int(os.environ.get("GRAPHMODEL_EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def standing(state: State) -> Standing:
    """A study after the first load of a state."""
    return found({each.key: each for each in documents(state)}, Standing())


def read(before: State, after: State) -> Read:
    """The documents that a load reads of the files that changed: new records each time, as from a file."""
    changed = {name: variant for name, variant in after.items() if before.get(name) != variant}
    fresh = {
        each.key: replace(each, records=list(each.records))
        for name, variant in changed.items()
        for each in documents_of(name, variant)
    }
    gone = {
        each.key
        for name, variant in before.items()
        if after.get(name) != variant
        for each in documents_of(name, variant)
        if each.key not in fresh
    }
    return Read(fresh, gone)


def values(of: Difference) -> tuple[Any, ...]:
    return (
        of.rekeyed,
        typed(of.created),
        of.labels,
        {key: (typed(each.properties), each.gained, each.lost) for key, each in of.changed.items()},
        of.deleted,
        typed(of.related),
        typed(of.altered),
        sorted(of.unrelated),
    )


@given(STATES, st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=4))
@thorough
def test_what_is_affected_makes_the_whole_difference(state: State, loads: list[Edits]) -> None:
    before = standing(state)
    for edits in loads:
        now = edited(state, edits)
        files = read(state, now)
        after = loaded(before, files)
        whole = change(before, after)
        _, first, last = needed(before, files)
        part = change(first, last)
        assert values(part[2]) == values(whole[2])
        reached = applied(whole[0].graph, part[2])
        assert (typed(reached.nodes), typed(reached.relationships)) == (
            typed(whole[1].graph.nodes),
            typed(whole[1].graph.relationships),
        )
        state, before = now, after


@given(STATES, st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=4))
@thorough
def test_any_loads_end_in_the_graph_of_the_last_state(state: State, loads: list[Edits]) -> None:
    state = {name: variant for name, variant in state.items() if name != POSITIONS_ALONE}
    before = standing(state)
    for edits in loads:
        now = edited(state, [each for each in edits if each[0] not in (POSITIONS_ALONE, PROJECT)])
        before = loaded(before, read(state, now))
        state = now
    assert _graph(before) == _graph(standing(state))


def _graph(of: Standing) -> tuple[Any, Any, Any]:
    graph = build(STUDY, in_order(of.documents.values())).graph
    return typed(graph.nodes), typed(graph.relationships), graph.levels


def planned(before: Standing, after: Standing) -> Plan:
    *builds, of = change(before, after)
    return Plan(before.documents, after.documents, set(), builds[0], builds[1], of)


def of_files(*files: list[Document]) -> Standing:
    return found({each.key: each for documents in files for each in documents}, Standing())


WRONG = file(Concept("A", ("A",)))


def test_an_error_that_was_not_there_before_keeps_a_load_out() -> None:
    (problem,) = new_errors(planned(Standing(), of_files(WRONG)))
    assert problem.message == "`A` is its own parent"
    assert where(problem.place) == "codebook.csv, row 2"


def test_an_error_of_before_a_flag_and_a_note_do_not() -> None:
    more = file(Memo("one", about=(MemoLink("Nothing"),)))
    assert new_errors(planned(of_files(WRONG), of_files(WRONG, more))) == []


def test_errors_within_a_document_and_between_documents_count_alike() -> None:
    twice = file(Concept("A", definition="x"), path="a.csv"), file(Concept("A", definition="y"), path="b.csv")
    within = file(Concept("B"), Concept("b"), path="c.csv")
    assert len(new_errors(planned(Standing(), of_files(*twice, within)))) == 2


def test_a_load_reads_the_records_of_affected_interviews_alone(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    write(folder, {"memos/three.md": "On [[Tenuous]].\n", "codings.csv": CODINGS.replace("Being seen", "Disclosure")})
    state = read_study(graph, "s", folder)
    made = plan(graph, state, read_files(select(graph, [folder], None), state, silent))
    assert made.affected == {"p1-1", "p2-1"}  # a file that changed is read whole
    write(folder, {"codings.csv": CODINGS})
    made = plan(graph, state, read_files(select(graph, [folder], None), state, silent))
    assert made.affected == set()
    assert not [each for each in made.before.values() if each.kind in LARGE and each.records]
    assert {key.split("/")[1] for key in made.difference.created} == {"memo", "document"}
    whole = plan(graph, state, read_files(select(graph, [folder], None), state, silent), all_of_it=True)
    assert whole.affected == {"p1-1", "p2-1"}
    assert values(whole.difference) == values(made.difference)
