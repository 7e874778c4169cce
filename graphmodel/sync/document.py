"""One document into the graph in one transaction: read what is held, plan the difference, write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from neo4j import ManagedTransaction

from graphmodel.captions import caption
from graphmodel.catalogue import Catalogue
from graphmodel.claims import Claims, Edge, Held, Said
from graphmodel.documents.excerpts import Passage
from graphmodel.errors import GraphmodelError
from graphmodel.records import Kind, Transcript, Turn
from graphmodel.schema import Label, key, label_of, local
from graphmodel.statements import statement
from graphmodel.sync import naming
from graphmodel.sync.anchoring import Anchored, anchor
from graphmodel.sync.difference import Changes, Tally, compare, lay, tally
from graphmodel.sync.naming import Rename
from graphmodel.sync.state import EXCERPT_KINDS, State, anchor_of, is_excerpt, read_edges, read_excerpts, read_nodes
from graphmodel.sync.write import Writer, create_excerpts, interview_of


class Words(Protocol):
    """Gives the words of an interview by its folded name."""

    def of(self, interview: str) -> Passage | None: ...  # noqa: D102


@dataclass(slots=True)
class Names:
    """What names meant before the command and mean after it, and the level of each concept as the graph has it now."""

    before: Catalogue
    after: Catalogue
    levels: Mapping[str, Label]
    levels_held: dict[str, Label]


@dataclass(slots=True)
class Loading:
    """One document on its way: what it says (nothing, when it is gone) and what the graph knows of it.

    `properties` are the Document's own; None takes it away. `anchors` are the keys where its claims were found last
    time, `mentions` those of nodes that it named then and that no relationship of it reaches.
    """

    study: str
    key: str
    number: int
    kind: Kind
    claims: Claims
    properties: dict[str, Any] | None
    anchors: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    transcript: Transcript | None = None
    passages: Words | None = None


@dataclass(slots=True)
class Plan:
    """The difference that a document makes, as data."""

    held: dict[str, Held]
    nodes: Changes[str]
    edges: Changes[Edge]
    node_tally: Tally[str]
    edge_tally: Tally[Edge]
    anchors: list[str]
    renamed: list[Rename] = field(default_factory=list)
    transcript: bool = False
    anchored: Anchored | None = None


def anchors(claims: Claims, study: str) -> set[str]:
    """The keys at which a document's claims are found again: its nodes, the anchors of its relationships, and for
    excerpts their interviews."""
    found = {interview_of(node, study) if is_excerpt(node) else node for node in claims.nodes}
    return found | {anchor_of(edge) for edge in claims.edges if not is_excerpt(edge.start)}


def plan(tx: ManagedTransaction, loading: Loading, names: Names) -> Plan:
    """Read what the graph holds and lay what the document says on it. Writes nothing; concepts that will have a new
    identity count as having it."""
    renames = naming.renames(names.before, names.after, loading.number)
    return _plan(tx, loading, {rename.old: rename.new for rename in renames})


def _plan(tx: ManagedTransaction, loading: Loading, new_keys: Mapping[str, str]) -> Plan:
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
        _plan_transcript(tx, loading, result, excerpts)
    return result


def _under_new_keys(held: dict[str, Held], new_keys: Mapping[str, str]) -> dict[str, Held]:
    for old, new in new_keys.items():
        if old in held and new not in held:
            held[new] = held.pop(old)
    return held


def _renamed(edge: Edge, new_keys: Mapping[str, str]) -> Edge:
    return edge._replace(start=new_keys.get(edge.start, edge.start), end=new_keys.get(edge.end, edge.end))


def _plan_transcript(tx: ManagedTransaction, loading: Loading, result: Plan, excerpts: State) -> None:
    interview = _interview(loading, result)
    if loading.transcript is None:
        result.transcript = not _has_other_words(result.held[interview], loading.number)
    else:
        result.transcript = not _same_words(tx, loading, interview, result.held)
    if result.transcript and excerpts.nodes:
        result.anchored = anchor(excerpts, loading.study, _words(loading, local(interview)))
        nodes = compare(result.anchored.nodes, excerpts.nodes)
        edges = compare(result.anchored.edges, excerpts.edges)
        for changes, more in ((result.nodes, nodes), (result.edges, edges)):
            changes.created.update(more.created)  # type: ignore[arg-type]
            changes.changed.update(more.changed)  # type: ignore[arg-type]
            changes.removed.update(more.removed)  # type: ignore[arg-type]


def _words(loading: Loading, interview: str) -> Passage | None:
    return loading.passages.of(interview) if loading.passages else None


def _interview(loading: Loading, result: Plan) -> str:
    found = [each for each in (*result.anchors, *loading.anchors) if label_of(each) is Label.INTERVIEW]
    return found[0]


def _has_other_words(interview: Held, number: int) -> bool:
    return any("sha256" in said for document, said in interview.said.items() if document != number)


def _same_words(tx: ManagedTransaction, loading: Loading, interview: str, held: Mapping[str, Held]) -> bool:
    transcript = loading.transcript
    if transcript is None or interview not in held:
        return False
    if held[interview].properties.get("sha256") != loading.claims.nodes[interview]["sha256"]:
        return False
    rows = [tuple(row.values()) for row in tx.run(statement("sync/read_turns"), interview=interview)]
    return rows == [
        (turn.index, turn.speaker, turn.role.value, turn.start, turn.end, turn.start_ms) for turn in transcript.turns
    ]


def apply(tx: ManagedTransaction, loading: Loading, names: Names) -> Plan:
    """Bring the graph to what the document says, in the transaction given."""
    writer = Writer(tx, loading.study, names.levels)
    renames = _rename(writer, loading, names)
    new_keys = {rename.old: rename.new for rename in renames}
    loading = replace(loading, anchors=tuple(new_keys.get(each, each) for each in loading.anchors))
    result = _plan(tx, loading, {})
    writer.nodes(result.nodes, result.held, loading.claims.mentions)
    if result.transcript:
        _write_transcript(writer, loading, _interview(loading, result))
    _write_excerpts(writer, loading, result)
    writer.edges(result.edges, [each for each in result.nodes.created if is_excerpt(each)])
    writer.unsay_nodes(result.nodes.removed)
    _write_document(tx, loading, result)
    _relabel(writer, names, renames)
    writer.sweep(_loose(result, loading))
    return result


def _rename(writer: Writer, loading: Loading, names: Names) -> list[Rename]:
    tx, before, after, number = writer.tx, names.before, names.after, loading.number
    done = naming.rekey(tx, loading.study, naming.renames(before, after, number))
    rows = naming.candidates(before, after, number, done)
    if naming.new_things(before, after, number):
        rows += naming.loose_links(tx, loading.study)
    moves = naming.find_moves(tx, rows, after)
    if moves.problems:
        raise GraphmodelError(
            "nothing was loaded: names would become ambiguous that other documents use",
            "mend the documents named, or give the concepts different names",
            moves.problems,
        )
    _move(writer, moves)
    return done


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


def _write_transcript(writer: Writer, loading: Loading, interview: str) -> None:
    writer.tx.run(statement("sync/delete_transcript"), interview=interview).consume()
    if loading.transcript is None:
        return
    writer.tx.run(
        statement("sync/create_transcript"),
        interview=interview,
        transcript=_transcript_properties(loading, interview),
        turns=[_turn_properties(loading, interview, turn) for turn in loading.transcript.turns],
    ).consume()


def _transcript_properties(loading: Loading, interview: str) -> dict[str, Any]:
    assert loading.transcript is not None
    return {
        "key": key(loading.study, Label.TRANSCRIPT, local(interview)),
        "study": loading.study,
        "caption": f"The words of {loading.transcript.interview}",
        "text": loading.transcript.text,
    }


def _turn_properties(loading: Loading, interview: str, turn: Turn) -> dict[str, Any]:
    assert loading.transcript is not None
    properties = {
        "key": key(loading.study, Label.TURN, f"{local(interview)}/{turn.index}"),
        "study": loading.study,
        "index": turn.index,
        "speaker": turn.speaker,
        "role": turn.role.value,
        "text": loading.transcript.text[turn.start : turn.end],
        "start": turn.start,
        "end": turn.end,
        "startMs": turn.start_ms,
    }
    return {**properties, "caption": caption(Label.TURN, properties)}


def _write_excerpts(writer: Writer, loading: Loading, result: Plan) -> None:
    created = {each: said for each, said in result.nodes.created.items() if is_excerpt(each)}
    changed = {each: pair for each, pair in result.nodes.changed.items() if is_excerpt(each)}
    turns = _turns(loading, {**created, **{each: said for each, (_, said) in changed.items()}}, result.anchored)
    if created:
        create_excerpts(writer, created, result.edges.created, turns)
    writer.update_nodes(changed)
    for interview, rows in _respans(loading, result, changed, turns).items():
        writer.run("respan_excerpts", rows, interview=interview)


def _turns(loading: Loading, excerpts: Mapping[str, Said], anchored: Anchored | None) -> dict[str, list[int]]:
    if anchored:
        return anchored.turns
    found = {}
    for each, said in excerpts.items():
        passage = _words(loading, local(interview_of(each, loading.study)))
        place = next(iter(said.values()))
        found[each] = passage.turns(place["start"], place["end"]) if passage and "start" in place else []
    return found


def _respans(
    loading: Loading, result: Plan, changed: Mapping[str, tuple[Held, Said]], turns: Mapping[str, list[int]]
) -> dict[str, list[dict[str, Any]]]:
    if result.anchored:
        left = [each for each in result.anchored.turns if each in result.held and each not in result.nodes.removed]
    else:
        left = [each for each, (there, said) in changed.items() if _has_moved(there, said)]
    rows: dict[str, list[dict[str, Any]]] = {}
    for each in left:
        row = {"key": each, "turns": turns.get(each, [])}
        rows.setdefault(interview_of(each, loading.study), []).append(row)
    return rows


def _has_moved(there: Held, said: Said) -> bool:
    place = next(iter(said.values()))
    return (there.properties.get("start"), there.properties.get("end")) != (place.get("start"), place.get("end"))


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
