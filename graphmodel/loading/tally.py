"""Count what a document adds to, changes in and takes from the graph, and tell it in the study's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from graphmodel.captions import cut
from graphmodel.errors import NOWHERE, Problem, Severity
from graphmodel.graph.contribution import Contribution
from graphmodel.graph.document import Document
from graphmodel.graph.elements import Graph, Properties, Relationship
from graphmodel.graph.kinds import KINDS
from graphmodel.loading.plan import Plan
from graphmodel.loading.report import DocumentChange, Status
from graphmodel.records import Kind
from graphmodel.schema import Label, Type, label_of, local

_NODES = {
    Label.STUDY: "studies",
    Label.RESEARCHER: "researchers",
    Label.PARTICIPANT: "participants",
    Label.INTERVIEW: "interviews",
    Label.TURN: "turns",
    Label.EXCERPT: "excerpts",
    Label.CONCEPT: "concepts",
    Label.RETIRED_CONCEPT: "retired concepts",
    Label.PROPOSITION: "propositions",
    Label.MEMO: "memos",
    Label.REFERENCE: "references",
    Label.REVISION: "revisions",
}
_RELATIONSHIPS = {
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
"""The nodes and relationships that a reader counts; the others go with these."""
_DERIVED = frozenset({"sources", "position"})
"""Properties of relationships that do not say anything of their own."""


class Tally:
    """Tells what the documents of a load change."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._before = {each.document.key: each for each in plan.built_before.contributions}
        self._after = {each.document.key: each for each in plan.built_after.contributions}
        self._new_keys = plan.difference.rekeyed
        self._renamed = set(self._new_keys.values())

    def of(self, key: str, path: str) -> DocumentChange:
        """Tell what the document of a key changes, under a path."""
        before, after = self._before.get(key), self._after.get(key)
        said = after or before
        assert said is not None
        status = Status.REMOVED if after is None else Status.NEW if before is None else Status.CHANGED
        change = DocumentChange(said.document.kind, path, status)
        earlier, later = self._things(before), self._things(after)
        change.added = _count(each for each in later if each not in earlier)
        change.removed = _count(each for each in earlier if each not in later)
        change.changed = _count(each for each, found in later.items() if each in earlier and earlier[each] != found)
        if said.document.kind is Kind.TRANSCRIPT and (moved := self._moved(said.document)):
            change.changed["excerpts placed anew"] = moved
        change.details = list(self._details(said.document.kind, earlier, later)) if status is not Status.NEW else []
        return change

    def _things(self, said: Contribution | None) -> dict[str | Relationship, Properties]:
        """The things that a document itself says and a reader counts, under the keys of after the load."""
        if said is None:
            return {}
        own = KINDS[said.document.kind].labels
        found: dict[str | Relationship, Properties] = {
            self._new_keys.get(node, node): properties
            for node, properties in said.nodes.items()
            if (label := label_of(node)) in own and label in _NODES
        }
        for each, properties in said.relationships.items():
            if each.type in _RELATIONSHIPS:
                new = self._new_keys
                moved = each._replace(start=new.get(each.start, each.start), end=new.get(each.end, each.end))
                found[moved] = {name: value for name, value in properties.items() if name not in _DERIVED}
        return found

    def _moved(self, transcript: Document) -> int:
        """The number of quotes of the interview that stand elsewhere than before."""
        moved = 0
        for key, document in self._plan.after.items():
            earlier = self._plan.before.get(key)
            if earlier and document.interview == transcript.interview and len(earlier.placed) == len(document.placed):
                pairs = zip(earlier.placed, document.placed, strict=True)
                moved += len({now.identity for then, now in pairs if then.start != now.start})
        return moved

    def _details(
        self,
        kind: Kind,
        earlier: Mapping[str | Relationship, Properties],
        later: Mapping[str | Relationship, Properties],
    ) -> Iterator[str]:
        if kind is Kind.CODEBOOK:
            yield from self._codebook(earlier, later)
        elif kind is Kind.CODINGS:
            graph = self._plan.built_before.graph
            for each in earlier:
                if each not in later and isinstance(each, Relationship):
                    yield f"gone: “{cut(_text(graph, each.start))}” as {self._name(each.end)}"

    def _codebook(
        self, earlier: Mapping[str | Relationship, Properties], later: Mapping[str | Relationship, Properties]
    ) -> Iterator[str]:
        yield from (f"new: {self._name(each)}" for each in later if isinstance(each, str) and each not in earlier)
        for each, found in later.items():
            if isinstance(each, str) and each in earlier:
                then = earlier[each]
                if then.get("name") != found.get("name"):
                    yield f"renamed: {then.get('name')} → {found.get('name')}"
                if then.get("definition") != found.get("definition"):
                    yield f"redefined: {found.get('name')}"
        yield from (f"gone: {self._name(each)}" for each in earlier if isinstance(each, str) and each not in later)
        for verb, those, others in (("now under", later, earlier), ("no longer under", earlier, later)):
            for each in those:
                if isinstance(each, Relationship) and each not in others and each.start in others:
                    yield f"{verb} {self._name(each.end)}: {self._name(each.start)}"

    def swaps(self, key: str) -> Iterator[Problem]:
        """Tell where one concept went and one came at the same place of a codebook's tree: it may have been renamed."""
        before, after = self._before.get(key), self._after.get(key)
        if before is None or after is None or after.document.kind is not Kind.CODEBOOK:
            return
        earlier, later = _by_parents(before), _by_parents(after)
        for parents, concepts in earlier.items():
            gone = [each for each in concepts if each not in after.nodes and each not in self._new_keys]
            came = [each for each in later.get(parents, ()) if each not in before.nodes and each not in self._renamed]
            if len(gone) == len(came) == 1:
                old, new = self._name(gone[0]), self._name(came[0])
                message = f"`{old}` is gone, and `{new}` is new in its place"
                hint = f"If it was renamed, write `{old}` in the column `was` of `{new}`, and its codings follow"
                yield Problem(Severity.NOTE, message, after.places.get(came[0], NOWHERE), hint)

    def _name(self, key: str) -> str:
        for graph in (self._plan.built_after.graph, self._plan.built_before.graph):
            if key in graph.nodes:
                return str(graph.nodes[key].get("name") or local(key))
        return local(key)


def _by_parents(said: Contribution) -> dict[tuple[str, ...], list[str]]:
    """The concepts of a codebook by the parents that it gives them."""
    parents: dict[str, list[str]] = {node: [] for node in said.nodes if label_of(node) is Label.CONCEPT}
    for each in said.relationships:
        if each.type is Type.SUBSUMED_BY and each.start in parents:
            parents[each.start].append(each.end)
    found: dict[tuple[str, ...], list[str]] = {}
    for concept, above in parents.items():
        found.setdefault(tuple(sorted(above)), []).append(concept)
    return found


def _text(graph: Graph, excerpt: str) -> str:
    return str(graph.nodes[excerpt]["text"]) if excerpt in graph.nodes else local(excerpt)


def _count(things: Iterable[str | Relationship]) -> dict[str, int]:
    """Count each word, most first."""
    words = [_RELATIONSHIPS[each.type] if isinstance(each, Relationship) else _NODES[label_of(each)] for each in things]
    return dict(Counter(words).most_common())
