"""What a document needs to know of its study while its records become claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphmodel.catalogue import AmbiguousName, Catalogue, fold_path
from graphmodel.claims import Claims, Properties
from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold, fold_interview, fold_person
from graphmodel.schema import Label, key, local

UNNAMED = "unnamed"
"""The coder of a row that names none in a study that has not exactly one researcher."""


@dataclass(slots=True)
class Context:
    """One document on its way into the graph: its study, its number, what names mean, what was found wrong."""

    study: str
    number: int
    path: str
    catalogue: Catalogue
    default_coder: str = UNNAMED
    problems: list[Problem] = field(default_factory=list)
    claims: Claims = field(default_factory=Claims)
    _concepts: dict[str, tuple[str, Properties]] = field(default_factory=dict)

    def key(self, label: Label, identity: str) -> str:
        """The key of a node of this study."""
        return key(self.study, label, identity)

    def concept(self, name: str, place: Place) -> tuple[str, Properties]:
        """The key of a named concept, mentioned, and the properties that a relationship to it has for being so
        named."""
        if name not in self._concepts:
            self._concepts[name] = self._resolve(name, place)
        return self._concepts[name]

    def _resolve(self, name: str, place: Place) -> tuple[str, Properties]:
        try:
            target = self.catalogue.concept(name)
        except AmbiguousName as ambiguous:
            self.error(
                f"`{name}` is the name of {len(ambiguous.paths)} concepts",
                place,
                "Write one of: " + "; ".join(ambiguous.paths),
            )
            target = self.catalogue.undefined(name)
        if not self.catalogue.knows(target):
            self.flag(
                f"`{name}` is not in the codebook",
                place,
                "It is kept as an undefined concept; add it to the codebook, or mend the spelling",
            )
        self.claims.mention(target, name)
        return target, named(name, target)

    def researcher(self, name: str) -> str:
        """The key of a researcher, mentioned."""
        return self.claims.mention(self.key(Label.RESEARCHER, fold_person(name)), name)

    def interview(self, name: str) -> str:
        """The key of an interview, mentioned."""
        return self.claims.mention(self.key(Label.INTERVIEW, fold_interview(name)), name)

    def mention(self, label: Label, name: str, place: Place) -> str:
        """The key of a participant, memo, reference or proposition, mentioned; reported where nothing defines it."""
        target = self.claims.mention(self.key(label, fold(name)), name)
        if not self.catalogue.knows(target):
            self.flag(f"there is no {label.lower()} `{name}`", place, f"Add the {label.lower()}, or mend the name")
        return target

    def error(self, message: str, place: Place, hint: str | None = None) -> None:
        """Report what keeps the document out."""
        self.problems.append(Problem(Severity.ERROR, message, place, hint))

    def flag(self, message: str, place: Place, hint: str | None = None) -> None:
        """Report what is loaded all the same."""
        self.problems.append(Problem(Severity.FLAG, message, place, hint))


def named(name: str, target: str) -> Properties:
    """`{"named": […]}` where a name is not its target's own identity: the name by which the target is found again."""
    return named_all((fold_path(name),), target)


def named_all(names: Sequence[str], target: str) -> Properties:
    """The same for all the folded names that one document calls a target by."""
    return {} if list(names) == [local(target)] else {"named": list(names)}
