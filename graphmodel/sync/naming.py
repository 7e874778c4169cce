"""What a change of names does to what is in the graph already: relationships find the node that their name means
now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction

from graphmodel.catalogue import AmbiguousName, Catalogue, Entry, read_link
from graphmodel.claims import Edge, Held, Properties, Said, together
from graphmodel.documents.context import named_all
from graphmodel.errors import Problem, Severity
from graphmodel.schema import Label, Type, key, label_of, local
from graphmodel.statements import statement
from graphmodel.sync.loading import Names
from graphmodel.sync.state import held_edge, read_nodes

ASIDE = " "
"""What the key of a node that is put aside ends with; no folded name does."""


@dataclass(frozen=True, slots=True)
class Rename:
    """A concept that the codebook knows under a new identity."""

    old: str
    new: str


def renames(before: Catalogue, after: Catalogue, document: int) -> list[Rename]:
    """Concepts of a codebook whose key is new, each with the key that its names meant until now."""
    found: list[Rename] = []
    taken: set[str] = set()
    for entry in _defined_by(after, document):
        if entry.key in before.concepts:
            continue
        known = (guid for guid in entry.guids if before.meaning(guid) in before.concepts)
        for name in (*entry.former_names, *known, entry.name):
            old = before.meaning(name)
            if old and old != entry.key and old not in after.concepts and old not in taken:
                found.append(Rename(old, entry.key))
                taken.add(old)
                break
    return found


def _defined_by(catalogue: Catalogue, document: int) -> list[Entry]:
    return [entry for entry in catalogue.concepts.values() if document in entry.documents]


@dataclass(slots=True)
class Rekeyed:
    """The concepts that have a new key now, and the undefined nodes that had it before, each under a key that is no
    concept's."""

    done: list[Rename] = field(default_factory=list)
    aside: list[Rename] = field(default_factory=list)


def rekey(tx: ManagedTransaction, study: str, found: Iterable[Rename]) -> Rekeyed:
    """Give concepts their new key in place, where the old one is there. An undefined node that has the new key, since
    something named it before it was defined, is put aside."""
    wanted = list(found)
    there = read_nodes(tx, {each for rename in wanted for each in (rename.old, rename.new)})
    result = Rekeyed()
    result.done = [rename for rename in wanted if may_rekey(rename, there)]
    result.aside = [Rename(each.new, f"{each.new}{ASIDE}") for each in result.done if each.new in there]
    for renames_ in (result.aside, result.done):
        rows = [{"old": rename.old, "new": rename.new} for rename in renames_]
        if rows:
            tx.run(statement("sync/rekey_concepts"), rows=rows, study=study).consume()
    return result


def may_rekey(rename: Rename, there: Mapping[str, Held]) -> bool:
    """Whether a concept is among the nodes that are there, and no document defines one of its new key."""
    namesake = there.get(rename.new)
    return rename.old in there and (namesake is None or namesake.properties.get("status") == "undefined")


def candidates(before: Catalogue, after: Catalogue, document: int, done: Iterable[Rename]) -> list[dict[str, Any]]:
    """The nodes whose claims and incoming relationships may have been written under a name that means something else
    now.

    Each has the identity under which what carries no name of its own was written, and `names`, the names in question;
    None asks for all.
    """
    renamed = {rename.old: rename.new for rename in done}
    rows: dict[str, set[str] | None] = {}
    for name in _changed_names(before, after, document) if _is_codebook(before, after, document) else ():
        for meaning in {*_meanings(before, name), before.undefined(name)} - {None}:
            names = rows.setdefault(str(meaning), set())
            if names is not None:
                names.add(name)
    rows.update(dict.fromkeys((*_gone(before, after, document), *_outranked(before, after, document), *renamed)))
    return [_row(renamed.get(each, each), local(each), names) for each, names in rows.items()]


def put_aside(rekeyed: Rekeyed) -> list[dict[str, Any]]:
    """The nodes that were put aside: all that is said of them and names them belongs to what has their key now."""
    return [_row(each.new, local(each.old), None) for each in rekeyed.aside]


def _row(node: str, written_as: str, names: set[str] | None) -> dict[str, Any]:
    listed = sorted(names) if names is not None else None
    return {"key": node, "label": label_of(node).value, "local": written_as, "names": listed}


def _gone(before: Catalogue, after: Catalogue, document: int) -> list[str]:
    return [
        key(before.study, label, identity)
        for label, things in before.known.items()
        for identity, names in things.items()
        if document in names and identity not in after.identities(label)
    ]


def _outranked(before: Catalogue, after: Catalogue, document: int) -> list[str]:
    """What a memo's link may have meant that means something new now, since that comes first."""
    if not new_things(before, after, document):
        return []
    return [
        key(before.study, label, identity)
        for label, things in before.known.items()
        for identity in things
        if _linked(before, identity) != _linked(after, identity)
    ]


def new_things(before: Catalogue, after: Catalogue, document: int) -> bool:
    """Whether a document defines something other than concepts that nothing defined before."""
    return any(
        document in names and identity not in before.identities(label)
        for label, things in after.known.items()
        for identity, names in things.items()
    )


def loose_links(tx: ManagedTransaction, study: str) -> list[dict[str, Any]]:
    """The undefined concepts that memos are about: a new interview, reference or memo may be what is meant."""
    return [
        _row(row["key"], local(row["key"]), None) for row in tx.run(statement("sync/read_loose_links"), study=study)
    ]


def _meanings(catalogue: Catalogue, name: str) -> tuple[str | None, ...]:
    """What a name means to a coding, to a revision, to a memo's link."""
    return catalogue.meaning(name), _revised(catalogue, name), _linked(catalogue, name)


def _revised(catalogue: Catalogue, name: str) -> str | None:
    try:
        return catalogue.revised(name)
    except AmbiguousName:
        return None


def _linked(catalogue: Catalogue, name: str) -> str | None:
    try:
        return catalogue.target(name)
    except AmbiguousName:
        return None


def _changed_names(before: Catalogue, after: Catalogue, document: int) -> list[str]:
    """The names whose meaning a codebook changes: those of its own concepts, and paths to others that lead through
    them."""
    names = {
        name
        for catalogue, other in ((before, after), (after, before))
        for entry in catalogue.concepts.values()
        if document in entry.documents or (entry.key in other.concepts and entry != other.concepts[entry.key])
        for name in catalogue.names_of(entry)
    }
    names |= {name for catalogue in (before, after) for merged in catalogue.merged.values() for name in merged.names}
    return sorted(name for name in names if _meanings(before, name) != _meanings(after, name))


def _is_codebook(before: Catalogue, after: Catalogue, document: int) -> bool:
    return any(
        _defined_by(catalogue, document)
        or any(document in names for names in catalogue.identities(Label.RETIRED_CONCEPT).values())
        for catalogue in (before, after)
    )


@dataclass(slots=True)
class Moves:
    """What names mean now for claims that are in the graph already: the nodes and relationships as they have to be,
    as they are held, and the nodes that have to be there."""

    nodes: dict[str, Said] = field(default_factory=dict)
    edges: dict[Edge, Said] = field(default_factory=dict)
    held_nodes: dict[str, Held] = field(default_factory=dict)
    held_edges: dict[Edge, Held] = field(default_factory=dict)
    mentions: dict[str, str] = field(default_factory=dict)
    start_ids: dict[str, str] = field(default_factory=dict)
    anchors: list[dict[str, Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def find_moves(tx: ManagedTransaction, rows: list[dict[str, Any]], names: Names) -> Moves:
    """Resolve the name of every claim at these nodes anew. Names that have become ambiguous are problems, unless the
    command brings the document that uses them."""
    moves = Moves()
    if rows:
        moves.held_nodes = read_nodes(tx, [row["key"] for row in rows])
        for row in rows:
            _resettle_node(moves, row, names)
        for found in [each.data() for each in tx.run(statement("sync/read_mentions"), rows=rows)]:
            _resettle_edge(moves, found, names)
        _add_what_is_there(tx, moves)
    return moves


def _resettle_node(moves: Moves, row: dict[str, Any], names: Names) -> None:
    """theory.yaml says things of a concept itself; they go where its name points."""
    node = row["key"]
    held = moves.held_nodes.get(node)
    for document, claim in held.said.items() if held else ():
        if "name" in claim or label_of(node) is not Label.CONCEPT:
            continue
        targets = _targets(moves, names, document, "", claim.get("named") or [row["local"]], node)
        settled = {target: _renamed(claim, named_all(called, target)) for target, called in targets.items()}
        if settled != {node: claim}:
            moves.nodes.setdefault(node, dict(held.said) if held else {}).pop(document, None)
            for target, said in settled.items():
                there = moves.nodes.setdefault(target, {}).get(document, {})
                moves.nodes[target][document] = {**there, **said}
                moves.mentions.setdefault(target, targets[target][0])
                moves.anchors.append({"document": document, "old": node, "new": target})


def _resettle_edge(moves: Moves, row: dict[str, Any], names: Names) -> None:
    edge, held = held_edge(row)
    if edge in moves.held_edges:
        return
    settled: dict[Edge, Said] = {}
    for document, claim in held.said.items():
        targets = _targets(moves, names, document, edge.type, claim.get("named") or [row["local"]], edge.end)
        for target, called in targets.items():
            _lay(settled, edge._replace(end=target), {document: _renamed(claim, named_all(called, target))})
            if target != edge.end:
                moves.mentions.setdefault(target, read_link(called[0])[0])
    if settled != {edge: held.said}:
        moves.held_edges[edge] = held
        moves.start_ids[edge.start] = row["startId"]
        moves.edges.setdefault(edge, {})
        for each, said in settled.items():
            _lay(moves.edges, each, said)


def _lay(edges: dict[Edge, Said], edge: Edge, said: Said) -> None:
    """Lay claims beside those that a relationship has; a document that says it by two names says it once."""
    there = edges.setdefault(edge, {})
    for document, claim in said.items():
        there[document] = together(edge.end, there[document], claim) if document in there else claim


def _targets(
    moves: Moves, names: Names, document: int, type_: str, called: Iterable[str], held: str
) -> dict[str, list[str]]:
    """What each of the names by which a document calls a target means now; `held` where that cannot be told."""
    targets: dict[str, list[str]] = {}
    for name in called:
        targets.setdefault(_resolved(moves, names, document, type_, name) or held, []).append(name)
    return targets


def _resolved(moves: Moves, names: Names, document: int, type_: str, name: str) -> str | None:
    after = names.after
    try:
        if type_ == Type.ABOUT:
            return after.target(*read_link(name))
        return after.revised(name) if type_ in (Type.USED, Type.GENERATED) else after.concept(name)
    except AmbiguousName as ambiguous:
        if document not in names.coming:
            moves.problems.append(_ambiguous(ambiguous, names.paths.get(document, "another document")))
        return None


def _ambiguous(ambiguous: AmbiguousName, path: str) -> Problem:
    return Problem(
        Severity.ERROR,
        f"`{ambiguous.name}`, which {path} uses, would become the name of {len(ambiguous.paths)} concepts",
        hint=f"Write in {path} one of: " + "; ".join(ambiguous.paths),
    )


def _renamed(claim: Properties, as_named: Properties) -> Properties:
    return {**{name: value for name, value in claim.items() if name != "named"}, **as_named}


def _add_what_is_there(tx: ManagedTransaction, moves: Moves) -> None:
    """Where claims go, others may be already: they stay beside them."""
    moves.held_nodes |= read_nodes(tx, [each for each in moves.mentions if each not in moves.held_nodes])
    for node, said in moves.nodes.items():
        if node in moves.held_nodes and node in moves.mentions:
            moves.nodes[node] = {**moves.held_nodes[node].said, **said}
    new = [edge for edge in moves.edges if edge not in moves.held_edges]
    rows = [{"start": moves.start_ids[edge.start], "end": edge.end, "type": edge.type.value} for edge in new]
    for row in [each.data() for each in tx.run(statement("sync/read_pairs"), rows=rows)] if rows else ():
        edge, held = held_edge(row)
        if edge in moves.edges and edge not in moves.held_edges:
            moves.held_edges[edge] = held
            _lay(moves.edges, edge, held.said)
