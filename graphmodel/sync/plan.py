"""The difference between what a document says and what the graph holds of it, read in one transaction."""

from __future__ import annotations

from collections.abc import Mapping

from neo4j import ManagedTransaction

from graphmodel.claims import Claims, Edge, Held
from graphmodel.records import Kind
from graphmodel.schema import Label, label_of
from graphmodel.sync import naming
from graphmodel.sync.difference import compare, lay, tally
from graphmodel.sync.loading import Loading, Names, Plan
from graphmodel.sync.state import EXCERPT_KINDS, State, anchor_of, is_excerpt, read_edges, read_excerpts, read_nodes
from graphmodel.sync.transcript import plan_transcript
from graphmodel.sync.write import interview_of


def anchors(claims: Claims, study: str) -> set[str]:
    """The keys at which a document's claims are found again: its nodes, the anchors of its relationships, and for
    excerpts their interviews."""
    found = {interview_of(node, study) if is_excerpt(node) else node for node in claims.nodes}
    return found | {anchor_of(edge) for edge in claims.edges if not is_excerpt(edge.start)}


def plan(tx: ManagedTransaction, loading: Loading, names: Names) -> Plan:
    """Read what the graph holds and lay what the document says on it. Writes nothing; concepts that will have a new
    identity count as having it."""
    renames = naming.renames(names.before, names.after, loading.number)
    return plan_over(tx, loading, {rename.old: rename.new for rename in renames})


def plan_over(tx: ManagedTransaction, loading: Loading, new_keys: Mapping[str, str]) -> Plan:
    """The plan as if concepts with a key in `new_keys` had that key."""
    claims, number = loading.claims, loading.number
    here = anchors(claims, loading.study)
    around = here | set(loading.anchors)
    ends = {end for edge in claims.edges for end in (edge.start, edge.end) if not is_excerpt(end)}
    nodes = {node for node in claims.nodes if not is_excerpt(node)}
    held = _under_new_keys(read_nodes(tx, around | ends | nodes | set(claims.mentions) | new_keys.keys()), new_keys)
    around = {new_keys.get(each, each) for each in around} & held.keys()
    excerpts = State()
    if loading.kind in EXCERPT_KINDS:
        excerpts = read_excerpts(tx, sorted(each for each in around if label_of(each) is Label.INTERVIEW))
    edges = read_edges(tx, loading.kind, [held[each] for each in around]) | excerpts.edges
    held_edges = {_renamed(edge, new_keys): there for edge, there in edges.items()}
    held |= excerpts.nodes
    result = Plan(
        held,
        compare(lay(number, claims.nodes, held), held),
        compare(lay(number, claims.edges, held_edges), held_edges),
        tally(number, claims.nodes, held),
        tally(number, claims.edges, held_edges),
        sorted(here),
    )
    if loading.kind is Kind.TRANSCRIPT:
        plan_transcript(tx, loading, result, excerpts)
    return result


def _under_new_keys(held: dict[str, Held], new_keys: Mapping[str, str]) -> dict[str, Held]:
    for old, new in new_keys.items():
        if old in held and new not in held:
            held[new] = held.pop(old)
    return held


def _renamed(edge: Edge, new_keys: Mapping[str, str]) -> Edge:
    return edge._replace(start=new_keys.get(edge.start, edge.start), end=new_keys.get(edge.end, edge.end))
