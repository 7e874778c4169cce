"""Excerpts written: new ones with everything that hangs on them, and those that stand elsewhere now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmodel.claims import Edge, Held, Said, encode, merge_edge
from graphmodel.schema import Label, Type, label_of, local
from graphmodel.sync.anchoring import Anchored
from graphmodel.sync.loading import Loading, Plan, words_of
from graphmodel.sync.state import is_excerpt
from graphmodel.sync.write import Writer, interview_of

_LIST_OF = {
    (Type.CODED_AS, Label.CONCEPT): "codings",
    (Type.CONTRADICTS, Label.CONCEPT): "against",
    (Type.SUPPORTS, Label.PROPOSITION): "supports",
    (Type.CONTRADICTS, Label.PROPOSITION): "counters",
}


def write_excerpts(writer: Writer, loading: Loading, result: Plan) -> None:
    """Create the new excerpts of a plan with their relationships, change the others, and let them span their turns."""
    created = {each: said for each, said in result.nodes.created.items() if is_excerpt(each)}
    changed = {each: pair for each, pair in result.nodes.changed.items() if is_excerpt(each)}
    turns = _turns(loading, {**created, **{each: said for each, (_, said) in changed.items()}}, result.anchored)
    if created:
        _create_excerpts(writer, created, result.edges.created, turns)
    writer.update_nodes(changed)
    for interview, rows in _respans(loading, result, changed, turns).items():
        writer.run("respan_excerpts", rows, interview=interview)


def _turns(loading: Loading, excerpts: Mapping[str, Said], anchored: Anchored | None) -> dict[str, list[int]]:
    if anchored:
        return anchored.turns
    found = {}
    for each, said in excerpts.items():
        passage = words_of(loading, local(interview_of(each, loading.study)))
        place = next(iter(said.values()))
        found[each] = passage.turns(place["start"], place["end"]) if passage and "start" in place else []
    return found


def _respans(
    loading: Loading, result: Plan, changed: Mapping[str, tuple[Held, Said]], turns: Mapping[str, list[int]]
) -> dict[str, list[dict[str, Any]]]:
    if result.anchored:
        left = [each for each in result.anchored.turns if each in result.held and each not in result.nodes.removed]
    else:
        left = [each for each, (there, said) in changed.items() if _has_moved(there, said)]
    rows: dict[str, list[dict[str, Any]]] = {}
    for each in left:
        row = {"key": each, "turns": turns.get(each, [])}
        rows.setdefault(interview_of(each, loading.study), []).append(row)
    return rows


def _has_moved(there: Held, said: Said) -> bool:
    place = next(iter(said.values()))
    return (there.properties.get("start"), there.properties.get("end")) != (place.get("start"), place.get("end"))


def _create_excerpts(
    writer: Writer, nodes: Mapping[str, Said], edges: Mapping[Edge, Said], turns: Mapping[str, list[int]]
) -> None:
    """New excerpts with their relationships, one statement an interview. `turns` are the positions each spans."""
    rows: dict[str, dict[str, Any]] = {}
    grouped: dict[str, list[dict[str, Any]]] = {}
    for each, said in nodes.items():
        row = {"properties": writer.properties(each, said, ""), "turns": turns.get(each, [])}
        row.update((name, []) for name in _LIST_OF.values())
        rows[each] = row
        grouped.setdefault(interview_of(each, writer.study), []).append(row)
    targets: dict[str, int] = {}
    positions = {Label.CONCEPT: 0, Label.PROPOSITION: 0}
    for edge, said in edges.items():
        if edge.start not in rows:
            continue
        label = label_of(edge.end)
        if edge.end not in targets:
            targets[edge.end] = positions[label]
            positions[label] += 1
        properties = encode(said, merge_edge(edge.type, said))
        rows[edge.start][_LIST_OF[edge.type, label]].append({"target": targets[edge.end], "properties": properties})
    for interview, excerpts in grouped.items():
        writer.run(
            "create_excerpts",
            excerpts,
            interview=interview,
            concepts=[each for each in targets if label_of(each) is Label.CONCEPT],
            propositions=[each for each in targets if label_of(each) is Label.PROPOSITION],
        )
