"""What the notes, links and sets of a REFI-QDA project refer to, by GUID, as targets of memos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import MemoLink
from loaders.refi_codings import Project, code_of
from loaders.refi_sources import Selection, SourceText
from loaders.refi_xml import attribute, child, children, guid_of, local, text_of

Targets = dict[str, list[MemoLink]]


@dataclass(slots=True)
class Passage:
    """A selection and where its words stand."""

    source: SourceText
    selection: Selection
    selector: QuoteSelector

    @property
    def words(self) -> str:
        """The words that it marks; empty where only their place is known."""
        return self.selector.quote or ""


@dataclass(slots=True)
class Things:
    """Everything in a project that something can refer to: what a memo about it is about, and what it is."""

    targets: Targets = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    passages: dict[str, Passage] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)

    def add(self, kind: str, guid: str, links: list[MemoLink]) -> None:
        """Say what a GUID stands for; the first to say it is believed."""
        if guid and guid not in self.targets:
            self.targets[guid], self.kinds[guid] = links, kind


def things_of(project: Project, passages: list[Passage], sources: list[SourceText]) -> Things:
    """The codes, sources, selections, codings and cases of a project. A note on a passage is about its interview and
    the concepts that it is coded as."""
    things = Things(codes=project.codes)
    for guid, name in project.codes.items():
        things.add("code", guid, [MemoLink(name, "concept")])
    for source in sources:
        for guid in source.guids:
            things.add("source", guid, [MemoLink(source.name, "interview")])
    for guid, name in project.cases.items():
        things.add("case", guid, [MemoLink(name, "participant")])
    concepts = {guid: MemoLink(name, "concept") for guid, name in project.codes.items()}
    for passage in passages:
        if passage.selection.guid:
            things.passages.setdefault(passage.selection.guid, passage)
        _add_passage(things, passage, concepts)
    return things


def _add_passage(things: Things, passage: Passage, concepts: Mapping[str, MemoLink]) -> None:
    interview = MemoLink(passage.source.name, "interview")
    codings = [
        (guid_of(coding), concepts.get(code_of(coding)))
        for part in passage.selection.elements
        for coding in children(part, "Coding")
    ]
    coded_as = dict.fromkeys(concept for _, concept in codings if concept)
    things.add("selection", passage.selection.guid, [interview, *coded_as])
    for guid, concept in codings:
        things.add("coding", guid, [concept, interview] if concept else [interview])


def references(project: Project) -> Iterator[tuple[str, str, str]]:
    """Each reference to a note that stands at what it is about: the note's GUID, the kind of element, its GUID."""
    for reference in project.package.root.iter("{*}NoteRef"):
        holder = reference.getparent()
        while holder is not None and not guid_of(holder) and local(holder) != "Project":
            holder = holder.getparent()
        if holder is not None and local(holder) != "Link":
            yield guid_of(reference, "targetGUID"), local(holder), guid_of(holder)


def sets(project: Project) -> Iterator[tuple[str, str, list[str]]]:
    """Each set's name and description, with the GUIDs of its members."""
    for each in children(child(project.package.root, "Sets"), "Set"):
        members = [
            guid_of(member, "targetGUID") for member in children(each, "MemberCode", "MemberSource", "MemberNote")
        ]
        yield attribute(each, "name"), text_of(each, "Description"), members
