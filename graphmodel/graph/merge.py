"""Merge the contributions of all documents of a study into one graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphmodel.captions import caption
from graphmodel.errors import NOWHERE, Place, Problem, Severity
from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document, Origin
from graphmodel.graph.elements import Graph, Properties, Relationship
from graphmodel.graph.merged_properties import differing, merged_node, said_again
from graphmodel.records import Consent, Kind, QuoteConsent
from graphmodel.schema import Label, Type, label_of, local

RANK = {Origin.FOLDER: 0, Origin.FILE: 1, Origin.PROJECT: 2}
TOOLS_FIRST = frozenset({Type.CODED_AS, Type.CONTRADICTS, Type.SUPPORTS})
"""The relationships of excerpts, for which a tool's project counts before the study folder: it is where they were
made."""
MAY_BE_UNDEFINED = frozenset(
    {
        Label.CONCEPT,
        Label.INTERVIEW,
        Label.PARTICIPANT,
        Label.REFERENCE,
        Label.MEMO,
        Label.PROPOSITION,
        Label.RESEARCHER,
        Label.RETIRED_CONCEPT,
    }
)
ALWAYS: dict[Label, Properties] = {
    Label.STUDY: {"remoteAllowed": False},
    Label.INTERVIEW: {"unnamed": False, "withdrawn": False},
    Label.CONCEPT: {"isCore": False},
    Label.PARTICIPANT: {"consent": Consent.ACTIVE.value, "quoteConsent": QuoteConsent.NONE.value},
}
"""The properties of a node of a label where no document says otherwise: who is only named takes part and agreed to no
quotes, as somebody does whose row leaves it open."""


def precedence(document: Document) -> tuple[bool, int, str, str]:
    """The order of documents, in which what the first of them says counts: the study folder's, then files from
    elsewhere, then tools' projects; transcripts last, which name an interview as their file is named."""
    return document.kind is Kind.TRANSCRIPT, RANK[document.origin], document.path, document.key


@dataclass(slots=True)
class Merged:
    """A graph whose nodes are not finished yet, the contributions that say each node, and what they disagree on."""

    study: str
    graph: Graph = field(default_factory=Graph)
    said_by: dict[str, list[Contribution]] = field(default_factory=dict)
    by_label: dict[Label, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def of(self, label: Label) -> list[str]:
        """The keys of all nodes of a label, but for turns, transcripts and excerpts, which only one kind of document
        says."""
        return self.by_label.get(label, [])

    def place(self, node: str) -> Place:
        """The place where a node is said first."""
        said = self.said_by.get(node)
        return said[0].places.get(node, NOWHERE) if said else NOWHERE


def merge(study: str, contributions: Iterable[Contribution]) -> Merged:
    """The graph that contributions make together, each thing with the documents that say it."""
    in_order = sorted(contributions, key=lambda each: precedence(each.document))
    merged = Merged(study)
    several = _lay_nodes(merged, in_order)
    for node, said_by in several.items():
        _merge_node(merged, node, said_by)
    _add_named(merged, in_order)
    _merge_relationships(merged.graph, in_order)
    if in_order:
        merged.graph.nodes.setdefault(study, {})
    _finish(merged)
    return merged


def _lay_nodes(merged: Merged, contributions: Sequence[Contribution]) -> dict[str, list[Contribution]]:
    """Lay all nodes in the graph; returns those that several contributions say."""
    nodes, said_by, several = merged.graph.nodes, merged.said_by, {}
    for each in contributions:
        alone = [each]
        for node, properties in each.nodes.items():
            if node not in nodes:
                nodes[node], said_by[node] = properties, alone
            else:
                several[node] = said_by[node] = [*said_by[node], each]
    return several


def _merge_node(merged: Merged, node: str, said_by: Sequence[Contribution]) -> None:
    label, said = label_of(node), [each.nodes[node] for each in said_by]
    merged.graph.nodes[node] = properties = merged_node(label, said)
    if "sources" in properties:
        merged.graph.nodes[node] = {**properties, "sources": _sources(said_by)}
    else:
        _tell_conflicts(merged, node, label, said_by)


def _tell_conflicts(merged: Merged, node: str, label: Label, said_by: Sequence[Contribution]) -> None:
    """Two documents of one rank that say different things of one node: an error within the study folder, else a
    flag. A transcript names its interview by its file, and a study is founded under the name of a project: neither is a
    conflict."""
    if label is Label.STUDY:
        return
    for origin in Origin:
        ranked = [
            each for each in said_by if each.document.origin is origin and each.document.kind is not Kind.TRANSCRIPT
        ]
        for position, later in enumerate(ranked[1:], start=1):
            earlier = next(
                (each for each in ranked[:position] if differing([each.nodes[node], later.nodes[node]])), None
            )
            if earlier:
                merged.problems.append(_conflict(node, label, earlier, later))


def _conflict(node: str, label: Label, earlier: Contribution, later: Contribution) -> Problem:
    names = ", ".join(differing([earlier.nodes[node], later.nodes[node]]))
    name = later.nodes[node].get("name") or earlier.nodes[node].get("name") or caption(label, later.nodes[node])
    words = {Label.RETIRED_CONCEPT: "retired concept"}.get(label, label.lower())
    first = earlier.places.get(node, NOWHERE)
    message = f"the {words} `{name}` is defined twice, with a different {names}; first at {first}"
    severity = Severity.ERROR if later.document.origin is Origin.FOLDER else Severity.FLAG
    return Problem(severity, message, later.places.get(node, NOWHERE), "Remove or rename one of them")


def _sources(said_by: Iterable[Contribution]) -> list[str]:
    return sorted({each.document.path for each in said_by})


def _add_named(merged: Merged, contributions: Sequence[Contribution]) -> None:
    """Add what is named and defined by nobody, as undefined."""
    nodes = merged.graph.nodes
    names: dict[str, str] = {}
    named_by: dict[str, set[str]] = {}
    for each in contributions:
        for node, name in each.named.items():
            if node not in nodes or "name" not in nodes[node]:
                names.setdefault(node, name)
                named_by.setdefault(node, set()).add(each.document.path)
    for node, name in names.items():
        sources = named_by[node].union(_sources(merged.said_by.get(node, ())))
        undefined = {"name": " ".join(name.split()) or local(node), "status": "undefined", "sources": sorted(sources)}
        nodes[node] = {**nodes.get(node, {}), **undefined}


def _merge_relationships(graph: Graph, contributions: Sequence[Contribution]) -> None:
    relationships = graph.relationships
    several: dict[Relationship, list[tuple[Contribution, Properties]]] = {}
    owners: dict[Relationship, Contribution] = {}
    for each in contributions:
        for relationship, properties in each.relationships.items():
            if relationship not in relationships:
                relationships[relationship], owners[relationship] = properties, each
            elif "sources" in properties:
                first = (owners[relationship], relationships[relationship])
                several.setdefault(relationship, [first]).append((each, properties))
    for relationship, said in several.items():
        if relationship.type in TOOLS_FIRST:
            said.sort(key=lambda pair: -RANK[pair[0].document.origin])
        merged = said_again([properties for _, properties in said])
        relationships[relationship] = {**merged, "sources": _sources(each for each, _ in said)}


def _finish(merged: Merged) -> None:
    """Give each node what every node has: key, study, caption, status, sources, and its true or false properties."""
    nodes = merged.graph.nodes
    for node, properties in nodes.items():
        if "caption" in properties:
            continue
        label = label_of(node)
        merged.by_label.setdefault(label, []).append(node)
        finished = {**ALWAYS.get(label, {}), **properties, "key": node, "study": merged.study}
        if label in MAY_BE_UNDEFINED:
            finished.setdefault("status", "active")
        finished.setdefault("sources", _sources(merged.said_by.get(node, ())))
        finished["caption"] = caption(label, finished)
        nodes[node] = finished
