"""What a load changes: building only the interviews that it affects gives what building the whole study gives."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.graph.build import build
from graphmodel.graph.difference import Difference
from graphmodel.loading.study_state import in_order
from tests.graphmodel.graph.applying import applied
from tests.graphmodel.graph.building import STUDY, ready
from tests.graphmodel.graph.states import EDITS, PROJECT, STATES, State, documents, documents_of, edited
from tests.graphmodel.graph.test_properties import typed
from tests.graphmodel.loading.steps import Read, Standing, change, found, loaded, needed

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
    """What a load reads of the files that changed: new records each time, as from a file."""
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
        of_files = read(state, now)
        after = loaded(before, of_files)
        whole = change(before, after)
        _, first, last = needed(before, of_files)
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
    assert _graph(before) == _graph(Standing({each.key: each for each in ready(documents(state))}))


def _graph(of: Standing) -> tuple[Any, Any, Any]:
    graph = build(STUDY, in_order(of.documents.values())).graph
    return typed(graph.nodes), typed(graph.relationships), graph.levels
