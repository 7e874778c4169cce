"""What a command will do to claims that are in the graph already: what a dry run lays over what it reads, and which
names would become ambiguous."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from neo4j import ManagedTransaction

from graphmodel.claims import Edge, Held, Said
from graphmodel.errors import Problem
from graphmodel.schema import local
from graphmodel.sync import naming
from graphmodel.sync.anchoring import Anchored
from graphmodel.sync.loading import Names
from graphmodel.sync.state import State, read_nodes
from graphmodel.sync.write import interview_of


@dataclass(slots=True)
class Foreseen:
    """The keys that concepts will have (by those they have), the claims that will be elsewhere, and the excerpts of
    interviews (by key) whose words will be others."""

    new_keys: dict[str, str] = field(default_factory=dict)
    moves: naming.Moves = field(default_factory=naming.Moves)
    anchored: dict[str, Anchored] = field(default_factory=dict)

    @property
    def problems(self) -> list[Problem]:
        """The names that would become ambiguous."""
        return list(dict.fromkeys(self.moves.problems))

    def anchors(self, held: Iterable[str], document: int) -> tuple[str, ...]:
        """Where a document's claims are, and where they will be when it is its turn."""
        there = list(held)
        moved = [row["new"] for row in self.moves.anchors if row["document"] == document]
        return tuple(dict.fromkeys((*there, *(self.new_keys[each] for each in there if each in self.new_keys), *moved)))

    def nodes(self, held: Mapping[str, Held], document: int) -> dict[str, Held]:
        """Nodes as they will be held, with those that will hold a claim of the document."""
        found = dict(held)
        for old, new in self.new_keys.items():
            if old in found:
                there, aside = found.pop(old), found.get(new)
                found[new] = _as_said({**(aside.said if aside else {}), **there.said}, there)
        for node, said in self.moves.nodes.items():
            if node not in self.new_keys and (node in found or document in said):
                renamed = node in self.new_keys.values() and node in found
                found[node] = _as_said({**(found[node].said if renamed else {}), **said}, found.get(node))
        return found

    def edges(self, held: Mapping[Edge, Held], document: int, starts: Container[str] = ()) -> dict[Edge, Held]:
        """Relationships as they will be held, with those that will hold a claim of the document or begin at `starts`
        (keys)."""
        found = {self._renamed(edge): there for edge, there in held.items() if edge not in self.moves.held_edges}
        for edge, said in self.moves.edges.items():
            place = self._renamed(edge)
            if said and (document in said or edge.start in starts):
                found[place] = _as_said(said, self.moves.held_edges.get(edge))
        return found

    def excerpts(self, state: State, interviews: Container[str], study: str, document: int) -> State:
        """All excerpts of some interviews (keys) as they will be."""
        nodes, edges = dict(state.nodes), self.edges(state.edges, document, state.nodes)
        for interview in (each for each in self.anchored if each in interviews):
            anchored = self.anchored[interview]
            nodes = {node: there for node, there in nodes.items() if interview_of(node, study) != interview}
            edges = {edge: there for edge, there in edges.items() if interview_of(edge.start, study) != interview}
            nodes |= {node: _as_said(said, state.nodes.get(node)) for node, said in anchored.nodes.items() if said}
            edges |= {edge: _as_said(said, state.edges.get(edge)) for edge, said in anchored.edges.items() if said}
        return State(nodes, edges)

    def _renamed(self, edge: Edge) -> Edge:
        new = self.new_keys
        return edge._replace(start=new.get(edge.start, edge.start), end=new.get(edge.end, edge.end))


def _as_said(said: Said, there: Held | None) -> Held:
    return Held(there.id, said, there.properties) if there else Held("", said, {})


def foresee(tx: ManagedTransaction, names: Names) -> Foreseen:
    """What the documents that a command brings and takes away will do to names; nothing is written."""
    before, after = names.before, names.after
    foreseen, rows = Foreseen(), []
    for number in sorted(names.coming):
        renames = _possible(tx, naming.renames(before, after, number))
        foreseen.new_keys |= {rename.old: rename.new for rename in renames}
        held = {rename.new: rename.old for rename in renames}
        for row in naming.candidates(before, after, number, renames):
            old = held.get(row["key"])
            rows.append({**row, "key": old} if old and row["local"] == local(old) else row)
    if any(naming.new_things(before, after, number) for number in names.coming):
        rows += naming.loose_links(tx, before.study)
    foreseen.moves = naming.find_moves(tx, rows, names)
    return foreseen


def _possible(tx: ManagedTransaction, renames: list[naming.Rename]) -> list[naming.Rename]:
    there = read_nodes(tx, {each for rename in renames for each in (rename.old, rename.new)})
    return [rename for rename in renames if naming.may_rekey(rename, there)]
