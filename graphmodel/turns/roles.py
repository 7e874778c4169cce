"""Tell the role of a speaker by the study's people, by the words for roles, and by who else speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graphmodel.names import fold
from graphmodel.records import Role

People = tuple[tuple[str, Role], ...]

_INTERVIEWER_WORDS = """
    interviewer int interv iv i researcher facilitator moderator q question
    interviewerin interviewleiter interviewleiterin moderatorin entrevistador entrevistadora investigador investigadora
    intervieweur intervieweuse enquêteur enquêtrice chercheur chercheuse intervistatore intervistatrice ricercatore
    ricercatrice pesquisador pesquisadora onderzoeker forsker forskare intervjuare intervjuer badacz badaczka
    haastattelija интервьюер 采访者 インタビュアー
"""
_PARTICIPANT_WORDS = """
    participant p interviewee respondent resp informant narrator answer a
    befragte befragter teilnehmer teilnehmerin entrevistado entrevistada participante participantes
    interviewé interviewée enquêté enquêtée intervistato intervistata partecipante
    deelnemer respondente informante deltager deltagare uczestnik uczestniczka rozmówca rozmówczyni
    haastateltava респондент 受访者
"""
_INTERVIEWER = frozenset(_INTERVIEWER_WORDS.split())
_PARTICIPANT = frozenset(_PARTICIPANT_WORDS.split())
_NUMBERED = re.compile(r"(?P<word>[^\W\d_]{2,})[ ._-]{0,2}\d{0,4}[a-z]?|(?P<letter>[^\W\d_])[ ._-]?\d{0,4}")
_PSEUDONYM = re.compile(r"p[ ._-]?\d{1,4}[a-z]?")
_BARE = re.compile(r"[\s.]+")


@lru_cache(maxsize=4096)
def known_role(name: str, people: People) -> Role | None:
    """The role that a speaker's label says by itself; None where it says none."""
    folded = fold(name)
    for person, role in people:
        if folded == fold(person) or (role is Role.INTERVIEWER and _is_initials(folded, person)):
            return role
    if _PSEUDONYM.fullmatch(folded):
        return Role.PARTICIPANT
    found = _NUMBERED.fullmatch(folded)
    word = (found["word"] or found["letter"]) if found else folded
    if word in _INTERVIEWER:
        return Role.INTERVIEWER
    return Role.PARTICIPANT if word in _PARTICIPANT else None


def roles_of(names: Iterable[str], people: People) -> dict[str, Role]:
    """The role of every speaker of one transcript.

    `R` is the respondent beside an `I`, else the researcher where a participant speaks. Of two speakers of whom one is
    known, the other has the other role. Who is still unknown is `other`.
    """
    speakers = list(dict.fromkeys(names))
    roles = {name: known_role(name, people) for name in speakers}
    found = set(roles.values())
    for name in speakers:
        if roles[name] is None and fold(name) == "r":
            roles[name] = Role.PARTICIPANT if Role.INTERVIEWER in found else Role.INTERVIEWER
    unknown = [name for name in speakers if roles[name] is None]
    if len(speakers) == 2 and len(unknown) == 1:
        known = next(role for role in roles.values() if role is not None)
        roles[unknown[0]] = Role.PARTICIPANT if known is Role.INTERVIEWER else Role.INTERVIEWER
    return {name: role or Role.OTHER for name, role in roles.items()}


def _is_initials(folded: str, person: str) -> bool:
    bare = _BARE.sub("", folded)
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", fold(person)))
    return len(bare) > 1 and bare == initials
