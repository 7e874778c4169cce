"""Derive who spoke each turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graphmodel.graph.document import Document
from graphmodel.graph.elements import Graph, Relationship
from graphmodel.graph.name_index import NameIndex
from graphmodel.names import fold, fold_person
from graphmodel.records import Role, Turn
from graphmodel.schema import Label, Type, key


class Voice(StrEnum):
    """Whose words a turn holds, or an excerpt."""

    PARTICIPANT = "participant"
    INTERVIEWER = "interviewer"
    BOTH = "both"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words a turn holds: what is known of the speaker, and the key of the person, if it is known."""

    voice: Voice
    person: str | None = None


UNKNOWN = Speaker(Voice.UNKNOWN)


def derive_speakers(
    graph: Graph, names: NameIndex, documents: Iterable[Document], givers: Mapping[str, Sequence[str]]
) -> dict[str, Speaker]:
    """Add SPOKE; returns the speaker of every turn, by its key. `givers` are who gave each interview."""
    conducted: dict[str, list[str]] = {}
    for each in graph.relationships:
        if each.type is Type.CONDUCTED:
            conducted.setdefault(each.end, []).append(each.start)
    people = _people(names)
    speakers: dict[str, Speaker] = {}
    for document in documents:
        if document.turns and document.interview and names.transcripts.get(document.interview) == document.key:
            interview = key(names.study, Label.INTERVIEW, document.interview)
            cast = _Cast(people, givers.get(interview, ()), conducted.get(interview, ()), document.turns)
            _add_turns(graph, document, cast, speakers)
    return speakers


def _add_turns(graph: Graph, document: Document, cast: _Cast, speakers: dict[str, Speaker]) -> None:
    prefix = key(document.study, Label.TURN, f"{document.interview}/")
    known: dict[tuple[str | None, Role], Speaker] = {}
    spoke = {"sources": [document.path]}
    for turn in document.turns:
        heard = turn.speaker, turn.role
        speaker = known.get(heard) or known.setdefault(heard, cast.speaker(turn))
        node = f"{prefix}{turn.index}"
        speakers[node] = speaker
        if speaker.person:
            graph.relationships[Relationship(Type.SPOKE, speaker.person, node)] = spoke


def _people(names: NameIndex) -> dict[str, Speaker]:
    """Everybody whom the study names by folded name; a name that somebody who asks and a participant share is the
    participant's."""
    named = {fold(name): _speaker(names.study, name, role) for name, role in names.people}
    participants = {
        identity: _speaker(names.study, identity, Role.PARTICIPANT) for identity in names.identities(Label.PARTICIPANT)
    }
    return named | participants


def _speaker(study: str, name: str, role: Role) -> Speaker:
    if role is Role.PARTICIPANT:
        return Speaker(Voice.PARTICIPANT, key(study, Label.PARTICIPANT, fold(name)))
    return Speaker(Voice.INTERVIEWER, key(study, Label.RESEARCHER, fold_person(name)))


class _Cast:
    """The people who may speak in one interview."""

    def __init__(
        self, people: Mapping[str, Speaker], givers: Sequence[str], interviewers: Sequence[str], turns: Sequence[Turn]
    ) -> None:
        self._people = people
        self._giver = givers[0] if len(givers) == 1 else None
        self._interviewer = interviewers[0] if len(interviewers) == 1 else None
        self._participant_is_labelled = any(turn.role is Role.PARTICIPANT for turn in turns)

    def speaker(self, turn: Turn) -> Speaker:
        """The person whose name the label is; else by role, where only one person has it in this interview."""
        named = self._people.get(fold(turn.speaker)) if turn.speaker else None
        if named:
            return named
        if turn.role is Role.PARTICIPANT:
            return Speaker(Voice.PARTICIPANT, self._giver)
        if turn.role is Role.INTERVIEWER:
            return Speaker(Voice.INTERVIEWER, self._interviewer)
        if turn.speaker and self._participant_is_labelled:
            return Speaker(Voice.OTHER)
        return UNKNOWN
