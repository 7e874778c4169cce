"""The difference between what a document says and what the graph holds of it, read in one transaction."""

from __future__ import annotations

from neo4j import ManagedTransaction

from graphmodel.claims import Claims
from graphmodel.records import Kind
from graphmodel.schema import Label, label_of
from graphmodel.sync.difference import compare, lay, tally
from graphmodel.sync.foreseeing import Foreseen
from graphmodel.sync.loading import Loading, Plan
from graphmodel.sync.minted import keep_guids
from graphmodel.sync.state import EXCERPT_KINDS, State, anchor_of, is_excerpt, read_edges, read_excerpts, read_nodes
from graphmodel.sync.transcript import plan_transcript
from graphmodel.sync.write import interview_of


def anchors(claims: Claims, study: str) -> set[str]:
    """The keys at which a document's claims are found again: its nodes, the anchors of its relationships, and for
    excerpts their interviews."""
    found = {interview_of(node, study) if is_excerpt(node) else node for node in claims.nodes}
    return found | {anchor_of(edge) for edge in claims.edges if not is_excerpt(edge.start)}


def plan(tx: ManagedTransaction, loading: Loading, foreseen: Foreseen | None = None) -> Plan:
    """Read what the graph holds and lay what the document says on it. Writes nothing. `foreseen` are the claims as the
    documents before this one would have left them, where those were not brought into the graph."""
    claims, number = loading.claims, loading.number
    ahead = foreseen or Foreseen()
    here = anchors(claims, loading.study)
    around = here | set(loading.anchors)
    ends = {end for edge in claims.edges for end in (edge.start, edge.end) if not is_excerpt(end)}
    nodes = {node for node in claims.nodes if not is_excerpt(node)}
    found = read_nodes(tx, around | ends | nodes | set(claims.mentions) | ahead.new_keys.keys())
    excerpts = State()
    if loading.kind in EXCERPT_KINDS:
        interviews = {each for each in around & found.keys() if label_of(each) is Label.INTERVIEW}
        excerpts = ahead.excerpts(read_excerpts(tx, sorted(interviews)), interviews, loading.study, number)
    anchored = [found[each] for each in {*around, *_held_as(ahead, around)} & found.keys()]
    edges = ahead.edges(read_edges(tx, loading.kind, anchored), number) | excerpts.edges
    held = ahead.nodes(found, number) | excerpts.nodes
    if loading.kind is Kind.CODEBOOK:
        keep_guids(claims, number, held)
    result = Plan(
        held,
        compare(lay(number, claims.nodes, held), held),
        compare(lay(number, claims.edges, edges), edges),
        tally(number, claims.nodes, held),
        tally(number, claims.edges, edges),
        sorted(here),
    )
    if loading.kind is Kind.TRANSCRIPT:
        plan_transcript(tx, loading, result, excerpts)
    return result


def _held_as(ahead: Foreseen, keys: set[str]) -> set[str]:
    return {old for old, new in ahead.new_keys.items() if new in keys}
