"""One document into the graph in one transaction: rename, read what is held, write the difference."""

from __future__ import annotations

from dataclasses import replace

from neo4j import ManagedTransaction

from graphmodel.claims import Claims
from graphmodel.schema import Label, label_of
from graphmodel.statements import statement
from graphmodel.sync import naming
from graphmodel.sync.difference import compare
from graphmodel.sync.excerpts import write_excerpts
from graphmodel.sync.loading import Loading, Names, Plan
from graphmodel.sync.naming import Rename
from graphmodel.sync.plan import plan
from graphmodel.sync.state import is_excerpt
from graphmodel.sync.transcript import interview_key, write_transcript
from graphmodel.sync.write import Writer, interview_of


def apply(tx: ManagedTransaction, loading: Loading, names: Names) -> Plan:
    """Bring the graph to what the document says, in the transaction given."""
    writer = Writer(tx, loading.study, names.levels)
    renames = _rename(writer, loading, names)
    new_keys = {rename.old: rename.new for rename in renames}
    loading = replace(loading, anchors=tuple(new_keys.get(each, each) for each in loading.anchors))
    result = plan(tx, loading)
    writer.nodes(result.nodes, result.held, loading.claims.mentions)
    if result.transcript:
        write_transcript(writer, loading, interview_key(loading, result))
    write_excerpts(writer, loading, result)
    writer.edges(result.edges, [each for each in result.nodes.created if is_excerpt(each)])
    writer.unsay_nodes(result.nodes.removed)
    _write_document(tx, loading, result)
    _relabel(writer, names, renames)
    writer.sweep(_loose(result, loading))
    return result


def _rename(writer: Writer, loading: Loading, names: Names) -> list[Rename]:
    tx, before, after, number = writer.tx, names.before, names.after, loading.number
    rekeyed = naming.rekey(tx, loading.study, naming.renames(before, after, number))
    rows = naming.candidates(before, after, number, rekeyed.done) + naming.put_aside(rekeyed)
    writer.loose.update(each.new for each in rekeyed.aside)
    if naming.new_things(before, after, number):
        rows += naming.loose_links(tx, loading.study)
    _move(writer, naming.find_moves(tx, rows, names))
    return rekeyed.done


def _move(writer: Writer, moves: naming.Moves) -> None:
    nodes, edges = compare(moves.nodes, moves.held_nodes), compare(moves.edges, moves.held_edges)
    if not (nodes or edges):
        return
    writer.ids.update(moves.start_ids)
    writer.nodes(nodes, moves.held_nodes, moves.mentions)
    writer.edges(edges)
    writer.unsay_nodes(nodes.removed)
    writer.loose.update(nodes.removed, (edge.end for edge in edges.removed))
    writer.run("move_anchors", moves.anchors, study=writer.study)


def _loose(result: Plan, loading: Loading) -> set[str]:
    loose = {each for each in result.nodes.removed if not is_excerpt(each)}
    loose |= {end for edge in result.edges.removed for end in (edge.start, edge.end) if not is_excerpt(end)}
    loose |= {interview_of(each, loading.study) for each in result.nodes.removed if is_excerpt(each)}
    return loose | set(loading.anchors) | set(loading.mentions)


def _relabel(writer: Writer, names: Names, renames: list[Rename]) -> None:
    """Every concept gets the label of its level; one that has just been created under it has it already."""
    held = dict(names.levels_held)
    for rename in renames:
        held[rename.new] = held.pop(rename.old, Label.CODE)
    wanted = {**dict.fromkeys(held, Label.CODE), **names.levels}
    rows = [
        {"key": concept, "label": label.value}
        for concept, label in wanted.items()
        if held.get(concept, Label.CODE) is not label
    ]
    writer.run("relabel_concepts", rows)


def _write_document(tx: ManagedTransaction, loading: Loading, result: Plan) -> None:
    if loading.properties is None:
        tx.run(statement("sync/delete_document"), key=loading.key).consume()
        return
    properties = {**loading.properties, "anchors": result.anchors, "mentions": _named_only(loading.claims)}
    tx.run(statement("sync/write_document"), study=loading.study, key=loading.key, properties=properties).consume()


def _named_only(claims: Claims) -> list[str]:
    """The researchers and memos that only a property names: no relationship shows that something needs them."""
    reached = {end for edge in claims.edges for end in (edge.start, edge.end)}
    kept = (Label.RESEARCHER, Label.MEMO)
    return sorted(each for each in claims.mentions if each not in reached and label_of(each) in kept)
