"""REFI-QDA: the exchange format of NVivo, ATLAS.ti, MAXQDA, QualCoder and others, as a project or its bare XML."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.errors import Problem, Severity
from graphmodel.records import Coding, Researcher, Study, Transcript
from loaders.format import Read, Unrecognised
from loaders.offsets import Decision, Document, Span, Verdict, decide
from loaders.refi_cases import read_cases
from loaders.refi_codebook import read_codebook, with_parents
from loaders.refi_codings import Project, codings_in, codings_of_whole, reports, selector_of
from loaders.refi_comments import comments
from loaders.refi_graphs import graph_memos
from loaders.refi_links import read_links, say_links
from loaders.refi_names import described
from loaders.refi_notes import Notes, set_memos
from loaders.refi_package import Package
from loaders.refi_sources import SourceText, read_sources
from loaders.refi_targets import Passage, things_of
from loaders.refi_xml import Element, attribute, child, children, guid_of, local, text_of
from loaders.safety import UnreadableError
from loaders.source import Source

VERSION = 3
NAMESPACE = b"QDA-XML:project"


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a .qdpx, or XML that says it is such a project."""
    packed = file.suffix == ".qdpx" and file.head.startswith(b"PK")
    return packed or file.suffix == ".qde" or NAMESPACE in file.head


def read(source: Source) -> Read:
    """The records of the project: researchers, codebook, people, transcripts with their codings, memos."""
    package = Package(source.path)
    try:
        yield from _records(package, source.mapping.attributes if source.mapping else ())
    finally:
        package.close()


def _records(package: Package, declared: tuple[str, ...]) -> Read:
    if local(package.root) != "Project":
        message = f"the XML is a {local(package.root)[:40]} where a REFI-QDA Project is expected"
        raise UnreadableError(Problem(Severity.ERROR, message, package.place(), "Export the whole project"))
    records = Reading(package, declared).records()
    first = next(records, None)
    if first is None and not package.problems:
        hint = "Export the whole project, with its codes and sources"
        yield Problem(Severity.FLAG, "the project holds nothing that is read", package.place(), hint)
    elif first is not None:
        yield first
        yield from records
    yield from package.problems


class Reading:
    """One project on its way into records: its parts are found first, then said in the order of documents."""

    def __init__(self, package: Package, declared: tuple[str, ...]) -> None:
        self.book = read_codebook(package)
        users = {guid_of(user): _user_name(user) for user in children(child(package.root, "Users"), "User")}
        self.project = Project(package, users, self.book.names)
        self.sources = read_sources(package)
        self.cases = read_cases(self.project, self.sources, declared)
        self.links = read_links(self.project)
        self.notes = Notes(self.project, self.links)
        self.project.coding_notes = self.notes.of_codings
        self.ours = attribute(package.root, "origin").startswith("graphmodel ")

    def records(self) -> Read:
        """All records, then what was counted."""
        project, notes = self.project, self.notes
        passages, codings = self._passages()
        things = things_of(project, list(passages.values()), self.sources)
        notes.name_in(things)
        selectors = {guid: passage.selector for guid, passage in passages.items()}
        linked = say_links(self.links, project, things, selectors, notes.texts)
        if self.ours:
            yield self._study()
        yield from self.book.problems
        yield from with_parents(self.book, linked.parents)
        yield from self.cases.records()
        yield from _transcripts(self.sources, project)
        yield from codings
        yield from linked.against
        yield from notes.memos(things)
        yield from comments(project, self.sources, passages.values(), notes, self.ours)
        yield from set_memos(project, things, notes.distinct)
        yield from graph_memos(project, things, notes.distinct)
        yield from linked.theory()
        yield from notes.literature()
        yield from linked.literature
        yield from (Researcher(name) for name in dict.fromkeys(project.users.values()))
        yield from reports(project)

    def _study(self) -> Study:
        """What an export of ours says of the study."""
        root = self.project.package.root
        title, facts = attribute(root, "name"), described(text_of(root, "Description"))
        return Study(
            id="",
            title=title,
            approach=facts.get("approach"),
            question=facts.get("question"),
            notice=facts.get("notice"),
        )

    def _passages(self) -> tuple[dict[str, Passage], list[Coding]]:
        """Every selection with its words and place, and every coding."""
        passages: dict[str, Passage] = {}
        codings: list[Coding] = []
        for source, verdict in _verdicts(self.sources, self.project):
            for number, selection in enumerate(source.selections):
                selector = selector_of(selection, source, verdict, self.project)
                guid = selection.guid or f"#{source.name}/{number}"
                passages.setdefault(guid, Passage(source=source, selection=selection, selector=selector))
                codings += codings_in(selection, selector, source, self.project)
            codings += codings_of_whole(source, self.project)
        return passages, codings


def _user_name(user: Element) -> str:
    return attribute(user, "name", "id") or f"user {guid_of(user)[:8]}"


def _transcripts(sources: list[SourceText], project: Project) -> Read:
    for source in sources:
        if not source.stored or not source.stored.text.strip():
            project.count("sources without words in the file, so that what is coded in them cannot be placed")
        else:
            place = project.package.place(f"source {source.name}")
            yield Transcript(source.name, source.stored.text, place=place)


def _verdicts(sources: list[SourceText], project: Project) -> Iterator[tuple[SourceText, Verdict]]:
    """Each source with the reading of its positions; what was decided is reported."""
    worded = [source for source in sources if source.stored]
    decision = decide([Document(source.stored, list(_spans(source))) for source in worded if source.stored])
    project.package.problems += _decided(decision, worded, project)
    numbers = {id(source): number for number, source in enumerate(worded)}
    return ((source, decision.of(numbers.get(id(source), -1))) for source in sources)


def _spans(source: SourceText) -> Iterator[Span]:
    for selection in source.selections:
        if selection.start is not None and selection.end is not None:
            yield Span(selection.start, selection.end, selection.quote)


def _decided(decision: Decision, worded: list[SourceText], project: Project) -> Iterator[Problem]:
    verdicts = [("", decision.pooled), *((worded[number].name, own) for number, own in decision.own.items())]
    for name, verdict in verdicts:
        if not verdict.spans:
            continue
        place = project.package.place(f"source {name}" if name else None)
        if verdict.reading:
            yield Problem(Severity.NOTE, str(verdict), place)
        else:
            hint = "What the file keeps of the quotations is looked for in the words; compare some with the program"
            yield Problem(Severity.FLAG, str(verdict), place, hint)
