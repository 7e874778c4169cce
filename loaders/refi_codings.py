"""The codings of a REFI-QDA project: selections put to the words, with who coded them and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graphmodel.errors import Place, Problem, Severity
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding
from loaders.offsets import Verdict
from loaders.refi_package import Package
from loaders.refi_sources import SELECTIONS, Selection, SourceText
from loaders.refi_xml import Element, attribute, child, children, date_of, fold_guid, guid_of, local, text_of


@dataclass(slots=True)
class Project:
    """What the parts of a project are called: users, codes and cases by GUID, the notes that codings alone refer to,
    and what was found that has no place. Beyond `room_for_words` characters in all, passages are kept by positions."""

    package: Package
    users: dict[str, str]
    codes: dict[str, str]
    cases: dict[str, str] = field(default_factory=dict)
    coding_notes: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    room_for_words: int = 100_000_000

    def count(self, what: str, number: int = 1) -> None:
        """Count something that is reported once, with its number, when all is read."""
        self.counts[what] = self.counts.get(what, 0) + number

    def user(self, *guids: str) -> str | None:
        """The name of the first of these users that is known."""
        return next((self.users[fold_guid(guid)] for guid in guids if fold_guid(guid) in self.users), None)


UNKNOWN_CODE = "codings with a code that the project does not hold are left out"
EMPTY = "selections without length, whose codings are kept without words"
MISPLACED = "spans that do not begin and end between two characters of their text, and are widened"


def codings_in(selection: Selection, selector: QuoteSelector, source: SourceText, project: Project) -> Iterator[Coding]:
    """The codings of a selection, in the order of the file."""
    place = project.package.place(f"source {source.name}, selection {selection.guid}")
    for element, coding, code in _codings(selection):
        yield from _coding(coding, code, element, selector, source, project, place)


def codings_of_whole(source: SourceText, project: Project) -> Iterator[Coding]:
    """The codings of a source as a whole."""
    whole = QuoteSelector("[the whole source]")
    if source.stored and source.stored.text.strip():
        whole = QuoteSelector(None, 0, len(source.stored.text))
    place = project.package.place(f"source {source.name}")
    for coding in children(source.element, "Coding"):
        yield from _coding(coding, code_of(coding), source.element, whole, source, project, place)


def _codings(selection: Selection) -> Iterator[tuple[Element, Element, str]]:
    """Each coding behind its selection's element and before its code; the same code by the same user from two elements
    counts once."""
    seen: set[tuple[str, str]] = set()
    for element in selection.elements:
        for coding in children(element, "Coding"):
            code = code_of(coding)
            what = (code, fold_guid(attribute(coding, "creatingUser")))
            if element is selection.elements[0] or what not in seen:
                seen.add(what)
                yield element, coding, code


def code_of(coding: Element) -> str:
    """The GUID of what a coding refers to."""
    reference = child(coding, "CodeRef")
    return guid_of(reference, "targetGUID") if reference is not None else ""


def _coding(
    coding: Element,
    code: str,
    element: Element,
    selector: QuoteSelector,
    source: SourceText,
    project: Project,
    place: Place,
) -> Iterator[Coding]:
    if code in project.cases:
        return
    if code not in project.codes:
        project.count(UNKNOWN_CODE)
        return
    coder = project.user(attribute(coding, "creatingUser"), attribute(element, "creatingUser"))
    date = date_of(coding) or date_of(element)
    yield Coding(
        interview=source.name,
        selector=selector,
        codes=(project.codes[code],),
        coder=coder,
        date=date,
        note=_note(coding, element, project),
        place=place,
    )


def _note(coding: Element, element: Element, project: Project) -> str | None:
    """What is said of a coding: its own notes, and its selection's description."""
    notes = [project.coding_notes.get(guid_of(each, "targetGUID"), "") for each in children(coding, "NoteRef")]
    about = text_of(element, "Description") if local(element) in SELECTIONS else ""
    return "\n\n".join(text for text in (*notes, about) if text) or None


def selector_of(selection: Selection, source: SourceText, verdict: Verdict, project: Project) -> QuoteSelector:
    """Where a selection is: its place in the words, else the words that the program keeps, else its label."""
    start, end = selection.start, selection.end
    if source.stored is None or start is None or end is None or verdict.reading is None:
        return QuoteSelector(selection.quote or selection.label)
    place = source.stored.span(verdict.reading, start, end)
    if start == end:
        project.count(EMPTY)
    elif place is None:
        project.count(MISPLACED)
        place = source.stored.nearest_span(verdict.reading, start, end)
    words = source.stored.text[slice(*place)] if place else ""
    if not place or not words.strip():
        return QuoteSelector(selection.quote or selection.label)
    project.room_for_words -= len(words)
    return QuoteSelector(words if project.room_for_words >= 0 else None, *place)


def reports(project: Project) -> Iterator[Problem]:
    """What was counted, a line each: what it is, and how many."""
    for what, number in project.counts.items():
        yield Problem(Severity.FLAG, f"{what}: {number}", project.package.place())
