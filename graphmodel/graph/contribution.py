"""The contribution of one document: the nodes and relationships that it adds to the graph of its study."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphmodel.errors import NOWHERE, Place, Problem, Severity
from graphmodel.graph.document import Document
from graphmodel.graph.elements import Properties, Relationship, present
from graphmodel.graph.merged_properties import said_again
from graphmodel.graph.name_index import AmbiguousName, NameIndex
from graphmodel.names import fold, fold_interview, fold_person
from graphmodel.schema import Label, Type, key


@dataclass(slots=True)
class Contribution:
    """All that a document adds: nodes, relationships, the nodes that it only names, and what is outstanding in it.

    `places` are where it says a node; `sources` is the list that everything which it alone says has for its sources.
    Nothing in it is changed once the document was gone through.
    """

    document: Document
    names: NameIndex
    nodes: dict[str, Properties] = field(default_factory=dict)
    relationships: dict[Relationship, Properties] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    sources: list[str] = field(init=False)
    _concepts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sources = [self.document.path]

    def key(self, label: Label, identity: str) -> str:
        """The key of a node of this study."""
        return key(self.document.study, label, identity)

    def add(self, node: str, place: Place = NOWHERE, **properties: object) -> str:
        """Add a node; added twice, the later properties count. Returns the key."""
        given = present(properties)
        there = self.nodes.get(node)
        self.nodes[node] = {**there, **given} if there is not None else given
        self.places.setdefault(node, place)
        return node

    def relate(self, start: str, type_: Type, end: str, apart: str = "", **properties: object) -> None:
        """Add a relationship; of one that is said twice, see `said_again`."""
        relationship, given = Relationship(type_, start, end, apart), present(properties)
        given["sources"] = self.sources
        there = self.relationships.get(relationship)
        self.relationships[relationship] = said_again([there, given]) if there is not None else given

    def add_finished(self, node: str, properties: Properties) -> None:
        """Add a node that only this document can say, with all that every node has."""
        properties["key"], properties["study"], properties["sources"] = node, self.document.study, self.sources
        self.nodes[node] = properties

    def name(self, node: str, name: str) -> str:
        """Name a node without saying anything of it: where nobody does, it is undefined. Returns the key."""
        self.named.setdefault(node, name)
        return node

    def researcher(self, name: str) -> str:
        """The key of a researcher, named."""
        return self.name(self.key(Label.RESEARCHER, fold_person(name)), name)

    def coder(self, name: str | None) -> str:
        """The identity of a coder, named: the study's only researcher where a row names none."""
        identity = fold_person(name) if name else self.names.coder
        self.researcher(identity)
        return identity

    def interview(self, name: str) -> str:
        """The key of an interview, named."""
        return self.name(self.key(Label.INTERVIEW, fold_interview(name)), name)

    def concept(self, name: str, place: Place) -> str:
        """The key of a named concept; a flag where no codebook has it, an error where it may be several."""
        found = self._concepts.get(name)
        if found is None:
            found = self._concepts[name] = self._resolve(name, place)
        return found

    def _resolve(self, name: str, place: Place) -> str:
        try:
            target = self.names.concept(name)
        except AmbiguousName as ambiguous:
            hint = "Write one of: " + "; ".join(ambiguous.paths)
            self.error(f"`{name}` is the name of {len(ambiguous.paths)} concepts", place, hint)
            return self.name(self.names.undefined(name), name)
        if not self.names.knows(target):
            hint = "It is kept as an undefined concept; add it to the codebook, or correct the spelling"
            self.flag(f"`{name}` is not in the codebook", place, hint)
        return self.name(target, name)

    def thing(self, label: Label, name: str, place: Place) -> str:
        """The key of a participant, memo, reference or proposition, named; a flag where nothing defines it."""
        target = self.name(self.key(label, fold(name)), name)
        if not self.names.knows(target):
            hint = f"Add the {label.lower()}, or correct the name"
            self.flag(f"there is no {label.lower()} `{name}`", place, hint)
        return target

    def error(self, message: str, place: Place, hint: str | None = None) -> None:
        """Report what keeps the document out of the graph."""
        self.problems.append(Problem(Severity.ERROR, message, place, hint))

    def flag(self, message: str, place: Place, hint: str | None = None) -> None:
        """Report what is in the graph all the same."""
        self.problems.append(Problem(Severity.FLAG, message, place, hint))
