"""Cases of a REFI-QDA project as participants, with their variables, and the interviews that each gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graphmodel.errors import Problem, Severity
from graphmodel.names import fold
from graphmodel.records import Interview, Participant
from loaders import vocabulary
from loaders.dates import NotADateError, iso_date
from loaders.distinct import Distinct
from loaders.identity import holds_mail, looks_like
from loaders.refi_codings import Project, code_of
from loaders.refi_names import CONSENT, DATE, DURATION, INTERVIEWER, MODE, QUOTE_CONSENT, SEQUENCE
from loaders.refi_sources import SourceText
from loaders.refi_xml import Element, attribute, child, children, guid_of, local, text_of

_OF_INTERVIEWS = {DATE, SEQUENCE, MODE, DURATION, INTERVIEWER}
_IDENTITY_HINT = "What says who somebody is stays out of the graph; name the variable otherwise if it says nothing"


@dataclass(slots=True)
class _Person:
    """A participant in the making: values by the variable's name."""

    name: str
    place: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Cases:
    """The participants of a project and its interviews, and the participant that each case's GUID means."""

    participants: list[Participant] = field(default_factory=list)
    interviews: list[Interview] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_cases(project: Project, sources: list[SourceText]) -> Cases:
    """Cases with a name are participants; variables of a nameless case, or of a source, are those of whoever gave the
    source: the one case that it belongs to, else a participant called as the source is."""
    return _Reader(project, sources).run()


class _Reader:
    def __init__(self, project: Project, sources: list[SourceText]) -> None:
        self.project, self.sources = project, sources
        self.root = project.package.root
        self.variables = {guid_of(each): attribute(each, "name") for each in _all(self.root, "Variables", "Variable")}
        self.by_guid = {guid: source for source in sources for guid in source.guids}
        self.by_selection = {
            selection.guid: source for source in sources for selection in source.selections if selection.guid
        }
        self.cases = Cases()
        self.people: dict[str, _Person] = {}
        self.givers: dict[str, dict[str, _Person]] = {}

    def run(self) -> Cases:
        elements = list(_all(self.root, "Cases", "Case"))
        names = Distinct()
        for element in elements:
            if name := " ".join(attribute(element, "name").split()):
                self._named(element, names.name(name))
        self._coded_to_cases()
        for element in elements:
            if not attribute(element, "name").strip():
                self._nameless(element)
        of_sources = {source.name: self._source_variables(source) for source in self.sources}
        self.cases.participants = list(self._participants())
        self.cases.interviews = list(self._interviews(of_sources))
        return self.cases

    def _named(self, element: Element, name: str) -> None:
        person = self.people[fold(name)] = _Person(name, f"case {name}", self._values(element))
        self.cases.names[guid_of(element)] = name
        for source in self._sources_of(element):
            self._gave(person, source)

    def _gave(self, person: _Person, source: str) -> None:
        self.givers.setdefault(source, {}).setdefault(fold(person.name), person)

    def _sources_of(self, element: Element) -> Iterator[str]:
        for reference in children(element, "SourceRef", "SelectionRef"):
            known = self.by_guid if local(reference) == "SourceRef" else self.by_selection
            if source := known.get(guid_of(reference, "targetGUID")):
                yield source.name
            else:
                self.project.count("references of cases that lead to nothing in the project")

    def _coded_to_cases(self) -> None:
        """Some programs code words to a case as they code them to a code."""
        for source in self.sources:
            for element in (source.element, *(each for selection in source.selections for each in selection.elements)):
                for coding in children(element, "Coding"):
                    if name := self.cases.names.get(code_of(coding)):
                        self._gave(self.people[fold(name)], source.name)

    def _nameless(self, element: Element) -> None:
        values = self._values(element)
        names = list(dict.fromkeys(self._sources_of(element)))
        if not values:
            return
        if not names:
            self.project.count("variables of cases without name and without source, which are left out", len(values))
        for name in names:
            self._give(name, values)

    def _source_variables(self, source: SourceText) -> dict[str, str]:
        """What is said of the interview; the rest goes to whoever gave it."""
        values = self._values(source.element)
        rest = {name: value for name, value in values.items() if fold(name) not in _OF_INTERVIEWS}
        if rest:
            self._give(source.name, rest)
        return {fold(name): value for name, value in values.items() if fold(name) in _OF_INTERVIEWS}

    def _give(self, source: str, values: Mapping[str, str]) -> None:
        givers = list(self.givers.get(source, {}).values())
        if len(givers) > 1:
            self.project.count("variables of sources that several cases share, which are left out", len(values))
            return
        if not givers:
            givers = [self.people.setdefault(fold(source), _Person(source, f"source {source}"))]
            self._gave(givers[0], source)
        for name, value in values.items():
            givers[0].values.setdefault(name, value)

    def _values(self, element: Element) -> dict[str, str]:
        values = {}
        for each in children(element, "VariableValue"):
            reference = child(each, "VariableRef")
            name = self.variables.get(guid_of(reference, "targetGUID"), "") if reference is not None else ""
            value = next((text for held in each if (text := text_of(each, local(held))) and held is not reference), "")
            if name and value:
                values[name] = value
            elif value:
                self.project.count("values of variables that the project does not hold, which are left out")
        return values

    def _participants(self) -> Iterator[Participant]:
        for person in self.people.values():
            consents = {
                "consent": self._consent(person, CONSENT, vocabulary.CONSENT),
                "quote_consent": self._consent(person, QUOTE_CONSENT, vocabulary.QUOTE_CONSENT),
            }
            known = {field: value for field, value in consents.items() if value}
            place = self.project.package.place(person.place)
            yield Participant(person.name, **known, attributes=tuple(self._attributes(person)), place=place)

    def _consent(self, person: _Person, name: str, values: tuple[str, ...]) -> str | None:
        """The consent that a variable of this name gives; with another value it stays an attribute."""
        held = next((each for each in person.values if "_".join(fold(each).split()) == name), None)
        known = vocabulary.known(person.values[held], values) if held else None
        if held and known:
            person.values.pop(held)
        elif held:
            message, hint = vocabulary.unknown(name.replace("_", " "), person.values[held], values)
            place = self.project.package.place(person.place)
            self.cases.problems.append(Problem(Severity.FLAG, f"{message}; it is kept as an attribute", place, hint))
        return known

    def _attributes(self, person: _Person) -> Iterator[tuple[str, str]]:
        for name, value in person.values.items():
            what = looks_like(name) or ("an e-mail address" if holds_mail(value) else None)
            if what is None:
                yield name, value
            else:
                message = f"the variable `{name}` looks like {what} and is left out"
                problem = Problem(Severity.FLAG, message, self.project.package.place(), _IDENTITY_HINT)
                if problem not in self.cases.problems:
                    self.cases.problems.append(problem)

    def _interviews(self, of_sources: Mapping[str, Mapping[str, str]]) -> Iterator[Interview]:
        """An interview for each source of which something is known, or whose words are not there to make it one; one
        record a giver, at one place, where several people gave it."""
        for source in self.sources:
            givers = [person.name for person in self.givers.get(source.name, {}).values()]
            values = of_sources[source.name]
            if givers or values or not (source.stored and source.stored.text.strip()):
                interview = _interview(source.name, values)
                interview = replace(interview, place=self.project.package.place(f"source {source.name}"))
                yield from (replace(interview, participant=giver) for giver in (*givers,) or (None,))


def _interview(name: str, values: Mapping[str, str]) -> Interview:
    return Interview(
        name,
        date=_date(values.get(DATE, "")),
        sequence=int(values[SEQUENCE]) if values.get(SEQUENCE, "").isdecimal() else None,
        mode=values.get(MODE),
        duration_min=_number(values.get(DURATION, "")),
        interviewer=values.get(INTERVIEWER),
    )


def _date(written: str) -> str | None:
    try:
        return iso_date(written)
    except NotADateError:
        return None


def _number(written: str) -> float | None:
    return float(written) if written.replace(".", "", 1).isdecimal() else None


def _all(root: Element, holder: str, name: str) -> Iterator[Element]:
    return children(child(root, holder), name)
