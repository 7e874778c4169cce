"""What a REFI-QDA project says in descriptions, of its sources, cases and passages without a code, as memos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphmodel.records import Memo, MemoLink
from loaders.refi_codings import Project
from loaders.refi_notes import Notes, quoted
from loaders.refi_sources import SourceText
from loaders.refi_targets import Passage
from loaders.refi_xml import Element, attribute, child, children, date_of, guid_of, text_of

_NAME_LENGTH = 40


def comments(
    project: Project, sources: Iterable[SourceText], passages: Iterable[Passage], notes: Notes, ours: bool
) -> Iterator[Memo]:
    """A memo for each description, about what it describes; of an export of ours, not for the project's own."""
    names = notes.distinct
    description = text_of(project.package.root, "Description")
    if description and not ours:
        yield _memo(project, project.package.root, names.name("Comment on the project"), description, [])
    seen: set[int] = set()
    for source in sources:
        if id(source.element) not in seen and (text := text_of(source.element, "Description")):
            name = names.name(f"Comment on {source.name}")
            yield _memo(project, source.element, name, text, [MemoLink(source.name, "interview")])
        seen.add(id(source.element))
    for case in children(child(project.package.root, "Cases"), "Case"):
        if (text := text_of(case, "Description")) and (person := project.cases.get(guid_of(case))):
            yield _memo(project, case, names.name(f"Comment on {person}"), text, [MemoLink(person, "participant")])
    for passage in passages:
        yield from _of_passage(project, passage, notes)


def _of_passage(project: Project, passage: Passage, notes: Notes) -> Iterator[Memo]:
    """What is said of words that carry no code; a passage of which no note speaks either is counted."""
    elements = passage.selection.elements
    if any(True for element in elements for _ in children(element, "Coding")):
        return
    text = next((text for element in elements if (text := text_of(element, "Description"))), "")
    if not text:
        if not notes.speak_of(passage.selection.guid):
            project.count("passages that carry neither a code nor a comment, and are left out")
        return
    start = " ".join(passage.words.split())[:_NAME_LENGTH].strip()
    name = notes.distinct.name(f"Comment on “{start}”")
    text = f"{text}\n\n{quoted(passage.words, passage.source.name)}"
    yield _memo(project, elements[0], name, text, [MemoLink(passage.source.name, "interview")])


def _memo(project: Project, element: Element, name: str, text: str, about: list[MemoLink]) -> Memo:
    author = project.user(attribute(element, "creatingUser", "creatingUserGUID"))
    place = project.package.place(name.removeprefix("Comment on "))
    return Memo(name=name, date=date_of(element), author=author, text=text, about=tuple(about), place=place)
