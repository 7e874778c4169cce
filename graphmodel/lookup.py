"""Finding what a name typed by hand stands for: case aside, by path where it is needed, with what was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.graph.concept_paths import fold_path
from graphmodel.names import fold, fold_interview
from graphmodel.schema import local
from graphmodel.statements import statement

CONCEPT = "concept"
RETIRED = "retired concept"
PARTICIPANT = "participant"
INTERVIEW = "interview"
MEMO = "memo"
MOST_SUGGESTIONS = 3
MOST_PATHS = 20


@dataclass(frozen=True)
class Named:
    """Something of a study that has a name. `parents` are keys, the first-named first."""

    kind: str
    key: str
    name: str
    title: str | None = None
    former_names: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names:
    """All that has a name in one study."""

    study: str
    things: Mapping[str, Named] = field(default_factory=dict)

    def find(self, name: str, *kinds: str) -> Named:
        """What a name stands for among things of these kinds: its key, its name in any case, a concept's path `A > B`,
        a memo's title, or a former name.

        Raises GraphmodelError where nothing has the name (with the names nearest to it), or several things have it.
        """
        for tier in (_identities, _names, self._paths, _former_names):
            found = {thing.key: thing for thing in self._of(kinds) if _folded(name, thing) in tier(thing)}
            living = [thing for thing in found.values() if thing.kind == kinds[0]] or list(found.values())
            if len(living) > 1:
                raise self._ambiguous(name, living)
            if living:
                return living[0]
        raise self._unknown(name, kinds)

    def of(self, *kinds: str) -> list[Named]:
        """Everything of these kinds, in order of name."""
        return sorted(self._of(kinds), key=lambda thing: (fold(thing.name), thing.key))

    def paths(self, key: str) -> list[tuple[str, ...]]:
        """The ways from an outermost concept down to one, as names; at most MOST_PATHS of them."""
        return list(self._ways(key, frozenset()))[:MOST_PATHS]

    def _ways(self, key: str, below: frozenset[str]) -> Iterator[tuple[str, ...]]:
        thing = self.things[key]
        parents = [parent for parent in thing.parents if parent in self.things and parent not in below]
        if not parents:
            yield (thing.name,)
        for parent in parents:
            for way in self._ways(parent, below | {key}):
                yield (*way, thing.name)

    def _of(self, kinds: Sequence[str]) -> list[Named]:
        return [thing for thing in self.things.values() if thing.kind in kinds]

    def _paths(self, thing: Named) -> set[str]:
        return self._tails.get(thing.key, set())

    @cached_property
    def _tails(self) -> dict[str, set[str]]:
        return {
            thing.key: {
                fold_path(" > ".join(way[start:])) for way in self.paths(thing.key) for start in range(len(way) - 1)
            }
            for thing in self._of((CONCEPT,))
        }

    def _ambiguous(self, name: str, found: Sequence[Named]) -> GraphmodelError:
        ways = sorted({" > ".join(way) for thing in found for way in self.paths(thing.key)[:1]})
        return GraphmodelError(
            f"`{name}` is the name of {len(found)} {found[0].kind}s in {self.study}",
            "name one of them: " + "; ".join(f"`{way}`" for way in ways),
        )

    def _unknown(self, name: str, kinds: Sequence[str]) -> GraphmodelError:
        near = nearest(name, (each for thing in self._of(kinds) for each in (thing.name, thing.title) if each))
        return GraphmodelError(
            f"there is no {kinds[0]} `{name}` in {self.study}",
            did_you_mean(near) or _hint_for(kinds[0], self.of(kinds[0])),
        )


def read_names(database: Database, study: str) -> Names:
    """All that has a name in a study, in one round trip."""
    rows = database.read(statement("read/names"), {"study": study})
    return Names(study, {row["key"]: _named(row) for row in rows})


def choose_study(database: Database, study: str | None) -> str:
    """The id of the study that is meant: the one named, or the only one there is.

    Raises GraphmodelError, with the studies that there are, where that tells none.
    """
    known = [row["study"] for row in database.read(statement("read/study_ids"))]
    if study in known:
        return str(study)
    if study is None and len(known) == 1:
        return str(known[0])
    if study is not None and fold(study) in map(fold, known):
        return str(next(each for each in known if fold(each) == fold(study)))
    raise _no_study(study, known)


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """The names most like one that is not known: spelled alike, or holding its words."""
    spelled: dict[str, str] = {}
    for each in known:
        spelled.setdefault(fold(each), each)
    near = get_close_matches(fold(name), spelled, n=MOST_SUGGESTIONS, cutoff=0.6)
    holding = [each for each in spelled if fold(name) in each and each not in near]
    return [spelled[each] for each in [*near, *holding][:MOST_SUGGESTIONS]]


def did_you_mean(near: Sequence[str]) -> str | None:
    """A hint that offers near names, or None where there are none."""
    return "did you mean " + " or ".join(f"`{each}`" for each in near) + "?" if near else None


def _named(row: Mapping[str, Any]) -> Named:
    return Named(
        row["kind"],
        row["key"],
        row["name"] or local(row["key"]),
        row["title"],
        tuple(row["formerNames"]),
        tuple(row["parents"]),
    )


def _folded(name: str, thing: Named) -> str:
    return fold_interview(name) if thing.kind == INTERVIEW else fold_path(name)


def _identities(thing: Named) -> set[str]:
    return {fold(thing.key), fold_path(local(thing.key))}


def _names(thing: Named) -> set[str]:
    if thing.kind == INTERVIEW:
        return {fold_interview(thing.name)}
    return {fold_path(each) for each in (thing.name, thing.title) if each}


def _former_names(thing: Named) -> set[str]:
    return set(map(fold_path, thing.former_names))


def _hint_for(kind: str, things: Sequence[Named]) -> str:
    if not things:
        return f"the study has no {kind}s yet"
    some = ", ".join(f"`{thing.name}`" for thing in things[:10])
    return f"the {kind}s begin with {some}" if len(things) > 10 else f"the {kind}s are {some}"


def _no_study(study: str | None, known: Sequence[str]) -> GraphmodelError:
    listed = ", ".join(f"`{each}`" for each in known)
    if not known:
        return GraphmodelError("there is no study in the graph", "load one: `graphmodel load FOLDER`")
    if study is None:
        return GraphmodelError(f"there are {len(known)} studies in the graph", f"say which with `--study`: {listed}")
    return GraphmodelError(f"there is no study `{study}`", did_you_mean(nearest(study, known)) or f"there are {listed}")
