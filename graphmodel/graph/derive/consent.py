"""Derive who said each excerpt, whether it may be quoted, and what belongs to those who withdrew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphmodel.graph.derive.speakers import Speaker, Voice
from graphmodel.graph.elements import Graph, Relationship
from graphmodel.graph.merge import Merged
from graphmodel.records import Consent, QuoteConsent
from graphmodel.schema import Label, Type


def derive_consent(merged: Merged, givers: Mapping[str, Sequence[str]], speakers: Mapping[str, Speaker]) -> None:
    """Mark interviews and excerpts as withdrawn, excerpts as quotable, and add SAID.

    `givers` are who gave each interview, `speakers` who spoke each turn, all by key.
    """
    graph, nodes = merged.graph, merged.graph.nodes
    participants = merged.of(Label.PARTICIPANT)
    withdrew = {node for node in participants if nodes[node].get("consent") == Consent.WITHDRAWN}
    quoted = {node for node in participants if _may_be_quoted(nodes[node])}
    for interview, gave in givers.items():
        if all(giver in withdrew for giver in gave):
            nodes[interview] = {**nodes[interview], "withdrawn": True}
    interviews, turns = _of_excerpts(graph)
    for excerpt, interview in interviews.items():
        heard = [speakers[turn] for turn in turns.get(excerpt, ()) if turn in speakers]
        voice, said, may_have_said = _said(heard, givers.get(interview, ()))
        sources = nodes[excerpt]["sources"]
        for person in said:
            graph.relationships[Relationship(Type.SAID, person, excerpt)] = {"sources": sources}
        nodes[excerpt] = {
            **nodes[excerpt],
            "spokenBy": voice.value,
            "withdrawn": nodes[interview]["withdrawn"] or any(person in withdrew for person in may_have_said),
            "quotable": bool(may_have_said) and all(person in quoted for person in may_have_said),
        }


def _may_be_quoted(participant: Mapping[str, object]) -> bool:
    """Tell whether somebody's words may be printed: takes part (so does who says nothing of it) and agreed to it."""
    takes_part = participant.get("consent", Consent.ACTIVE) == Consent.ACTIVE
    return takes_part and participant.get("quoteConsent") == QuoteConsent.VERBATIM


def _of_excerpts(graph: Graph) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The interview of each excerpt and the turns that it spans, by key."""
    interviews: dict[str, str] = {}
    turns: dict[str, list[str]] = {}
    for each in graph.relationships:
        if each.type is Type.FROM:
            interviews[each.start] = each.end
        elif each.type is Type.SPANS:
            turns.setdefault(each.start, []).append(each.end)
    return interviews, turns


def _said(heard: Sequence[Speaker], gave: Sequence[str]) -> tuple[Voice, list[str], list[str]]:
    """Whose words an excerpt holds, who is known to have said it, and who may have.

    Where a speaker is not known, anybody who gave the interview may have spoken; if that is one person, it was.
    """
    voices = {speaker.voice for speaker in heard} or {Voice.UNKNOWN}
    doubtful = Voice.UNKNOWN in voices or any(
        speaker.voice is Voice.PARTICIPANT and speaker.person is None for speaker in heard
    )
    said = list(dict.fromkeys(each.person for each in heard if each.person and each.voice is Voice.PARTICIPANT))
    may_have_said = list(dict.fromkeys((*said, *(gave if doubtful else ()))))
    if doubtful and len(gave) == 1:
        said = may_have_said
    return _voice(voices), said, may_have_said


def _voice(voices: set[Voice]) -> Voice:
    """Whose words several voices make together; somebody unknown may be a participant, and is before the others."""
    if Voice.PARTICIPANT in voices:
        return Voice.BOTH if voices & {Voice.INTERVIEWER, Voice.OTHER} else Voice.PARTICIPANT
    return next(voice for voice in (Voice.UNKNOWN, Voice.INTERVIEWER, Voice.OTHER) if voice in voices)
