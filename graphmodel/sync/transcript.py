"""A transcript on its way: whether its words are new, where its excerpts stand in them, and the writing of its
turns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from neo4j import ManagedTransaction

from graphmodel.captions import caption
from graphmodel.claims import Held
from graphmodel.records import Transcript, Turn
from graphmodel.schema import Label, key, label_of, local
from graphmodel.statements import statement
from graphmodel.sync.anchoring import anchor
from graphmodel.sync.difference import compare
from graphmodel.sync.loading import Loading, Plan, words_of
from graphmodel.sync.state import State
from graphmodel.sync.write import Writer


def plan_transcript(tx: ManagedTransaction, loading: Loading, result: Plan, excerpts: State) -> None:
    """Put into the plan whether the words are replaced, and where every excerpt of the interview stands then."""
    interview = interview_key(loading, result)
    if loading.transcript is None:
        result.transcript = not _has_other_words(result.held[interview], loading.number)
    else:
        result.transcript = not _same_words(tx, loading, interview, result.held)
    if result.transcript and excerpts.nodes:
        result.anchored = anchor(excerpts, loading.study, words_of(loading, local(interview)))
        nodes = compare(result.anchored.nodes, excerpts.nodes)
        edges = compare(result.anchored.edges, excerpts.edges)
        for changes, more in ((result.nodes, nodes), (result.edges, edges)):
            changes.created.update(more.created)  # type: ignore[arg-type]
            changes.changed.update(more.changed)  # type: ignore[arg-type]
            changes.removed.update(more.removed)  # type: ignore[arg-type]


def interview_key(loading: Loading, result: Plan) -> str:
    """The key of the interview that a transcript is of."""
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


def write_transcript(writer: Writer, loading: Loading, interview: str) -> None:
    """Replace the words and turns of an interview; without a transcript they only go."""
    writer.tx.run(statement("sync/delete_transcript"), interview=interview).consume()
    if loading.transcript is None:
        return
    writer.tx.run(
        statement("sync/create_transcript"),
        interview=interview,
        transcript=_transcript_properties(loading.study, interview, loading.transcript),
        turns=[
            _turn_properties(loading.study, interview, loading.transcript, turn) for turn in loading.transcript.turns
        ],
    ).consume()


def _transcript_properties(study: str, interview: str, transcript: Transcript) -> dict[str, Any]:
    return {
        "key": key(study, Label.TRANSCRIPT, local(interview)),
        "study": study,
        "caption": f"The words of {transcript.interview}",
        "text": transcript.text,
    }


def _turn_properties(study: str, interview: str, transcript: Transcript, turn: Turn) -> dict[str, Any]:
    properties = {
        "key": key(study, Label.TURN, f"{local(interview)}/{turn.index}"),
        "study": study,
        "index": turn.index,
        "speaker": turn.speaker,
        "role": turn.role.value,
        "text": transcript.text[turn.start : turn.end],
        "start": turn.start,
        "end": turn.end,
        "startMs": turn.start_ms,
    }
    return {**properties, "caption": caption(Label.TURN, properties)}
