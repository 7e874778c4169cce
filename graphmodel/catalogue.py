"""What the names in a study mean: concepts by id, name, path or former name, and the other things a link can name.

A catalogue is read from the graph at the start of a command and laid over with what the command's documents
define, so that every name is resolved against the whole study, whatever the order of loading.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graphmodel.claims import TOOL_RANK
from graphmodel.names import fold, fold_interview
from graphmodel.schema import Label, key, label_of, local

PATH_SEPARATOR = ">"


class AmbiguousName(Exception):
    """A name that stands for several concepts; `paths` are the ones that would not."""

    def __init__(self, name: str, paths: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.paths = paths


@dataclass(slots=True)
class Entry:
    """A concept as the catalogue knows it. `documents` are the numbers of the codebooks that define it;
    `parent_names` are what its parents are called, the first-named first. Once a catalogue is connected, `parents` are
    their keys, and `name_path` holds the names from the outermost first-named ancestor down to its own."""

    key: str
    name: str
    documents: frozenset[int]
    parent_names: tuple[str, ...] = ()
    level: str | None = None
    parents: tuple[str, ...] = ()
    name_path: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    guids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """What a retired concept was merged into, and the folded names, its own first, that lead there."""

    into: str
    names: tuple[str, ...]


@dataclass(slots=True)
class Catalogue:
    """The names of one study. `known` holds, for each label, the identities that documents define: each with the name
    that each document gives it. `merged` holds what became of retired concepts, by identity."""

    study: str
    concepts: dict[str, Entry] = field(default_factory=dict)
    known: dict[Label, dict[str, dict[int, str]]] = field(default_factory=dict)
    merged: dict[str, Merged] = field(default_factory=dict)
    _index: dict[str, list[str]] | None = None
    _targets: dict[str, str] | None = None

    def copy(self) -> Catalogue:
        """A catalogue that can be changed without changing this one."""
        known = {
            label: {identity: dict(names) for identity, names in things.items()} for label, things in self.known.items()
        }
        return Catalogue(self.study, dict(self.concepts), known, dict(self.merged))

    def define_concept(self, entry: Entry) -> None:
        """Add a concept; where its key is there already, both documents define it: the study folder's words count
        before a tool's, else this entry's."""
        held = self.concepts.get(entry.key)
        if held:
            words = held if min(held.documents) < TOOL_RANK <= min(entry.documents) else entry
            entry = replace(
                words,
                documents=held.documents | entry.documents,
                former_names=_together(words.former_names, held.former_names, entry.former_names),
                guids=_together(words.guids, held.guids, entry.guids),
            )
        self.concepts[entry.key] = entry
        self._index = None

    def define(self, label: Label, identity: str, document: int, name: str) -> None:
        """Add something other than a concept that a document defines."""
        self.known.setdefault(label, {}).setdefault(identity, {})[document] = name

    def merge(self, name: str, into: str, aliases: Iterable[str] = ()) -> None:
        """Let a retired concept's name, and the other names it had, lead to the concept it was merged into."""
        names = dict.fromkeys(map(fold, (name, *aliases)))
        self.merged[fold(name)] = Merged(into, tuple(names))
        self._targets = None

    def connect(self) -> None:
        """Find every concept's parents by what they are called, and the path to each concept.

        A parent may be named by its path: so again, with the paths found, until nothing changes.
        """
        for entry in self.concepts.values():
            self.concepts[entry.key] = replace(entry, parents=(), name_path=_written_path(entry))
        for _ in range(len(self.concepts)):
            self._index = None
            connected = {entry.key: self._with_parents(entry) for entry in self.concepts.values()}
            connected = {entry.key: replace(entry, name_path=_path(entry, connected)) for entry in connected.values()}
            if connected == self.concepts:
                return
            self.concepts = connected
        self._index = None

    def _with_parents(self, entry: Entry) -> Entry:
        found = (self.meaning(name) for name in entry.parent_names)
        return replace(entry, parents=tuple(dict.fromkeys(parent for parent in found if parent)))

    def meaning(self, name: str) -> str | None:
        """The key of the concept, defined or not, that a name stands for; None where it stands for several."""
        try:
            return self.concept(name)
        except AmbiguousName:
            return None

    def forget(self, document: int) -> None:
        """Take out what one document defines and no other does."""
        for entry in list(self.concepts.values()):
            if document in entry.documents:
                self._forget_concept(entry, document)
        for label, things in self.known.items():
            for identity in [each for each, names in things.items() if document in names]:
                things[identity].pop(document)
                if not things[identity]:
                    things.pop(identity)
                    if label is Label.RETIRED_CONCEPT:
                        self.merged.pop(identity, None)
                        self._targets = None
        self._index = None

    def _forget_concept(self, entry: Entry, document: int) -> None:
        left = entry.documents - {document}
        if left:
            self.concepts[entry.key] = replace(entry, documents=left)
        else:
            self.concepts.pop(entry.key)

    def definers(self, label: Label, identity: str) -> Collection[int]:
        """The numbers of the documents that define something."""
        if label is Label.CONCEPT:
            entry = self.concepts.get(key(self.study, label, identity))
            return entry.documents if entry else ()
        return self.identities(label).get(identity, {})

    def identities(self, label: Label) -> dict[str, dict[int, str]]:
        """What documents define under a label: identity to the name each document gives."""
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
        """The key of the defined concept that a name stands for, or None."""
        found = self._indexed().get(fold_path(name), [])
        if len(found) > 1:
            raise AmbiguousName(name, [" > ".join(self.concepts[each].name_path) for each in found])
        if found:
            return found[0]
        into = self.merged_into(name)
        return self.concept(into) if into else None

    def merged_into(self, name: str) -> str | None:
        """The name at the end of the merges that a retired concept's name leads along; None for any other name, and
        where they run in a circle."""
        targets = self._merges()
        passed: list[str] = []
        while fold(name) in targets and fold_path(name) not in self._indexed():
            if fold(name) in passed:
                return None
            passed.append(fold(name))
            name = targets[fold(name)]
        return name if passed else None

    def is_merged(self, name: str) -> bool:
        """Whether a retired concept that was merged into another had this name."""
        return fold(name) in self._merges()

    def _merges(self) -> dict[str, str]:
        if self._targets is None:
            self._targets = {each: merged.into for merged in self.merged.values() for each in merged.names}
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
        """Whether some document defines what a key stands for."""
        return target_key in self.concepts or local(target_key) in self.identities(label_of(target_key))

    def participant_of(self, interview: str) -> str | None:
        """The key of the participant whose pseudonym an interview's folded name begins with, the longest such one."""
        fits = [
            (len(start), identity)
            for identity in self.identities(Label.PARTICIPANT)
            if _begins_with(interview, start := fold_interview(identity))
        ]
        return key(self.study, Label.PARTICIPANT, max(fits)[1]) if fits else None

    def names_of(self, entry: Entry) -> Iterator[str]:
        """Every folded name that may stand for a concept, its identity first."""
        yield local(entry.key)
        yield fold(entry.name)
        for parts in _tails(entry.name_path):
            yield fold_path(PATH_SEPARATOR.join(parts))
        yield from map(fold, (*entry.former_names, *entry.guids))

    def _as(self, kind: str, name: str) -> str | None:
        if kind == "concept":
            return self.defined_concept(name)
        identity, label = _FOLD_OF_LINK[kind](name), _LABEL_OF_LINK[kind]
        return key(self.study, label, identity) if identity in self.identities(label) else None

    def _indexed(self) -> dict[str, list[str]]:
        if self._index is None:
            self._index = _index(self.concepts.values())
        return self._index


_LABEL_OF_LINK = {
    "concept": Label.CONCEPT,
    "interview": Label.INTERVIEW,
    "reference": Label.REFERENCE,
    "memo": Label.MEMO,
    "proposition": Label.PROPOSITION,
    "participant": Label.PARTICIPANT,
}
_FOLD_OF_LINK = {kind: fold_interview if kind == "interview" else fold for kind in _LABEL_OF_LINK}


def written_link(name: str, to: str | None) -> str:
    """A memo's link as it is kept: its folded name, after the kind that it says it means."""
    return f"{to}:{fold_path(name)}" if to else fold_path(name)


def read_link(written: str) -> tuple[str, str | None]:
    """The name and the kind of a link that `written_link` kept."""
    to, colon, name = written.partition(":")
    return (name, to) if colon and to in _LABEL_OF_LINK else (written, None)


def fold_path(name: str) -> str:
    """A name or a path `A > B` folded part by part, so that `a>B ` and `A > b` are one."""
    return " > ".join(fold(part) for part in name.split(PATH_SEPARATOR))


def _index(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Names in tiers: an identity outranks a name, a name a path, a path a former name."""
    tiers: list[dict[str, list[str]]] = [{}, {}, {}, {}]
    for entry in entries:
        _put(tiers[0], local(entry.key), entry.key)
        _put(tiers[1], fold_path(entry.name), entry.key)
        for parts in _tails(entry.name_path):
            _put(tiers[2], fold_path(PATH_SEPARATOR.join(parts)), entry.key)
        for former in (*entry.former_names, *entry.guids):
            _put(tiers[3], fold_path(former), entry.key)
    index: dict[str, list[str]] = {}
    for tier in reversed(tiers):
        index.update(tier)
    return index


def _put(tier: dict[str, list[str]], name: str, entry_key: str) -> None:
    found = tier.setdefault(name, [])
    if entry_key not in found:
        found.append(entry_key)


def _begins_with(interview: str, start: str) -> bool:
    """Whether a folded interview begins with a folded pseudonym, and not with a longer one: `jo1` is Jo's."""
    rest = interview[len(start) :]
    ends = not rest or rest[0] == "-" or (rest[0].isdecimal() and not start[-1:].isdecimal())
    return interview.startswith(start) and ends


def _together(*parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for part in parts for each in part))


def _written_path(entry: Entry) -> tuple[str, ...]:
    """The path as far as a concept's own row tells it."""
    above = entry.parent_names[0].split(PATH_SEPARATOR) if entry.parent_names else ()
    return (*(part.strip() for part in above), entry.name)


def _path(entry: Entry, concepts: Mapping[str, Entry]) -> tuple[str, ...]:
    path: list[str] = []
    passed: set[str] = set()
    while entry.key not in passed:
        passed.add(entry.key)
        above = concepts.get(entry.parents[0]) if entry.parents else None
        if above is None:
            return (*_written_path(entry), *path)
        path.insert(0, entry.name)
        entry = above
    return tuple(path)


def _tails(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (path[start:] for start in range(len(path) - 1))
