"""What the parts of a REFI-QDA project have in common while it is written: GUIDs, variables, notes and links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graphmodel.export.refi_xml import Element, element, guid, worded
from graphmodel.export.written import Exported

_INTEGER = "Integer"
_TEXT = "Text"


@dataclass(slots=True)
class RefiProject:
    """A project in the making. `guids` are those of the nodes by key; `about` the GUIDs of the notes on each."""

    exported: Exported
    utf16: bool = False
    guids: dict[str, str] = field(default_factory=dict)
    about: dict[str, list[str]] = field(default_factory=dict)
    notes: list[Element] = field(default_factory=list)
    links: dict[str, Element] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)

    def note_refs(self, key: str) -> Iterator[Element]:
        """The references to the notes on a node."""
        return (element("NoteRef", targetGUID=note) for note in self.about.get(key, ()))

    def link(self, name: str, origin: str, target: str, note: str | None = None, apart: object = "") -> str:
        """Draw a link between two GUIDs, once. Returns its own GUID; `apart` tells links that are alike apart."""
        own = guid("Link", name, origin, target, apart)
        self.links[own] = element(
            "Link",
            element("NoteRef", targetGUID=note) if note else None,
            guid=own,
            name=name or None,
            direction="OneWay",
            originGUID=origin,
            targetGUID=target,
        )
        return own

    def value(self, variable: str, value: str | None) -> Element | None:
        """What a variable is for something; None where there is nothing to say."""
        if value in (None, ""):
            return None
        kind = self.variables.setdefault(variable, _TEXT)
        return element(
            "VariableValue",
            element("VariableRef", targetGUID=guid("Variable", variable)),
            worded("IntegerValue" if kind == _INTEGER else "TextValue", value),
        )

    def whole_numbers(self, variable: str) -> None:
        """Say that a variable holds whole numbers, before its first value."""
        self.variables[variable] = _INTEGER

    def variable_elements(self) -> list[Element]:
        """The variables that have values, by name."""
        return [
            element("Variable", guid=guid("Variable", name), name=name, typeOfVariable=kind)
            for name, kind in sorted(self.variables.items())
        ]
