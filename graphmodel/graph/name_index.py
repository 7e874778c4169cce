"""The meaning of names in a study: concepts by id, name, path or former name, and all else that a name can stand for.

An index is made anew from all documents of a study, so that a name is resolved against the whole of it, whatever the
order of loading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graphmodel.errors import Problem
from graphmodel.graph.concept_paths import fold_path, tails, walked_path, written_path
from graphmodel.names import fold, fold_interview
from graphmodel.schema import Label, key, label_of, local
from graphmodel.turns import People

UNNAMED_CODER = "unnamed"
"""The coder of a row that names none, in a study that has not exactly one researcher."""


class AmbiguousName(Exception):
    """A name that stands for several concepts; `paths` are the ones that would not."""

    def __init__(self, name: str, paths: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.paths = paths


@dataclass(frozen=True, slots=True)
class ConceptEntry:
    """A concept as a codebook defines it. `parent_names` are what its parents are called, the first-named first. Once
    an index is connected, `parents` are their keys, and `path` holds the names from the outermost first-named ancestor
    down to its own."""

    key: str
    name: str
    parent_names: tuple[str, ...] = ()
    level: str | None = None
    former_names: tuple[str, ...] = ()
    guids: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """The name that a retired concept was merged into, and the folded names, its own first, that lead there."""

    into: str
    names: tuple[str, ...]


@dataclass(slots=True)
class NameIndex:
    """The names of one study. `known` holds, for each label but Concept, the identities that documents define, with
    their names; `merges` what became of retired concepts, by identity; `people` those whose names open turns, with
    their roles; `text_attributes` the properties of participants' attributes that are not all numbers; `transcripts`
    the key of the document whose words count, by interview."""

    study: str
    concepts: dict[str, ConceptEntry] = field(default_factory=dict)
    known: dict[Label, dict[str, str]] = field(default_factory=dict)
    merges: dict[str, Merge] = field(default_factory=dict)
    text_attributes: set[str] = field(default_factory=set)
    transcripts: dict[str, str] = field(default_factory=dict)
    people: People = ()
    levels: tuple[str, ...] = ()
    coder: str = UNNAMED_CODER
    problems: list[Problem] = field(default_factory=list)
    _tiers: dict[str, list[str]] | None = None
    _targets: dict[str, str] | None = None

    def define_concept(self, entry: ConceptEntry) -> None:
        """Add a concept. Where it is there already, what was said first counts, and all its other names lead to it."""
        there = self.concepts.get(entry.key)
        if there:
            entry = replace(
                there,
                former_names=_united(there.former_names, entry.former_names),
                guids=_united(there.guids, entry.guids),
            )
        self.concepts[entry.key] = entry
        self._tiers = None

    def define(self, label: Label, identity: str, name: str) -> None:
        """Add something other than a concept."""
        self.known.setdefault(label, {}).setdefault(identity, name)

    def merge(self, name: str, into: str, aliases: Iterable[str] = ()) -> None:
        """Let a retired concept's name, and the other names it had, lead to the concept it was merged into."""
        names = dict.fromkeys(map(fold, (name, *aliases)))
        self.merges.setdefault(fold(name), Merge(into, tuple(names)))
        self._targets = None

    def connect(self) -> None:
        """Find every concept's parents by what they are called, and the path to each concept.

        A parent may be named by its path: so again, with the paths found, until nothing changes.
        """
        for entry in self.concepts.values():
            self.concepts[entry.key] = replace(entry, parents=(), path=written_path(entry.name, entry.parent_names))
        for _ in range(len(self.concepts)):
            self._tiers = None
            connected = {entry.key: self._with_parents(entry) for entry in self.concepts.values()}
            connected = {each: replace(entry, path=walked_path(entry, connected)) for each, entry in connected.items()}
            if connected == self.concepts:
                return
            self.concepts = connected
        self._tiers = None

    def _with_parents(self, entry: ConceptEntry) -> ConceptEntry:
        found = (self.meaning(name) for name in entry.parent_names)
        return replace(entry, parents=tuple(dict.fromkeys(parent for parent in found if parent)))

    def tree(self) -> dict[str, list[str]]:
        """The defined concepts with the defined ones that each is directly subsumed by."""
        concepts = self.concepts
        return {entry.key: [parent for parent in entry.parents if parent in concepts] for entry in concepts.values()}

    def meaning(self, name: str) -> str | None:
        """The key of the concept, defined or not, that a name stands for; None where it stands for several."""
        try:
            return self.concept(name)
        except AmbiguousName:
            return None

    def identities(self, label: Label) -> Mapping[str, str]:
        """The identities that documents define under a label, with their names."""
        return self.known.get(label, {})

    def concept(self, name: str) -> str:
        """The key of the concept that a name, id or path stands for; the key of an undefined one where nothing does.

        Raises AmbiguousName where the name stands for several.
        """
        return self.defined_concept(name) or self.undefined(name)

    def undefined(self, name: str) -> str:
        """The key that a name has while no codebook defines it."""
        return key(self.study, Label.CONCEPT, fold_path(name))

    def defined_concept(self, name: str) -> str | None:
        """The key of the defined concept that a name stands for, or None; raises AmbiguousName as `concept` does."""
        found = self._index().get(fold_path(name), [])
        if len(found) > 1:
            raise AmbiguousName(name, [" > ".join(self.concepts[each].path) for each in found])
        if found:
            return found[0]
        into = self.merged_into(name)
        return self.concept(into) if into else None

    def merged_into(self, name: str) -> str | None:
        """The name at the end of the merges that a retired concept's name leads along; None for any other name, and
        where they run in a circle."""
        targets = self._merge_targets()
        passed: list[str] = []
        while fold(name) in targets and fold_path(name) not in self._index():
            if fold(name) in passed:
                return None
            passed.append(fold(name))
            name = targets[fold(name)]
        return name if passed else None

    def is_merged(self, name: str) -> bool:
        """Tell whether a retired concept that was merged into another had this name."""
        return fold(name) in self._merge_targets()

    def _merge_targets(self) -> dict[str, str]:
        if self._targets is None:
            self._targets = {each: merged.into for merged in self.merges.values() for each in merged.names}
        return self._targets

    def revised(self, name: str) -> str:
        """The key of what a revision names: a retired concept of that name, a living one, else a retired one."""
        retired = key(self.study, Label.RETIRED_CONCEPT, fold(name))
        if fold(name) in self.identities(Label.RETIRED_CONCEPT):
            return retired
        return self.defined_concept(name) or retired

    def target(self, name: str, to: str | None = None) -> str:
        """The key of what a memo's link names: a concept, an interview, a reference, a memo, a proposition, a
        participant, in that order unless `to` says which; an undefined concept where there is none."""
        if to:
            return self._as(to, name) or key(self.study, _LABEL_OF_LINK[to], _FOLD_OF_LINK[to](name))
        found = (self._as(kind, name) for kind in _LABEL_OF_LINK)
        return next((each for each in found if each), self.undefined(name))

    def knows(self, target_key: str) -> bool:
        """Tell whether some document defines what a key stands for."""
        return target_key in self.concepts or local(target_key) in self.identities(label_of(target_key))

    def participant_of(self, interview: str) -> str | None:
        """The key of the participant whose pseudonym an interview's folded name begins with, the longest such one."""
        fits = [
            (len(start), identity)
            for identity in self.identities(Label.PARTICIPANT)
            if _begins_with(interview, start := fold_interview(identity))
        ]
        return key(self.study, Label.PARTICIPANT, max(fits)[1]) if fits else None

    def _as(self, kind: str, name: str) -> str | None:
        if kind == "concept":
            return self.defined_concept(name)
        identity, label = _FOLD_OF_LINK[kind](name), _LABEL_OF_LINK[kind]
        return key(self.study, label, identity) if identity in self.identities(label) else None

    def _index(self) -> dict[str, list[str]]:
        if self._tiers is None:
            self._tiers = _in_tiers(self.concepts.values())
        return self._tiers


_LABEL_OF_LINK = {
    "concept": Label.CONCEPT,
    "interview": Label.INTERVIEW,
    "reference": Label.REFERENCE,
    "memo": Label.MEMO,
    "proposition": Label.PROPOSITION,
    "participant": Label.PARTICIPANT,
}
_FOLD_OF_LINK = {kind: fold_interview if kind == "interview" else fold for kind in _LABEL_OF_LINK}


def _in_tiers(entries: Iterable[ConceptEntry]) -> dict[str, list[str]]:
    """Names in tiers: an identity outranks a name, a name a path, a path a former name."""
    tiers: list[dict[str, list[str]]] = [{}, {}, {}, {}]
    for entry in entries:
        for tier, names in zip(tiers, _names_of(entry), strict=True):
            for name in names:
                found = tier.setdefault(name, [])
                if entry.key not in found:
                    found.append(entry.key)
    index: dict[str, list[str]] = {}
    for tier in reversed(tiers):
        index.update(tier)
    return index


def _names_of(entry: ConceptEntry) -> Iterator[Iterable[str]]:
    yield (local(entry.key),)
    yield (fold_path(entry.name),)
    yield (fold_path(" > ".join(parts)) for parts in tails(entry.path))
    yield map(fold_path, (*entry.former_names, *entry.guids))


def _begins_with(interview: str, start: str) -> bool:
    """Tell whether a folded interview begins with a folded pseudonym, and not with a longer one: `jo1` is Jo's."""
    rest = interview[len(start) :]
    ends = not rest or rest[0] == "-" or (rest[0].isdecimal() and not start[-1:].isdecimal())
    return interview.startswith(start) and ends


def _united(*parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for part in parts for each in part))
