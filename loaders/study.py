"""study.yaml: what the study is, and how its tables are to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graphmodel.errors import Problem, Severity
from graphmodel.names import fold, fold_person
from graphmodel.records import Kind, Record, Researcher, Study, TableMapping
from loaders import safety
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.surrogates import replace_surrogates, surrogates_replaced
from loaders.text import read_text
from loaders.using import PARTS
from loaders.yaml_file import Section, parse

VERSION = 1
FILE = "study.yaml"

TABLE_KINDS = (Kind.PARTICIPANTS, Kind.INTERVIEWS, Kind.CODEBOOK, Kind.CODINGS, Kind.LINKS, Kind.REVISIONS)
_ID = re.compile(r"[\w][\w.-]{0,99}")
_ID_HINT = "An id has letters, digits, hyphens and underscores, and stays the same for good: id: peer-support"


@dataclass(frozen=True, slots=True)
class MappedTable:
    """An entry of `tables:`: a file, what it is read as, and how."""

    file: str
    kind: Kind
    mapping: TableMapping
    line: int


@dataclass(frozen=True, slots=True)
class NamedProject:
    """An entry of `sources:`: a file of another program, and the parts of it that are used, all where none is named."""

    file: str
    use: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class StudyFile:
    """All that study.yaml says. `study` is None where it names no usable id."""

    study: Study | None
    tables: tuple[MappedTable, ...] = ()
    projects: tuple[NamedProject, ...] = ()
    attributes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def items(self) -> tuple[Record | Problem, ...]:
        """The problems and the Study, as a loader yields them."""
        return (*self.problems, self.study) if self.study else self.problems


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a study.yaml."""
    return file.path.name == FILE


def read(source: Source) -> Read:
    """The Study, with its researchers."""
    yield from parse_file(source.path, source.root).items()


def parse_file(path: Path, root: Path | None = None) -> StudyFile:
    """All that a study.yaml says; never raises for what it holds. A link that leads out of `root` is not followed."""
    content, replaced = replace_surrogates(_parsed(path, root))
    if not replaced:
        return content
    return replace(content, problems=(*content.problems, surrogates_replaced(replaced, path)))


def _parsed(path: Path, root: Path | None) -> StudyFile:
    problems: list[Problem] = []
    refused = safety.refusal(path, root, safety.MAX_YAML_BYTES)
    if refused:
        return StudyFile(None, problems=(refused,))
    try:
        text, notes = read_text(path)
        problems += notes
        section = parse(text, path, problems)
    except safety.UnreadableError as error:
        return StudyFile(None, problems=(*problems, error.problem))
    study = _study(section)
    tables = tuple(_tables(section))
    attributes = section.texts("attributes")
    projects = tuple(_projects(section))
    section.leftovers()
    return StudyFile(study, tables, projects, attributes, tuple(problems))


def _study(section: Section) -> Study | None:
    identity = section.text("id")
    if identity is None or not _ID.fullmatch(identity):
        message = "the study has no id" if identity is None else f"`{identity[:60]}` cannot be an id"
        section.problems.append(Problem(Severity.ERROR, message, section.place_of("id"), _ID_HINT))
    study = Study(
        id=identity or "",
        title=section.text("title") or identity or "",
        approach=section.text("approach"),
        question=section.text("question"),
        notice=section.text("notice"),
        levels=section.texts("levels"),
        researchers=tuple(_researchers(section)),
        remote_allowed=_remote(section),
        place=section.place,
    )
    return study if identity and _ID.fullmatch(identity) else None


def _researchers(section: Section) -> Iterator[Researcher]:
    seen: set[str] = set()
    for entry in section.mixed("researchers"):
        name = entry if isinstance(entry, str) else entry.needed("name")
        role = None if isinstance(entry, str) else entry.text("role")
        if not isinstance(entry, str):
            entry.leftovers()
        if name and fold_person(name) in seen:
            section.error(f"the researcher `{name}` is listed twice", section.entries["researchers"])
        elif name:
            seen.add(fold_person(name))
            yield Researcher(name, role)


def _remote(section: Section) -> bool:
    value = section.text("remote")
    if value is not None and fold(value) not in ("allowed", "no"):
        message = f"remote: `{value[:40]}` is not understood, and nothing is sent to another machine"
        hint = "Write remote: allowed, or leave it out"
        section.problems.append(Problem(Severity.FLAG, message, section.place_of("remote"), hint))
    return value is not None and fold(value) == "allowed"


def _tables(section: Section) -> Iterator[MappedTable]:
    for entry in section.sections("tables"):
        file, kind_word = entry.needed("file"), entry.needed("as")
        kinds = [kind for kind in TABLE_KINDS if kind_word and kind.value == fold(kind_word)]
        if kind_word and not kinds:
            hint = f"A table can be read as: {', '.join(kind.value for kind in TABLE_KINDS)}"
            entry.error(f"`{kind_word[:40]}` is not a kind of table", entry.entries["as"], hint)
        columns = entry.section("columns")
        parents = columns.texts("parents") if columns.holds_list("parents") else entry.texts("parents")
        if parents and kinds and kinds[0] is not Kind.CODEBOOK:
            entry.error("only a codebook has parents", hint="Take parents out of the entry")
            parents = ()
        mapping = TableMapping(
            columns=tuple(columns.pairs().items()),
            parents=parents,
            split=_split(entry),
            sheet=entry.text("sheet"),
            attributes=entry.texts("attributes"),
        )
        entry.leftovers()
        if file and kinds:
            yield MappedTable(file, kinds[0], mapping, entry.place.line or 1)


def _split(entry: Section) -> str | None:
    """The separator is kept as written, white space included."""
    entry.text("split")
    node = entry.entries.get("split")
    value = getattr(node, "value", None)
    return value if isinstance(value, str) and value else None


def _projects(section: Section) -> Iterator[NamedProject]:
    line = section.place_of("sources").line or 1
    for entry in section.mixed("sources"):
        if isinstance(entry, str):
            yield NamedProject(entry, (), line)
            continue
        file, use = entry.needed("file"), tuple(fold(part) for part in entry.texts("use"))
        for part in use:
            if part not in PARTS:
                entry.error(f"`{part[:40]}` is no part of a project", hint=f"The parts are: {', '.join(PARTS)}")
        entry.leftovers()
        if file:
            yield NamedProject(file, use, entry.place.line or line)
