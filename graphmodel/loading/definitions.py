"""What a command's documents define, laid over what the graph knows: the names that all of them are resolved
against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphmodel.catalogue import AmbiguousName, Catalogue, Entry
from graphmodel.documents.codebook import Codebook, cyclic, identify
from graphmodel.documents.context import fold_person
from graphmodel.documents.excerpts import fold_id
from graphmodel.errors import Place, Problem, Severity
from graphmodel.levels import cycle
from graphmodel.names import fold, fold_interview
from graphmodel.records import (
    Concept,
    Interview,
    Kind,
    Memo,
    Participant,
    Record,
    Reference,
    Researcher,
    Study,
    Theory,
    Transcript,
)
from graphmodel.schema import Label


@dataclass(slots=True)
class Definitions:
    """The names after the command, the codebooks by document number, and what cannot be."""

    catalogue: Catalogue
    codebooks: dict[int, Codebook] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _places: dict[tuple[Kind, Label, str], Place] = field(default_factory=dict)

    def add(self, kind: Kind, number: int, records: Sequence[Record]) -> None:
        """Lay over what one document defines; what is defined twice is an error that names both places."""
        self.catalogue.forget(number)
        if kind is Kind.CODEBOOK:
            self._add_codebook(number, [record for record in records if isinstance(record, Concept)])
        else:
            for label, identity, name, place in _things(records):
                self._define(kind, label, identity, number, name, place)

    def _define(self, kind: Kind, label: Label, identity: str, number: int, name: str, place: Place) -> None:
        first = self._places.setdefault((kind, label, identity), place)
        if first is not place:
            self.problems.append(_twice(label, name, first, place))
        self.catalogue.define(label, identity, number, name)

    def _add_codebook(self, number: int, rows: Sequence[Concept]) -> None:
        codebook = identify(rows, self.catalogue.study, number)
        self.codebooks[number] = codebook
        self.problems += codebook.problems
        for row, entry in codebook.living:
            self._note_conflict(row, entry)
            self.catalogue.define_concept(entry)
        for row in codebook.merged:
            self.catalogue.define(Label.RETIRED_CONCEPT, fold(row.name), number, row.name)
            self.catalogue.merged[fold(row.name)] = str(row.merged_into)

    def _note_conflict(self, row: Concept, entry: Entry) -> None:
        first = self._places.setdefault((Kind.CODEBOOK, Label.CONCEPT, entry.key), row.place)
        if first is not row.place:
            self.problems.append(_twice(Label.CONCEPT, row.name, first, row.place))

    def connect(self) -> None:
        """Once everything is added: find every concept's parents by name, and see that the tree is one."""
        for codebook in self.codebooks.values():
            for row, entry in codebook.living:
                self.catalogue.concepts[entry.key].parents = tuple(self._parents(row))
        circle = cycle(self.parents())
        if circle:
            rows = [row for codebook in self.codebooks.values() for row, _ in codebook.living]
            self.problems.append(cyclic(circle, rows))

    def _parents(self, row: Concept) -> Iterable[str]:
        for parent in row.parents:
            try:
                yield self.catalogue.concept(parent)
            except AmbiguousName:
                continue  # reported, with its paths, when the codebook's claims are made

    def parents(self) -> dict[str, list[str]]:
        """The defined concepts with the defined ones that each is directly subsumed by."""
        concepts = self.catalogue.concepts
        return {entry.key: [parent for parent in entry.parents if parent in concepts] for entry in concepts.values()}


def default_coder(catalogue: Catalogue, unnamed: str) -> str:
    """The coder of rows that name none: the study's only researcher, else `unnamed`."""
    researchers = list(catalogue.identities(Label.RESEARCHER))
    return researchers[0] if len(researchers) == 1 else unnamed


def _things(records: Iterable[Record]) -> Iterable[tuple[Label, str, str, Place]]:
    for record in records:
        match record:
            case Study():
                for researcher in record.researchers:
                    yield Label.RESEARCHER, fold_person(researcher.name), researcher.name, Place(part=researcher.name)
            case Researcher():
                yield Label.RESEARCHER, fold_person(record.name), record.name, Place(part=record.name)
            case Participant():
                yield Label.PARTICIPANT, fold(record.name), record.name, record.place
            case Interview():
                yield Label.INTERVIEW, fold_interview(record.name), record.name, record.place
            case Transcript():
                yield Label.INTERVIEW, fold_interview(record.interview), record.interview, record.place
            case Memo():
                yield Label.MEMO, fold(record.name), record.name, record.place
            case Reference():
                yield Label.REFERENCE, fold(record.key), record.key, record.place
            case Theory():
                for proposition in record.propositions:
                    yield Label.PROPOSITION, fold_id(proposition.id), proposition.id, proposition.place
            case _:
                pass


def _twice(label: Label, name: str, first: Place, place: Place) -> Problem:
    return Problem(
        Severity.ERROR,
        f"the {label.lower()} `{name}` is defined twice; first at {first}",
        place,
        "Remove or rename one of them",
    )
