"""A study folder: which of its files are read, as what, and which are not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graphmodel.errors import GraphmodelError, Place, Problem, Severity
from graphmodel.records import Kind, Study, TableMapping
from loaders import codings, formats, memos, registry, safety, study, theory
from loaders.format import Format
from loaders.formats import TABLE_SUFFIXES
from loaders.source import Source
from loaders.study import StudyFile
from loaders.text import encodable

INTERVIEWS_FOLDER = "interviews"
LITERATURE_FOLDER = "literature"
FOLDERS = {
    INTERVIEWS_FOLDER: Kind.TRANSCRIPT,
    memos.FOLDER: Kind.MEMO,
    codings.FOLDER: Kind.CODINGS,
    LITERATURE_FOLDER: Kind.BIBLIOGRAPHY,
}
PROJECT_DATABASE = "data.qda"
"""The one file that is read of a QualCoder project, which is a folder."""
TABLES = {kind.value: kind for kind in study.TABLE_KINDS}

_SAVE_AS = {
    Kind.TRANSCRIPT: "Save it as .docx or .txt",
    Kind.MEMO: "Save it as Markdown (.md)",
    Kind.CODINGS: "Save it as .csv or .xlsx",
    Kind.BIBLIOGRAPHY: "Save it as .bib, .ris or CSL .json",
}
_IGNORED = re.compile(r"\..*|~\$.*|.*~|thumbs\.db|desktop\.ini|readme(\..*)?|licen[cs]e(\..*)?", re.IGNORECASE)
_ORDER = list(Kind)


@dataclass(frozen=True, slots=True)
class StudyFolder:
    """A study folder that was looked through: its study and all that study.yaml says, its sources in the order of
    `Kind` and then by name, and what is wrong with the folder itself."""

    root: Path
    study: Study
    study_file: StudyFile
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def find_study_root(path: Path) -> Path | None:
    """The folder of the nearest study.yaml at or above the path, None where there is none."""
    start = path if path.is_dir() else path.parent
    return next((folder for folder in (start, *start.absolute().parents) if (folder / study.FILE).is_file()), None)


def open_folder(root: Path) -> StudyFolder:
    """Look through a study folder. Reads study.yaml and no other file.

    Raises GraphmodelError where the folder or its study.yaml is missing or cannot be used.
    """
    if not root.is_dir():
        raise GraphmodelError(f"{root}: there is no such folder", "Name the folder that holds study.yaml")
    if not (root / study.FILE).is_file():
        hint = f"Make a study with: graphmodel new {root}. Or name the folder that holds study.yaml"
        raise GraphmodelError(f"{root}: the folder holds no {study.FILE}", hint)
    content = study.parse_file(root / study.FILE, root)
    if content.study is None:
        errors = [problem for problem in content.problems if problem.severity is Severity.ERROR]
        raise GraphmodelError(f"{errors[0]}", errors[0].hint, content.problems)
    sources, problems = _Survey(root, content).run()
    return StudyFolder(root=root, study=content.study, study_file=content, sources=sources, problems=tuple(problems))


def source_of(path: Path, root: Path | None) -> Source:
    """One file as a source: as the study folder reads it where it is part of one, else by what it looks like.

    Raises GraphmodelError where it is of no known format, or of several.
    """
    if root is not None:
        found = [source for source in open_folder(root).sources if _located(source.path) == _located(path)]
        if found:
            return found[0]
    path = project_file(path)
    format_ = registry.recognise(path)
    if root is not None and not _located(path).is_relative_to(root.resolve()):
        root = None
    relative = _name(_located(path), root.resolve()) if root else _bare_name(path)
    return Source(format=format_, path=path, root=root, name=relative)


def project_file(path: Path) -> Path:
    """The file that holds a project: the database of a QualCoder folder, any other path as it is.

    Raises GraphmodelError where the database is a link that leads out of its folder.
    """
    database = path / PROJECT_DATABASE
    if not path.is_dir() or not database.is_file() or (path / study.FILE).is_file():
        return path
    if safety.leads_out(database, path):
        raise GraphmodelError(f"{database} is a link that leads out of its folder", "Put a copy there instead")
    return database


def project_name(path: Path) -> str:
    """The name of a project by its file, or by its folder where the file's name is the same in every project."""
    return path.absolute().parent.stem if path.name == PROJECT_DATABASE else path.stem


class _Survey:
    """One look through a study folder."""

    def __init__(self, root: Path, content: StudyFile) -> None:
        self.root = root
        self.content = content
        self.attributes = TableMapping(attributes=content.attributes)
        self.problems: list[Problem] = []

    def run(self) -> tuple[tuple[Source, ...], list[Problem]]:
        parsed = self._source(formats.STUDY, self.root / study.FILE)
        sources = [replace(parsed, items=self.content.items())]
        sources += self._mapped_tables()
        sources += self._projects()
        taken = {source.path for source in sources}
        sources += [source for path in self._files(self.root) if path not in taken for source in self._at_root(path)]
        sources += [source for source in self._in_folders() if source.path not in taken]
        self._refuse_twins(sources)
        sources.sort(key=lambda source: (_ORDER.index(source.kind), _natural(source.name)))
        return tuple(sources), self.problems

    def _source(self, format_: Format, path: Path, mapping: TableMapping | None = None) -> Source:
        return Source(format=format_, path=path, root=self.root, name=_name(path, self.root), mapping=mapping)

    def _mapped_tables(self) -> Iterator[Source]:
        for table in self.content.tables:
            path = self.root / table.file
            place = Place(self.root / study.FILE, line=table.line)
            if ".." in Path(table.file).parts or Path(table.file).is_absolute():
                self._report(
                    Severity.ERROR, f"the table {table.file} lies outside the study folder", place, "Move it inside"
                )
            elif not path.is_file():
                self._report(
                    Severity.ERROR, f"there is no table {table.file}", place, "Mend the name, or take the entry out"
                )
            elif path.suffix.lower() not in TABLE_SUFFIXES:
                hint = f"A table is one of {', '.join(TABLE_SUFFIXES)}"
                self._report(Severity.ERROR, f"{table.file} is no table", place, hint)
            else:
                mapping = replace(table.mapping, attributes=(*table.mapping.attributes, *self.content.attributes))
                yield self._source(formats.format_of(table.kind.value), path, mapping)

    def _projects(self) -> Iterator[Source]:
        for project in self.content.projects:
            path = self.root / project.file
            place = Place(self.root / study.FILE, line=project.line)
            if ".." in Path(project.file).parts or Path(project.file).is_absolute():
                message = f"the project {project.file} lies outside the study folder"
                self._report(Severity.ERROR, message, place, "Move it inside")
            elif not path.exists():
                hint = "Mend the name, or take the entry out"
                self._report(Severity.ERROR, f"there is no project {project.file}", place, hint)
            elif source := self._project(path, place):
                yield replace(source, use=project.use)

    def _project(self, path: Path, place: Place) -> Source | None:
        try:
            path = project_file(path)
            format_ = registry.recognise(path)
        except GraphmodelError as error:
            self._report(Severity.ERROR, error.message, place, error.hint or "")
            return None
        if format_.kind is Kind.PROJECT:
            return self._source(format_, path, self.attributes if self.content.attributes else None)
        hint = "Put it into the folder where such files belong, or name it under tables"
        self._report(Severity.ERROR, f"{path.name} is no project of another program but a {format_.name}", place, hint)
        return None

    def _at_root(self, path: Path) -> Iterator[Source]:
        stem, suffix = path.stem.casefold(), path.suffix.lower()
        if suffix in TABLE_SUFFIXES and stem in TABLES:
            attributes = self.attributes if TABLES[stem] in (Kind.PARTICIPANTS, Kind.INTERVIEWS) else None
            yield self._source(formats.format_of(stem), path, attributes)
        elif suffix == ".qdc" and stem == Kind.CODEBOOK.value:
            yield self._source(formats.REFI_CODEBOOK, path)
        elif theory.is_theory(path):
            yield self._source(formats.THEORY, path)
        elif suffix in (".bib", ".ris", ".rdf") or (suffix in (".json", ".xml") and stem == LITERATURE_FOLDER):
            yield from self._of_kind(Kind.BIBLIOGRAPHY, path)
        elif path.name != study.FILE:
            hint = (
                f"Tables are named {', '.join(TABLES)}; others are listed in study.yaml under tables, "
                "projects of other programs under sources"
            )
            self._report(Severity.NOTE, f"the file {path.name} is not read as part of the study", Place(path), hint)

    def _in_folders(self) -> Iterator[Source]:
        for folder, kind in FOLDERS.items():
            for path in self._files(self.root / folder, deep=True):
                yield from self._of_kind(kind, path)

    def _of_kind(self, kind: Kind, path: Path) -> Iterator[Source]:
        """A file that lies where files of a kind belong."""
        if format_ := formats.format_for(kind, path.suffix):
            yield self._source(format_, path)
        else:
            message = f"a file {path.suffix or 'without extension'} is not read here"
            self._report(Severity.FLAG, message, Place(path), _SAVE_AS[kind])

    def _files(self, folder: Path, deep: bool = False) -> Iterator[Path]:
        """The files of a folder by name, without those that programs leave behind. No link to a folder is followed."""
        for path in self._entries(folder):
            if not path.is_dir():
                yield path
            elif not deep:
                self._look_at_folder(path)
            elif path.is_symlink():
                self._report(
                    Severity.FLAG, "a link to a folder is not followed", Place(path), "Put a copy there instead"
                )
            else:
                yield from self._files(path, deep=True)

    def _entries(self, folder: Path) -> list[Path]:
        if folder != self.root and safety.leads_out(folder, self.root):
            hint = "Put a copy there instead"
            self._report(Severity.ERROR, "the folder is a link that leads out of the study folder", Place(folder), hint)
            return []
        try:
            entries = (
                [path for path in folder.iterdir() if not _IGNORED.fullmatch(path.name)] if folder.is_dir() else []
            )
        except OSError as error:
            hint = "See that you may open the folder"
            self._report(Severity.ERROR, f"the folder cannot be opened ({error.strerror})", Place(folder), hint)
            return []
        unnameable = [path for path in entries if encodable(path.name) != path.name]
        for path in unnameable:
            message = f"the name of {encodable(path.name)} holds bytes that are no text, and it is not read"
            self._report(Severity.FLAG, message, Place(folder), "Rename it")
        return sorted(set(entries).difference(unnameable), key=lambda path: _natural(path.name))

    def _look_at_folder(self, path: Path) -> None:
        if path.suffix.lower() in TABLE_SUFFIXES or formats.format_for(Kind.BIBLIOGRAPHY, path.suffix):
            message = f"{path.name} is a folder where a file is expected"
            self._report(Severity.ERROR, message, Place(path), "Move it, or give it another name")
        elif (path / PROJECT_DATABASE).is_file() and path.name not in {each.file for each in self.content.projects}:
            message = f"the QualCoder project {path.name} is not read as part of the study"
            self._report(Severity.NOTE, message, Place(path), "To read it, name it in study.yaml under sources")

    def _refuse_twins(self, sources: list[Source]) -> None:
        """One table in two files of the standard name is an accident that must not be read twice."""
        mapped = {self.root / table.file for table in self.content.tables}
        for kind in (*study.TABLE_KINDS, Kind.THEORY):
            twins = [source for source in sources if source.kind is kind and source.path.parent == self.root]
            twins = [source for source in twins if source.path not in mapped]
            for twin in twins[1:]:
                message = f"{twins[0].name} and {twin.name} are both the {kind.value} table"
                self._report(Severity.ERROR, message, Place(twin.path), "Keep one; move or rename the other")
                sources.remove(twin)

    def _report(self, severity: Severity, message: str, place: Place, hint: str) -> None:
        self.problems.append(Problem(severity, message, place, hint))


def _name(path: Path, root: Path) -> str:
    """The path within the folder, in NFC: one name on every system."""
    return unicodedata.normalize("NFC", path.relative_to(root).as_posix())


def _bare_name(path: Path) -> str:
    return f"{path.absolute().parent.name}/{path.name}" if path.name == PROJECT_DATABASE else path.name


def _located(path: Path) -> Path:
    """The path with its folder's links followed, and not its own."""
    return path.parent.resolve() / path.name


def _natural(name: str) -> tuple[tuple[int, str | int], ...]:
    """A key that sorts P2 before P10."""
    parts = re.findall(r"\d{1,18}|\D+|\d+", name.casefold())
    return tuple((0, int(part)) if part.isascii() and part.isdecimal() else (1, part) for part in parts)
