"""The cases of a REFI-QDA project, with their variables and the sources that belong to each."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.errors import Place
from loaders.cases import Cases
from loaders.refi_codings import Project, code_of
from loaders.refi_sources import SourceText
from loaders.refi_xml import Element, attribute, child, children, guid_of, local, text_of


def read_cases(project: Project, sources: list[SourceText], declared: tuple[str, ...] = ()) -> Cases:
    """The cases with a name; those without one say something of their sources. `project.cases` is filled with what
    each is called, by its GUID."""
    reader = _Reader(project, sources, Cases(project.package.place(), declared))
    reader.run()
    return reader.cases


class _Reader:
    def __init__(self, project: Project, sources: list[SourceText], cases: Cases) -> None:
        self.project, self.sources, self.cases = project, sources, cases
        self.root = project.package.root
        self.variables = {guid_of(each): attribute(each, "name") for each in _all(self.root, "Variables", "Variable")}
        self.by_guid = {guid: source for source in sources for guid in source.guids}
        self.by_selection = {
            selection.guid: source for source in sources for selection in source.selections if selection.guid
        }

    def run(self) -> None:
        elements = list(_all(self.root, "Cases", "Case"))
        for number, element in enumerate(elements):
            if codes := sum(1 for _ in children(element, "CodeRef")):
                self.project.count("codes put to a case as a whole, which have no place", codes)
            if name := " ".join(attribute(element, "name").split()):
                self._named(element, guid_of(element) or f"#{number}", name)
        self._coded_to_cases()
        for element in elements:
            if not attribute(element, "name").strip():
                self._nameless(element)
        for source in self.sources:
            for variable, value in self._values(source.element).items():
                self.cases.set_of_source(source.name, variable, value, self._place(source))
            if not source.stored or not source.stored.text.strip():
                self.cases.add_source(source.name, self._place(source))

    def _place(self, source: SourceText) -> Place:
        return self.project.package.place(f"source {source.name}")

    def _named(self, element: Element, guid: str, name: str) -> None:
        self.project.cases[guid] = self.cases.add(guid, name, self.project.package.place(f"case {name}"))
        for variable, value in self._values(element).items():
            self.cases.set(guid, variable, value)
        for source in self._sources_of(element):
            self.cases.link(guid, source.name, self._place(source))

    def _sources_of(self, element: Element) -> Iterator[SourceText]:
        for reference in children(element, "SourceRef", "SelectionRef"):
            known = self.by_guid if local(reference) == "SourceRef" else self.by_selection
            if source := known.get(guid_of(reference, "targetGUID")):
                yield source
            else:
                self.project.count("references of cases that lead to nothing in the project")

    def _coded_to_cases(self) -> None:
        """Some programs code words to a case as they code them to a code."""
        for source in self.sources:
            for element in (source.element, *(each for selection in source.selections for each in selection.elements)):
                for coding in children(element, "Coding"):
                    if code_of(coding) in self.project.cases:
                        self.cases.link(code_of(coding), source.name, self._place(source))

    def _nameless(self, element: Element) -> None:
        values, sources = self._values(element), list(self._sources_of(element))
        if values and not sources:
            self.project.count("variables of cases without name and without source, which are left out", len(values))
        for source in sources:
            for variable, value in values.items():
                self.cases.set_of_source(source.name, variable, value, self._place(source))

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


def _all(root: Element, holder: str, name: str) -> Iterator[Element]:
    return children(child(root, holder), name)
