"""The people whose names open turns in transcripts, with the role that each has in an interview."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.graph.document import Document
from graphmodel.names import fold
from graphmodel.records import Interview, Kind, Participant, Researcher, Role, Study
from graphmodel.turns import People

NAMING = (Kind.STUDY, Kind.PARTICIPANTS, Kind.INTERVIEWS)
"""The kinds of document that name people."""


def people_of(documents: Iterable[Document]) -> People:
    """Researchers and interviewers, then participants and those who gave interviews; each by the name that comes first.

    `documents` are in the order of precedence.
    """
    found: dict[Role, dict[str, str]] = {Role.INTERVIEWER: {}, Role.PARTICIPANT: {}}
    for document in (each for each in documents if each.kind in NAMING):
        for record in document.records:
            for role, name in _named(record):
                found[role].setdefault(fold(name), name)
    asking, telling = found[Role.INTERVIEWER], found[Role.PARTICIPANT]
    interviewers = [(name, Role.INTERVIEWER) for name in asking.values()]
    return (*interviewers, *((name, Role.PARTICIPANT) for folded, name in telling.items() if folded not in asking))


def _named(record: object) -> Iterable[tuple[Role, str]]:
    match record:
        case Study():
            return ((Role.INTERVIEWER, each.name) for each in record.researchers)
        case Researcher():
            return ((Role.INTERVIEWER, record.name),)
        case Participant():
            return ((Role.PARTICIPANT, record.name),)
        case Interview():
            givers = ((Role.PARTICIPANT, name) for name in record.participants)
            return (*((Role.INTERVIEWER, name) for name in record.interviewers), *givers)
        case _:
            return ()
