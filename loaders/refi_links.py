"""Links of a REFI-QDA project: between codes as propositions, from literature as what it does for a concept, from
passages as evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from graphmodel.names import fold
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Evidence, Link, MemoLink, Proposition, Stance, Theory
from loaders import vocabulary
from loaders.distinct import Distinct
from loaders.refi_codings import Project
from loaders.refi_names import SUBSUMED_BY
from loaders.refi_targets import Things
from loaders.refi_xml import attribute, child, children, date_of, guid_of

UNPLACED = "links between things that the graph knows no relationship of"
_PARALLEL = {"is cause of": "leads_to", "is a cause of": "leads_to", "is a": "type_of"}


@dataclass(frozen=True, slots=True)
class RefiLink:
    """A link as the file has it; GUIDs folded, the name folded and as written."""

    guid: str
    origin: str
    target: str
    name: str
    written: str
    notes: tuple[str, ...] = ()

    def other(self, guid: str) -> str:
        """The other end."""
        return self.target if self.origin == guid else self.origin


def read_links(project: Project) -> list[RefiLink]:
    """The links in the order of the file."""
    return [
        RefiLink(
            guid=guid_of(each),
            origin=guid_of(each, "originGUID"),
            target=guid_of(each, "targetGUID"),
            name=fold(attribute(each, "name")),
            written=attribute(each, "name"),
            notes=tuple(guid_of(note, "targetGUID") for note in children(each, "NoteRef")),
        )
        for each in children(child(project.package.root, "Links"), "Link")
    ]


@dataclass(slots=True)
class Linked:
    """What the links say: further parents of codes, propositions, what literature does, words against a concept."""

    parents: dict[str, list[str]] = field(default_factory=dict)
    propositions: dict[str, Proposition] = field(default_factory=dict)
    literature: list[Link] = field(default_factory=list)
    against: list[Coding] = field(default_factory=list)

    def theory(self) -> Iterator[Theory]:
        """The propositions, where there are any."""
        if self.propositions:
            first = next(iter(self.propositions.values()))
            yield Theory(tuple(self.propositions.values()), place=first.place)


def say_links(
    links: list[RefiLink], project: Project, things: Things, selectors: dict[str, QuoteSelector], texts: dict[str, str]
) -> Linked:
    """What links say that no memo says. `selectors` are the places of the selections, `texts` the notes' words."""
    linked, names = Linked(), Distinct()
    for link in links:
        kinds = things.kinds.get(link.origin), things.kinds.get(link.target)
        if kinds == ("code", "code"):
            _between_codes(link, linked, project, texts, names)
            proposition = linked.propositions.get(link.guid)
            things.add("proposition", link.guid, [MemoLink(proposition.id, "proposition")] if proposition else [])
    for link in links:
        kinds = things.kinds.get(link.origin), things.kinds.get(link.target)
        if kinds == ("code", "code") or "note" in kinds:
            continue
        if kinds[0] == "reference" and kinds[1] in ("code", "proposition"):
            linked.literature.append(_literature(link, project, things, linked))
        elif not _evidence(link, linked, project, things, selectors):
            project.count(UNPLACED)
    return linked


def _between_codes(link: RefiLink, linked: Linked, project: Project, texts: dict[str, str], names: Distinct) -> None:
    subject, object_ = project.codes[link.origin], project.codes[link.target]
    if link.name == SUBSUMED_BY:
        linked.parents.setdefault(link.origin, []).append(object_)
        return
    relation = vocabulary.known(link.name, vocabulary.RELATION) or _PARALLEL.get(link.name)
    relation = relation or "_".join(link.name.split()) or "related_to"
    statement = next((texts[note] for note in link.notes if texts.get(note)), None)
    name = names.name(f"{subject} {relation} {object_}")
    place = project.package.place(f"link {link.written or link.guid}")
    linked.propositions[link.guid] = Proposition(
        id=name, subject=subject, relation=relation, object=object_, statement=statement, place=place
    )


def _literature(link: RefiLink, project: Project, things: Things, linked: Linked) -> Link:
    proposition = linked.propositions.get(link.target)
    return Link(
        reference=things.targets[link.origin][0].name,
        concept=project.codes.get(link.target),
        proposition=proposition.id if proposition else None,
        stance=vocabulary.known(link.name, vocabulary.LITERATURE_STANCE),
        place=project.package.place(f"link {link.written or link.guid}"),
    )


def _evidence(
    link: RefiLink, linked: Linked, project: Project, things: Things, selectors: dict[str, QuoteSelector]
) -> bool:
    """Words that support or contradict a proposition, or stand against a concept."""
    passage, selector = things.passages.get(link.origin), selectors.get(link.origin)
    stance = vocabulary.known(link.name, vocabulary.STANCE)
    if passage is None or selector is None or stance is None:
        return False
    place = project.package.place(f"link {link.written}")
    marked = passage.selection.elements[0]
    coder, date = project.user(attribute(marked, "creatingUser")), date_of(marked)
    proposition = linked.propositions.get(link.target)
    if proposition:
        held = proposition.supports if stance == Stance.SUPPORTS else proposition.contradicts
        evidence = Evidence(interview=passage.source.name, selector=selector, coder=coder, date=date, place=place)
        found = (*held, evidence)
        supports, contradicts = proposition.supports, proposition.contradicts
        supports, contradicts = (found, contradicts) if stance == Stance.SUPPORTS else (supports, found)
        linked.propositions[link.target] = replace(proposition, supports=supports, contradicts=contradicts)
        return True
    if link.target in project.codes and stance == Stance.CONTRADICTS:
        coding = Coding(
            interview=passage.source.name,
            selector=selector,
            codes=(project.codes[link.target],),
            coder=coder,
            date=date,
            stance=Stance.CONTRADICTS,
            place=place,
        )
        linked.against.append(coding)
        return True
    return False
