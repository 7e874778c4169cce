"""What a load did or would do, in the words of the people who read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from graphmodel.claims import Edge
from graphmodel.errors import Problem, Severity
from graphmodel.loading.quoting import Quoted
from graphmodel.records import Kind
from graphmodel.schema import Label, Type, label_of
from graphmodel.sync.difference import count
from graphmodel.sync.loading import Plan


class Status(StrEnum):
    """What became of a document."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


@dataclass(slots=True)
class DocumentChange:
    """One document and the difference it makes: how many of what it adds, changes and takes back, and in detail for
    the codebook, whose difference is the audit trail."""

    kind: Kind
    path: str
    status: Status
    added: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)
    details: list[str] = field(default_factory=list)


@dataclass(slots=True)
class LoadReport:
    """A whole load. `dry` says that nothing was written."""

    study: str
    title: str
    dry: bool = False
    notice: str | None = None
    documents: list[DocumentChange] = field(default_factory=list)
    quoted: list[Quoted] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def flagged(self) -> bool:
        """Whether something was loaded that the user should look at."""
        return any(problem.severity is not Severity.NOTE for problem in self.problems)

    @property
    def written(self) -> bool:
        """Whether any document was not as the graph had it."""
        return any(document.status is not Status.UNCHANGED for document in self.documents)


_NODES = {
    Label.STUDY: "studies",
    Label.RESEARCHER: "researchers",
    Label.PARTICIPANT: "participants",
    Label.INTERVIEW: "interviews",
    Label.EXCERPT: "excerpts",
    Label.CONCEPT: "concepts",
    Label.RETIRED_CONCEPT: "retired concepts",
    Label.PROPOSITION: "propositions",
    Label.MEMO: "memos",
    Label.REFERENCE: "references",
    Label.REVISION: "revisions",
}
_EDGES = {
    Type.CODED_AS: "codings",
    Type.CONTRADICTS: "negative cases",
    Type.SUPPORTS: "supporting excerpts",
    Type.SUBSUMED_BY: "parents",
    Type.ABOUT: "memo links",
    Type.CITES: "citations",
    Type.DEVELOPS_INTO: "memo developments",
    Type.BEARS_ON: "literature links",
    Type.SAMPLED_FOR: "sampling reasons",
}
"""The relationships that a reader counts; the others go with their nodes."""

_OWN = {
    Kind.STUDY: frozenset({Label.STUDY, Label.RESEARCHER}),
    Kind.CODEBOOK: frozenset({Label.CONCEPT, Label.RETIRED_CONCEPT}),
    Kind.PARTICIPANTS: frozenset({Label.PARTICIPANT}),
    Kind.INTERVIEWS: frozenset({Label.INTERVIEW}),
    Kind.BIBLIOGRAPHY: frozenset({Label.REFERENCE}),
    Kind.TRANSCRIPT: frozenset({Label.INTERVIEW}),
    Kind.CODINGS: frozenset({Label.EXCERPT}),
    Kind.MEMO: frozenset({Label.MEMO}),
    Kind.THEORY: frozenset({Label.PROPOSITION, Label.EXCERPT}),
    Kind.LINKS: frozenset[Label](),
    Kind.REVISIONS: frozenset({Label.REVISION}),
}
"""The nodes that a kind of document counts as its own; of others it only says something more."""


def describe(plan: Plan, change: DocumentChange, turns: int = 0) -> None:
    """Put a plan's counts, and for a codebook its details, into a document's change."""
    nodes, edges = plan.node_tally, plan.edge_tally
    own = _OWN[change.kind]
    change.added = _count(own, nodes.added, edges.added)
    change.changed = _count(own, [each for each, _, _ in nodes.changed], [each for each, _, _ in edges.changed])
    change.removed = _count(own, nodes.removed, edges.removed)
    if plan.transcript and turns:
        change.added["turns"] = turns
    if plan.anchored and plan.anchored.moved:
        change.changed["excerpts placed anew"] = plan.anchored.moved
    if change.kind is Kind.CODEBOOK:
        change.details = _codebook_details(plan)


def _count(own: frozenset[Label], nodes: list[str], edges: list[Edge]) -> dict[str, int]:
    words = [_NODES[label] for label in map(label_of, nodes) if label in own]
    return count(words + [_EDGES[edge.type] for edge in edges if edge.type in _EDGES])


def _codebook_details(plan: Plan) -> list[str]:
    name = _namer(plan)
    nodes, edges = plan.node_tally, plan.edge_tally
    fresh, gone = set(nodes.added), set(nodes.removed)
    lines = [f"new: {name(each)}" for each in nodes.added]
    for each, before, after in nodes.changed:
        if before.get("name") != after.get("name"):
            lines.append(f"renamed: {before.get('name')} → {after.get('name')}")
        if before.get("definition") != after.get("definition"):
            lines.append(f"redefined: {name(each)}")
    lines += [f"gone: {name(each)}" for each in nodes.removed]
    lines += [f"now under {name(edge.end)}: {name(edge.start)}" for edge in edges.added if edge.start not in fresh]
    lines += [
        f"no longer under {name(edge.end)}: {name(edge.start)}" for edge in edges.removed if edge.start not in gone
    ]
    return lines


def _namer(plan: Plan) -> Callable[[str], str]:
    def name(key: str) -> str:
        said = plan.nodes.created.get(key) or (plan.nodes.changed[key][1] if key in plan.nodes.changed else {})
        names = [claim["name"] for claim in said.values() if "name" in claim]
        held = plan.held.get(key)
        return str(names[0] if names else held.properties.get("name") if held else key.split("/", 2)[-1])

    return name
