"""Derive who gave an interview where no table says it: the participant whose pseudonym its name begins with."""

from __future__ import annotations

from graphmodel.graph.elements import Relationship
from graphmodel.graph.merge import Merged
from graphmodel.graph.name_index import NameIndex
from graphmodel.schema import Label, Type, local


def derive_givers(merged: Merged, names: NameIndex) -> dict[str, list[str]]:
    """Add the derived GAVE relationships; returns who gave each interview, by the keys of both."""
    graph = merged.graph
    givers: dict[str, list[str]] = {}
    for each in graph.relationships:
        if each.type is Type.GAVE:
            givers.setdefault(each.end, []).append(each.start)
    for interview in [node for node in merged.of(Label.INTERVIEW) if node not in givers]:
        giver = names.participant_of(local(interview))
        if giver:
            sources = {*graph.nodes[giver]["sources"], *graph.nodes[interview]["sources"]}
            derived = {"derived": True, "sources": sorted(sources)}
            graph.relationships[Relationship(Type.GAVE, giver, interview)] = derived
            givers[interview] = [giver]
    return givers
