"""What a change of names does to what is in the graph already: relationships find the node that their name means now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from neo4j import ManagedTransaction

from graphmodel.catalogue import AmbiguousName, Catalogue, Entry
from graphmodel.claims import Edge, Held, Said
from graphmodel.documents.context import named
from graphmodel.errors import Problem, Severity
from graphmodel.schema import Type, key, label_of, local
from graphmodel.statements import statement
from graphmodel.sync.difference import Changes, compare
from graphmodel.sync.state import State, held_edge, read_nodes


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
        for name in (*entry.former_names, *entry.guids, entry.name):
            old = _meaning(before, name)
            if old and old != entry.key and old not in after.concepts and old not in taken:
                found.append(Rename(old, entry.key))
                taken.add(old)
                break
    return found


def _defined_by(catalogue: Catalogue, document: int) -> list[Entry]:
    return [entry for entry in catalogue.concepts.values() if document in entry.documents]


def _meaning(catalogue: Catalogue, name: str) -> str | None:
    try:
        return catalogue.concept(name)
    except AmbiguousName:
        return None


def rekey(tx: ManagedTransaction, found: Iterable[Rename]) -> list[Rename]:
    """Give concepts their new key in place, where the old one is there and the new one is not. Returns those done."""
    wanted = list(found)
    there = read_nodes(tx, {key for rename in wanted for key in (rename.old, rename.new)})
    done = [rename for rename in wanted if rename.old in there and rename.new not in there]
    if done:
        rows = [{"old": rename.old, "new": rename.new, "local": local(rename.old)} for rename in done]
        tx.run(statement("sync/rekey_concepts"), rows=rows).consume()
    return done


@dataclass(slots=True)
class Move:
    """A relationship whose name means another node now."""

    id: str
    edge: Edge
    start_id: str
    target: str
    name: str
    said: Said


def candidates(before: Catalogue, after: Catalogue, document: int, done: Iterable[Rename]) -> list[dict[str, Any]]:
    """The nodes whose incoming relationships may have been written under a name that means something else now.

    `names` lists the names in question; None asks for whatever the links of memos say.
    """
    renamed = {rename.old: rename.new for rename in done}
    rows: dict[str, set[str] | None] = {}
    for name in _changed_names(before, after, document):
        for meaning in {_meaning(before, name), before.undefined(name), _revised(before, name)} - {None}:
            names = rows.setdefault(renamed.get(str(meaning), str(meaning)), set())
            if names is not None:
                names.add(name)
    rows.update(dict.fromkeys(_gone(before, after, document)))
    return [_row(key, names) for key, names in rows.items()]


def _row(key: str, names: set[str] | None) -> dict[str, Any]:
    listed = sorted(names) if names is not None else None
    return {"key": key, "label": label_of(key).value, "local": local(key), "names": listed}


def _gone(before: Catalogue, after: Catalogue, document: int) -> list[str]:
    return [
        key(before.study, label, identity)
        for label, things in before.known.items()
        for identity, names in things.items()
        if document in names and identity not in after.identities(label)
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
    return [_row(row["key"], None) for row in tx.run(statement("sync/read_loose_links"), study=study)]


def _revised(catalogue: Catalogue, name: str) -> str | None:
    try:
        return catalogue.revised(name)
    except AmbiguousName:
        return None


def _changed_names(before: Catalogue, after: Catalogue, document: int) -> list[str]:
    entries = {
        id(entry): (catalogue, entry) for catalogue in (before, after) for entry in _defined_by(catalogue, document)
    }
    names = {name for catalogue, entry in entries.values() for name in catalogue.names_of(entry)}
    names |= {name for catalogue in (before, after) for name in catalogue.merged}
    return sorted(name for name in names if _meaning(before, name) != _meaning(after, name))


def read_moves(
    tx: ManagedTransaction, rows: list[dict[str, Any]], after: Catalogue
) -> tuple[list[Move], list[Problem]]:
    """The relationships that have to go to another node, and those whose name has become ambiguous."""
    moves: list[Move] = []
    problems: list[Problem] = []
    for row in tx.run(statement("sync/read_mentions"), rows=rows) if rows else ():
        try:
            target = _now(after, row["type"], row["name"], row["properties"].get("to"))
        except AmbiguousName as ambiguous:
            problems.append(_ambiguous(ambiguous, row["start"]))
            continue
        if target != row["end"]:
            edge, held = held_edge(row.data())
            moves.append(Move(row["id"], edge, row["startId"], target, row["name"], held.said))
    return moves, problems


def _now(after: Catalogue, type_: str, name: str, to: str | None) -> str:
    if type_ == Type.ABOUT:
        return after.target(name, to)
    if type_ in (Type.USED, Type.GENERATED):
        return after.revised(name)
    return after.concept(name)


def _ambiguous(ambiguous: AmbiguousName, source: str) -> Problem:
    return Problem(
        Severity.ERROR,
        f"`{ambiguous.name}` would become the name of {len(ambiguous.paths)} concepts, and {source} uses it",
        hint="Write there one of: " + "; ".join(ambiguous.paths),
    )


def move(tx: ManagedTransaction, moves: list[Move]) -> tuple[Changes[Edge], dict[str, str]]:
    """The changes that put relationships to the nodes that their names mean now, and the nodes that must be there."""
    desired: dict[Edge, Said] = {}
    held = State().edges
    for each in _pairs(tx, moves):
        edge, there = held_edge(each)
        held[edge] = there
    for each_move in moves:
        new = each_move.edge._replace(end=each_move.target)
        as_named = named(each_move.name, each_move.target)
        said = {number: _renamed(words, as_named) for number, words in each_move.said.items()}
        desired[new] = {**(held[new].said if new in held else {}), **desired.get(new, {}), **said}
    changes = compare(desired, held)
    for each_move in moves:
        changes.removed[each_move.edge] = Held(each_move.id, each_move.said, {})
    return changes, {each.target: each.name for each in moves}


def _renamed(words: dict[str, Any], as_named: dict[str, Any]) -> dict[str, Any]:
    return {**{name: value for name, value in words.items() if name != "named"}, **as_named}


def _pairs(tx: ManagedTransaction, moves: list[Move]) -> list[dict[str, Any]]:
    rows = [{"start": each.start_id, "end": each.target, "type": each.edge.type.value} for each in moves]
    return [row.data() for row in tx.run(statement("sync/read_pairs"), rows=rows)] if rows else []
