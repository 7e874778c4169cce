"""Properties of every study: the order of documents does not matter, building changes nothing, a difference leads from
one graph to the other."""

from __future__ import annotations

import copy
import os
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.graph.build import Built, build, contribute, index_names
from graphmodel.graph.difference import difference
from graphmodel.graph.document import Document
from graphmodel.graph.elements import Graph, Relationship
from graphmodel.graph.renames import renames
from graphmodel.loading.study_state import in_order
from graphmodel.schema import LEVELS, Type
from tests.graphmodel.graph.applying import applied
from tests.graphmodel.graph.building import STUDY, problems, ready
from tests.graphmodel.graph.states import STATES, State, documents

thorough = settings(
    max_examples=int(os.environ.get("GRAPHMODEL_EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def typed(value: Any) -> Any:
    """A value that tells 1, 1.0 and True apart."""
    if isinstance(value, dict):
        return {key: typed(each) for key, each in value.items()}
    return [typed(each) for each in value] if isinstance(value, list) else (type(value).__name__, value)


def values(found: Built) -> tuple[Any, ...]:
    graph = found.graph
    told = sorted(map(repr, problems(found)))
    return typed(graph.nodes), typed(graph.relationships), graph.levels, told, found.names.concepts, found.names.known


@given(STATES, st.randoms(use_true_random=False))
@thorough
def test_documents_in_any_order_build_equal_graphs(state: State, random: Any) -> None:
    read = documents(state)
    shuffled = random.sample(read, len(read))
    one, other = ready(read), ready(shuffled)
    assert {each.key: each.interview for each in one} == {each.key: each.interview for each in other}
    assert (
        values(build(STUDY, one)) == values(build(STUDY, random.sample(one, len(one)))) == values(build(STUDY, other))
    )


@given(STATES)
@thorough
def test_building_changes_no_document_and_no_contribution(state: State) -> None:
    there = ready(documents(state))
    before = copy.deepcopy([_fields(each) for each in there])
    found = build(STUDY, there)
    first = copy.deepcopy(values(found))
    made = _made(there)
    assert [(each.nodes, each.relationships, each.named) for each in found.contributions] == made
    assert values(build(STUDY, there)) == first
    assert values(found) == first
    assert [_fields(each) for each in there] == before


def _made(there: list[Document]) -> list[Any]:
    """The contribution of each document, worked out apart from any graph."""
    ordered = in_order(there)
    names = index_names(STUDY, ordered)
    return [(each.nodes, each.relationships, each.named) for each in (contribute(one, names) for one in ordered)]


def _fields(document: Document) -> tuple[Any, ...]:
    return tuple(getattr(document, name) for name in Document.__slots__)


@given(STATES, STATES)
@thorough
def test_the_difference_leads_from_one_study_to_another(one: State, other: State) -> None:
    before, after = (build(STUDY, ready(documents(state))) for state in (one, other))
    change = difference(before.graph, after.graph, renames(before, after))
    reached = applied(before.graph, change)
    assert typed(reached.nodes) == typed(after.graph.nodes)
    assert typed(reached.relationships) == typed(after.graph.relationships)
    assert reached.levels == after.graph.levels


@given(STATES)
@thorough
def test_a_study_does_not_differ_from_itself(state: State) -> None:
    one, other = (build(STUDY, ready(documents(state))) for _ in range(2))
    assert not difference(one.graph, other.graph, renames(one, other))


KEYS = [f"s/concept/{name}" for name in "abcd"]
PROPERTIES = st.dictionaries(st.sampled_from("xy"), st.sampled_from([1, 1.0, True, "1", 0, False, "", ["1"]]))


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    nodes = draw(st.dictionaries(st.sampled_from(KEYS), PROPERTIES))
    levels = {node: draw(st.sampled_from(LEVELS)) for node in nodes if draw(st.booleans())}
    if not nodes:
        return Graph()
    ends = st.sampled_from(sorted(nodes))
    kinds = st.builds(
        Relationship, st.sampled_from([Type.ABOUT, Type.CODED_AS]), ends, ends, st.sampled_from(["", "AB"])
    )
    return Graph(nodes, levels, draw(st.dictionaries(kinds, PROPERTIES)))


@st.composite
def changes(draw: st.DrawFn) -> tuple[Graph, Graph, dict[str, str]]:
    """Two graphs, with some nodes of the first that stay as some of the second."""
    before, after = draw(graphs()), draw(graphs())
    old = draw(st.permutations(sorted(before.nodes)))
    new = draw(st.permutations(sorted(after.nodes)))
    several = draw(st.integers(0, min(len(old), len(new))))
    rekeyed = {one: other for one, other in zip(old[:several], new[:several], strict=True) if one != other}
    return before, after, rekeyed


@given(changes())
@settings(thorough, max_examples=400)
def test_a_difference_leads_from_any_graph_to_any_other(of: tuple[Graph, Graph, dict[str, str]]) -> None:
    before, after, rekeyed = of
    reached = applied(before, difference(before, after, rekeyed))
    assert typed(reached.nodes) == typed(after.nodes)
    assert typed(reached.relationships) == typed(after.relationships)
    assert reached.levels == after.levels
