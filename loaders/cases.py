"""The cases of a program's project as participants: their variables, and the interviews that each gave."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold
from graphmodel.records import Interview, Participant
from loaders import vocabulary
from loaders.dates import NotADateError, iso_date
from loaders.distinct import Distinct
from loaders.identity import holds_mail, looks_like
from loaders.refi_names import CONSENT, DATE, DURATION, INTERVIEWER, MODE, QUOTE_CONSENT, SEQUENCE
from loaders.tables import several

_OF_INTERVIEWS = frozenset({DATE, SEQUENCE, MODE, DURATION, INTERVIEWER})
_IDENTITY_HINT = "What says who somebody is stays out; if it says nothing, list it in study.yaml under attributes"


@dataclass(slots=True)
class _Person:
    name: str
    place: Place
    values: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Given:
    """A source: who gave it, and what is said of it."""

    place: Place
    givers: dict[Hashable, None] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


class Cases:
    """Cases by the program's own keys, sources by their names in the records. What is said of a source and is nothing
    of an interview belongs to whoever gave it: its one case, else a participant called as the source is."""

    def __init__(self, place: Place, declared: tuple[str, ...] = ()) -> None:
        """`declared` are variables that the study says are no identity, whatever they are called."""
        self._place = place
        self._declared = frozenset(map(fold, declared))
        self._names = Distinct()
        self._people: dict[Hashable, _Person] = {}
        self._keys: dict[str, Hashable] = {}
        self._sources: dict[str, _Given] = {}

    def add(self, key: Hashable, name: str | None, place: Place) -> str:
        """Add a case; gives the name it has in the records."""
        named = self._names.name(" ".join((name or "").split()) or "case without a name")
        self._people[key] = _Person(named, place)
        self._keys[fold(named)] = key
        return named

    def __contains__(self, key: Hashable) -> bool:
        return key in self._people

    def name(self, key: Hashable) -> str:
        """What a case is called in the records."""
        return self._people[key].name

    def names(self) -> list[str]:
        """What the cases are called, in order."""
        return [person.name for person in self._people.values()]

    def set(self, key: Hashable, variable: str, value: str) -> None:
        """Give a case the value of a variable."""
        self._people[key].values[variable] = value

    def set_of_source(self, source: str, variable: str, value: str, place: Place) -> None:
        """Give a source the value of a variable."""
        self._sources.setdefault(source, _Given(place)).values[variable] = value

    def link(self, key: Hashable, source: str, place: Place) -> None:
        """Say that a source, or a part of it, belongs to a case."""
        self._sources.setdefault(source, _Given(place)).givers.setdefault(key)

    def add_source(self, source: str, place: Place) -> None:
        """Say that there is a source, for those that have no words to make them an interview."""
        self._sources.setdefault(source, _Given(place))

    def records(self) -> Iterator[Participant | Interview | Problem]:
        """The participants with the attributes that may be kept, and the interviews with all who gave each."""
        for name, given in self._sources.items():
            yield from self._give_values(name, given)
        refused = dict(self._refused())
        for variable, what in refused.items():
            message = f"the variable `{variable}` looks like {what} and is left out"
            yield Problem(Severity.FLAG, message, self._place, _IDENTITY_HINT)
        for person in self._people.values():
            yield from self._participant(person, refused)
        for name, given in self._sources.items():
            yield self._interview(name, given)

    def _give_values(self, source: str, given: _Given) -> Iterator[Problem]:
        values = {name: value for name, value in given.values.items() if fold(name) not in _OF_INTERVIEWS}
        if not values:
            return
        if len(given.givers) > 1:
            message = f"`{source}` belongs to several cases, and its variables are left out: {', '.join(values)}"
            yield Problem(Severity.FLAG, message, given.place, "Give the variables to the cases")
            return
        if not given.givers:
            given.givers[self._called(source, given.place)] = None
        person = self._people[next(iter(given.givers))]
        for variable, value in values.items():
            person.values.setdefault(variable, value)

    def _called(self, source: str, place: Place) -> Hashable:
        """The key of the case that is called as a source is, else of a participant made for it."""
        if fold(source) not in self._keys:
            self.add(("source", source), source, place)
        return self._keys[fold(source)]

    def _refused(self) -> Iterator[tuple[str, str]]:
        variables: dict[str, bool] = {}
        for person in self._people.values():
            for variable, value in person.values.items():
                variables[variable] = variables.get(variable, False) or holds_mail(value)
        for variable, mail in variables.items():
            what = looks_like(variable) or ("an e-mail address" if mail else None)
            if what and fold(variable) not in self._declared:
                yield variable, what

    def _participant(self, person: _Person, refused: Mapping[str, str]) -> Iterator[Participant | Problem]:
        kept = {name: value for name, value in person.values.items() if name not in refused}
        consents: dict[str, Any] = {}
        for variable, values in ((CONSENT, vocabulary.CONSENT), (QUOTE_CONSENT, vocabulary.QUOTE_CONSENT)):
            held = next((name for name in kept if "_".join(fold(name).split()) == variable), None)
            known = vocabulary.known(kept[held], values) if held else None
            if held and known:
                kept.pop(held)
                consents[variable] = known
            elif held:
                message, hint = vocabulary.unknown(variable.replace("_", " "), kept[held], values)
                yield Problem(Severity.FLAG, f"{message}; it is kept as an attribute", person.place, hint)
        yield Participant(name=person.name, attributes=tuple(kept.items()), place=person.place, **consents)

    def _interview(self, name: str, given: _Given) -> Interview:
        values = {fold(variable): value for variable, value in given.values.items()}
        sequence, duration = values.get(SEQUENCE, ""), values.get(DURATION, "")
        return Interview(
            name=name,
            participants=tuple(self._people[key].name for key in given.givers),
            date=_date(values.get(DATE, "")),
            sequence=int(sequence) if sequence.isdecimal() else None,
            mode=values.get(MODE),
            duration_min=float(duration) if duration.replace(".", "", 1).isdecimal() else None,
            interviewers=several(values.get(INTERVIEWER, ""), None),
            place=given.place,
        )


def _date(written: str) -> str | None:
    try:
        return iso_date(written)
    except NotADateError:
        return None
