"""Check a study: whether the graph is what its documents say, and what is outstanding in its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.database import Database
from graphmodel.errors import NOWHERE, Place, Problem, Severity
from graphmodel.graph.build import Built, build
from graphmodel.graph.document import Document
from graphmodel.graph.elements import Properties
from graphmodel.loading.outstanding import told, unpacked
from graphmodel.loading.study_state import read_study, read_whole
from graphmodel.records import Kind, Role
from graphmodel.schema import Label, Type, label_of
from graphmodel.store.findings import Finding, findings
from graphmodel.store.standing import compare


@dataclass(frozen=True, slots=True)
class Check:
    """The result of a check: each difference between the graph and what the documents say, and what is outstanding."""

    study: str
    findings: Sequence[Finding]
    outstanding: Sequence[Problem]

    @property
    def flagged(self) -> bool:
        """Tell whether there is something that the user should look at."""
        return bool(self.findings) or any(each.severity is not Severity.NOTE for each in self.outstanding)


def check(database: Database, study: str) -> Check:
    """Build the study from the versions of its documents, and compare it with all that stands in Neo4j."""
    state = read_study(database, study)
    documents = read_whole(database, state)
    built = build(study, documents)
    files = {document.key: document.file for document in documents}
    outstanding = told(unpacked(state.stored.problems), files)
    found = list(findings(compare(database, study, built.graph)))
    return Check(study, found, [*outstanding, *_unsaid(built, documents)])


def _unsaid(built: Built, documents: Sequence[Document]) -> Iterator[Problem]:
    """Tell what a study lacks though no row is wrong."""
    yield from _interviews(built, documents)
    for node in _nodes(built, Label.RESEARCHER):
        if node["status"] == "undefined":
            hint = "List who codes, interviews or writes memos under `researchers` in study.yaml"
            yield Problem(Severity.NOTE, f"`{node['name']}` is not among the researchers", NOWHERE, hint)
    for document in documents:
        labels = dict.fromkeys(turn.speaker for turn in document.turns if turn.role is Role.OTHER and turn.speaker)
        for label in labels:
            hint = "Name the participant or the interviewer as the transcript does"
            message = f"it is not known who the speaker `{label}` is"
            yield Problem(Severity.NOTE, message, Place(document.file), hint)


def _interviews(built: Built, documents: Sequence[Document]) -> Iterator[Problem]:
    """Interviews without a transcript, and without a row where the study has a table of interviews."""
    read = {each.start for each in built.graph.relationships if each.type is Type.READS}
    listed = {name for document in documents if document.kind is Kind.INTERVIEWS for name in _rows(document)}
    for node in _nodes(built, Label.INTERVIEW):
        if node["unnamed"]:
            continue
        if node["key"] not in read:
            hint = "Load its transcript; until then its quotes are not checked"
            yield Problem(Severity.NOTE, f"the interview `{node['name']}` has no transcript", NOWHERE, hint)
        if listed and node["name"] not in listed:
            hint = "Add a row for it, or correct the name"
            yield Problem(
                Severity.NOTE, f"the interview `{node['name']}` is not in the interviews table", NOWHERE, hint
            )


def _rows(document: Document) -> Iterator[str]:
    return (str(getattr(row, "name", "")) for row in document.records)


def _nodes(built: Built, label: Label) -> Iterator[Properties]:
    return (node for key, node in built.graph.nodes.items() if label_of(key) is label)
