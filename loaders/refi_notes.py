"""Notes of a REFI-QDA project as memos, with what they are about: by references, by links, as members of sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from graphmodel.names import fold
from graphmodel.records import Memo, MemoLink, Reference
from loaders import vocabulary
from loaders.distinct import Distinct
from loaders.refi_codings import Project
from loaders.refi_links import RefiLink
from loaders.refi_names import CITES, DEVELOPS_INTO, MEMO_DATE, MEMO_KIND, MEMO_TITLE, REFERENCE, REFERENCE_FIELDS
from loaders.refi_sources import SELECTIONS
from loaders.refi_targets import Things, references, sets
from loaders.refi_xml import Element, attribute, child, children, date_of, guid_of, local, text_of

_NAME_LENGTH = 60


class Notes:
    """The notes of a project. `of_codings` are the texts of those that nothing but codings refers to: they are what is
    said of these codings, and no memos."""

    def __init__(self, project: Project, links: list[RefiLink]) -> None:
        self.project = project
        self.elements = {
            guid_of(each) or f"#{number}": each
            for number, each in enumerate(children(child(project.package.root, "Notes"), "Note"))
        }
        self.variables = {
            guid_of(each): fold(attribute(each, "name"))
            for each in children(child(project.package.root, "Variables"), "Variable")
        }
        self.texts = {guid: self._text(element) for guid, element in self.elements.items()}
        self.names: dict[str, str] = {}
        self.holders: dict[str, list[tuple[str, str]]] = {}
        for note, kind, guid in references(project):
            self.holders.setdefault(note, []).append((kind, guid))
        self._spoken_of = {guid for holders in self.holders.values() for _, guid in holders}
        self.links: dict[str, list[RefiLink]] = {}
        for link in links:
            for end in {link.origin, link.target}:
                self.links.setdefault(end, []).append(link)
        in_links = {note for link in links for note in link.notes}
        self.of_codings = {
            guid: self.texts[guid]
            for guid, holders in self.holders.items()
            if guid in self.texts and guid not in self.links and {kind for kind, _ in holders} == {"Coding"}
        }
        self.of_links = {note for note in in_links if note not in self.holders and note not in self.links}
        self._values = {guid: self._variables_of(element) for guid, element in self.elements.items()}
        self._name_all()

    def _name_all(self) -> None:
        names, literature = Distinct(), Distinct()
        for guid, element in self.elements.items():
            if guid not in self.of_codings and guid not in self.of_links:
                first = self.texts[guid].strip().split("\n")[0][:_NAME_LENGTH].strip()
                written = " ".join(attribute(element, "name").split())
                distinct = literature if self.is_reference(guid) else names
                self.names[guid] = distinct.name(written or first or "note without words")
        self.distinct = names

    def _text(self, element: Element) -> str:
        """A note's words; its description, where it has one, before them."""
        stored = self.project.package.text(element)
        parts = (text_of(element, "Description"), stored.text.strip("\n") if stored else "")
        return "\n\n".join(part for part in parts if part)

    def _variables_of(self, element: Element) -> dict[str, str]:
        values = {}
        for each in children(element, "VariableValue"):
            reference = child(each, "VariableRef")
            name = self.variables.get(guid_of(reference, "targetGUID"), "") if reference is not None else ""
            for held in each:
                if name and local(held) != "VariableRef":
                    values[name] = text_of(each, local(held))
        return values

    def speak_of(self, guid: str) -> bool:
        """Tell whether a note or a link refers to something."""
        return guid in self.links or guid in self._spoken_of

    def is_reference(self, guid: str) -> bool:
        """Tell whether a note stands for a piece of literature, as an export of ours writes it."""
        return any(name.startswith(REFERENCE) for name in self._values.get(guid, ()))

    def literature(self) -> Iterator[Reference]:
        """The pieces of literature that stand among the notes."""
        for guid, name in self.names.items():
            if self.is_reference(guid):
                fields: dict[str, object] = {
                    each: self._values[guid].get(REFERENCE + each) or None for each in REFERENCE_FIELDS
                }
                authors = tuple(str(fields.pop("authors") or "").split("; "))
                kept = {key: value for key, value in fields.items() if value}
                place = self.project.package.place(f"note {name}")
                yield Reference(key=name, authors=tuple(filter(None, authors)), place=place, **kept)  # type: ignore[arg-type]

    def name_in(self, things: Things) -> None:
        """Make the notes known as what they are: memos, or pieces of literature."""
        for guid, name in self.names.items():
            kind = "reference" if self.is_reference(guid) else "memo"
            things.add("reference" if kind == "reference" else "note", guid, [MemoLink(name, kind)])

    def memos(self, things: Things) -> Iterator[Memo]:
        """The notes that are memos, in the order of the file."""
        for guid, element in self.elements.items():
            if guid in self.names and not self.is_reference(guid):
                yield self._memo(guid, element, things)

    def _memo(self, guid: str, element: Element, things: Things) -> Memo:
        project, values = self.project, self._values[guid]
        holders = self.holders.get(guid, ())
        about = [link for _, holder in holders for link in things.targets.get(holder, ())]
        about += self._links_of(guid, things)
        if list(children(element, *SELECTIONS)):
            project.count("notes with codings of their own words, which have no place")
        return Memo(
            name=self.names[guid],
            kind=vocabulary.known(values.get(MEMO_KIND, ""), vocabulary.MEMO),
            title=values.get(MEMO_TITLE) or None,
            date=values.get(MEMO_DATE) or date_of(element),
            author=project.user(attribute(element, "creatingUser"), attribute(element, "modifyingUser")),
            text="\n\n".join((self.texts[guid], *self._passages(holders, guid, things))).strip("\n"),
            about=once(about),
            cites=tuple(link.name for link in self._links_of(guid, things, CITES)),
            develops_into=tuple(link.name for link in self._links_of(guid, things, DEVELOPS_INTO)),
            place=project.package.place(f"note {self.names[guid]}"),
        )

    def _links_of(self, guid: str, things: Things, name: str | None = None) -> Iterator[MemoLink]:
        """The other ends of a note's links: those that it has under a name, or those of no name with a meaning of its
        own. A link between two notes is said by the one that it comes from."""
        for link in self.links.get(guid, ()):
            other = link.other(guid)
            from_here = link.origin == guid
            if name:
                wanted = link.name == name and from_here
            else:
                wanted = link.name not in (CITES, DEVELOPS_INTO) and (from_here or other not in self.names)
            if wanted:
                yield from things.targets.get(other, ())

    def _passages(self, holders: Iterable[tuple[str, str]], guid: str, things: Things) -> Iterator[str]:
        """The words that a note is on where they carry no code, for nothing else in the graph keeps them."""
        places = [holder for _, holder in holders] + [link.other(guid) for link in self.links.get(guid, ())]
        for place in dict.fromkeys(places):
            passage = things.passages.get(place)
            if passage and not any(link.to == "concept" for link in things.targets.get(place, ())):
                yield quoted(passage.words, passage.source.name)


def quoted(words: str, interview: str) -> str:
    """Words as a quotation in Markdown, with the interview that they stand in."""
    lines = "\n".join(f"> {line}" for line in words.strip().split("\n"))
    return f"{lines}\n> ({interview})"


def once(links: Iterable[MemoLink]) -> tuple[MemoLink, ...]:
    """The links, each once."""
    return tuple({(fold(link.name), link.to): link for link in links}.values())


def set_memos(project: Project, things: Things, names: Distinct) -> Iterator[Memo]:
    """A memo for each set: a list of codes, sources and notes that somebody put together."""
    for name, description, members in sets(project):
        about = once(link for member in members for link in things.targets.get(member, ()))
        if not about and not description:
            project.count("sets without members, which are left out")
            continue
        named = names.name(f"Set {name}".strip())
        listed = "\n".join(f"- {link.name}" for link in about)
        place = project.package.place(f"set {name}")
        text = "\n\n".join(part for part in (description.strip(), listed) if part)
        yield Memo(
            name=named,
            title=name or None,
            text=text,
            about=tuple(replace(link, place=place) for link in about),
            place=place,
        )
