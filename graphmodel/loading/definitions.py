"""What a command's documents define, laid over what the graph knows: the names that all of them are resolved
against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphmodel.catalogue import Catalogue
from graphmodel.claims import TOOL_RANK
from graphmodel.documents.codebook import Codebook, aliases, cyclic, identify
from graphmodel.errors import Place, Problem, Severity
from graphmodel.levels import cycle
from graphmodel.names import fold, fold_interview, fold_person
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
from graphmodel.schema import Label, local


@dataclass(slots=True)
class Definitions:
    """The names after the command, the codebooks by document number, and what cannot be. `held` are the Documents in
    the graph."""

    catalogue: Catalogue
    held: Iterable[Mapping[str, Any]] = ()
    codebooks: dict[int, Codebook] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _kinds: dict[int, Kind] = field(default_factory=dict)
    _places: dict[tuple[int, Label, str], tuple[Place, str]] = field(default_factory=dict)

    def add(self, kind: Kind, number: int, records: Sequence[Record]) -> None:
        """Lay over what one document defines; what it defines twice is an error that names both places."""
        self.catalogue.forget(number)
        self._kinds[number] = kind
        if kind is Kind.CODEBOOK:
            self._add_codebook(number, [record for record in records if isinstance(record, Concept)])
        else:
            for label, identity, name, place in _things(records):
                self._note(number, label, identity, name, place)
                self.catalogue.define(label, identity, number, name)

    def _note(self, number: int, label: Label, identity: str, name: str, place: Place) -> None:
        first, _ = self._places.setdefault((number, label, identity), (place, name))
        if first is not place:
            self.problems.append(_twice(label, name, first, place))

    def _add_codebook(self, number: int, rows: Sequence[Concept]) -> None:
        codebook = identify(rows, self.catalogue.study, number)
        self.codebooks[number] = codebook
        self.problems += codebook.problems
        for row, entry in codebook.living:
            self._note(number, Label.CONCEPT, local(entry.key), row.name, row.place)
            self.catalogue.define_concept(entry)
        for row in codebook.merged:
            self._note(number, Label.RETIRED_CONCEPT, fold(row.name), row.name, row.place)
            self.catalogue.define(Label.RETIRED_CONCEPT, fold(row.name), number, row.name)
            self.catalogue.merge(row.name, str(row.merged_into), aliases(row))

    def connect(self) -> None:
        """Once everything is added: find every concept's parents by name, and see that the tree is one and that no two
        documents define the same."""
        self.catalogue.connect()
        circle = cycle(self.parents())
        if circle:
            names = {concept: self.catalogue.concepts[concept].name for concept in circle}
            rows = {entry.key: row for codebook in self.codebooks.values() for row, entry in codebook.living}
            self.problems.append(cyclic(names, rows))
        self._find_conflicts()

    def _find_conflicts(self) -> None:
        """What two documents of one kind define, both of them the study folder's own."""
        elsewhere = {each["id"]: each for each in self.held if _is_there(each)}
        kinds = {**{number: Kind(each["kind"]) for number, each in elsewhere.items()}, **self._kinds}
        for (number, label, identity), (place, name) in self._places.items():
            for other in sorted(self.catalogue.definers(label, identity)):
                if other == number or kinds.get(other) is not self._kinds[number] or max(other, number) >= TOOL_RANK:
                    continue
                if (other, label, identity) not in self._places:
                    file = Path(elsewhere[other]["root"]) / elsewhere[other]["path"]
                    self.problems.append(_twice(label, name, Place(file), place))
                elif other < number:
                    self.problems.append(_twice(label, name, self._places[other, label, identity][0], place))

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
                    yield Label.PROPOSITION, fold(proposition.id), proposition.id, proposition.place
            case _:
                pass


def _twice(label: Label, name: str, first: Place, place: Place) -> Problem:
    return Problem(
        Severity.ERROR,
        f"the {_WORDS.get(label, label.lower())} `{name}` is defined twice; first at {first}",
        place,
        "Remove or rename one of them",
    )


_WORDS = {Label.RETIRED_CONCEPT: "retired concept"}


def _is_there(document: Mapping[str, Any]) -> bool:
    """Whether the file that a document of a study folder was loaded from is still there."""
    return "root" in document and (Path(document["root"]) / document["path"]).exists()
