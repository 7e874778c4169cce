"""Taguette's SQLite files: one or several projects with documents in HTML, tags, highlights and a log of commands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from graphmodel.errors import Place, Problem, Severity
from graphmodel.graph.concept_paths import fold_path
from graphmodel.names import fold
from graphmodel.records import Concept, Revision
from loaders import formats
from loaders.code_tree import CodeTree
from loaders.distinct import Distinct
from loaders.format import Read, Unrecognised
from loaders.project import Project
from loaders.source import Source
from loaders.sqlite import Database, holds
from loaders.sqlite_row import Row
from loaders.tag_paths import parts_of
from loaders.taguette_documents import Documents
from loaders.taguette_history import Change, History

VERSION = 2


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a Taguette database."""
    return holds(file, formats.TAGUETTE_PROJECT.suffixes[:1], "projects", "documents", "highlights", "tags")


def read(source: Source) -> Read:
    """The records of all projects in the file."""
    with Database(source.path) as database:
        database.require("Taguette", "projects", "documents", "highlights", "highlight_tags", "tags")
        yield from _Reader(database, source).records()
        yield from database.problems()


@dataclass(slots=True)
class _Project:
    """One of the projects of a file. `above` is its name where there are others."""

    row: Row
    name: str
    above: str | None
    tags: dict[int | None, Row] = field(default_factory=dict)
    history: History = field(default_factory=lambda: History({}, {}))

    def path(self, tag: str) -> str:
        """What a tag of this project is called in the records when it is told from those of other projects."""
        return f"{self.above} > {tag}" if self.above else tag


class _Reader:
    def __init__(self, database: Database, source: Source) -> None:
        self.database, self.source = database, source
        self.project = Project(source.path)
        self.codes = CodeTree()
        self.projects: dict[int | None, _Project] = {}
        self.tags_of: defaultdict[int | None, list[int | None]] = defaultdict(list)

    def records(self) -> Read:
        yield from self._projects()
        self._tags()
        self._histories()
        for project in self.projects.values():
            self._add_codes(project)
        yield from self.codes.records()
        for project in self.projects.values():
            yield from self._merged(project)
        documents = Documents(self.database, self.project, self.codes)
        yield from documents.read({number: (each.above, each.history) for number, each in self.projects.items()})
        yield from documents.transcripts()
        yield from documents.codings(self.tags_of)
        for project in self.projects.values():
            yield from (self._revision(change, project) for change in project.history.changes)
        yield from self.project.ending()

    def _projects(self) -> Read:
        rows, names = list(self.database.rows("projects", "id", "name", "description")), Distinct()
        if not rows:
            message, hint = "the file holds no project", "Export a project from Taguette, as SQLite"
            yield Problem(Severity.ERROR, message, Place(self.source.path), hint)
        for row in rows:
            name = names.name(" ".join((row.text("name") or "").split()) or f"Project {row.whole('id')}")
            self.projects[row.whole("id")] = _Project(row, name, name if len(rows) > 1 else None)
            yield from self.project.memo_of(f"About {name}", row, (), row.text("description"))
        if len(rows) > 1:
            message = f"the file holds {len(rows)} projects; the tags of each are put below its name"
            yield Problem(Severity.NOTE, message, Place(self.source.path), "Taguette exports a single project as well")

    def _tags(self) -> None:
        for row in self.database.rows("tags", "id", "project_id", "path", "description"):
            project = self.projects.get(row.whole("project_id"))
            if project:
                project.tags[row.whole("id")] = row
            else:
                self.project.flag("tags belong to no project")
        for row in self.database.rows("highlight_tags", "highlight_id", "tag_id"):
            self.tags_of[row.whole("highlight_id")].append(row.whole("tag_id"))

    def _histories(self) -> None:
        for project in self.projects.values():
            living = {number: row.text("path") or "" for number, row in project.tags.items()}
            project.history = History(living, self.tags_of)
        for row in self.database.rows("commands", "project_id", "user_login", "date", "payload"):
            if known := self.projects.get(row.whole("project_id")):
                known.history.take(row, self.project)

    def _add_codes(self, project: _Project) -> None:
        """The tags as a tree; a beginning that several tags share, and is none, is a code without a definition."""
        paths = {number: row.text("path") or f"tag {number}" for number, row in project.tags.items()}
        parts, taken = parts_of(paths.values()), {fold_path(path) for path in paths.values()}
        top = ("project", project.row.whole("id"))
        if project.above:
            self.codes.add(top, project.above, (), project.row.place)
        whole = {parts[path]: ("tag", number) for number, path in paths.items()}
        for number, path in paths.items():
            keys: list[Hashable] = [
                whole.get(parts[path][:end], (top, parts[path][:end])) for end in range(1, len(parts[path]) + 1)
            ]
            row = project.tags[number]
            above: list[Hashable] = [top] if project.above else []
            for key, name in zip(keys[:-1], parts[path], strict=False):
                if key not in self.codes:
                    self.codes.add(key, name, above, row.place)
                above = [key]
            former = [*project.history.former(number or 0), *([path] if len(parts[path]) > 1 else [])]
            was = [each for each in dict.fromkeys(former) if each == path or fold_path(each) not in taken]
            taken.update(map(fold_path, was))
            named = tuple(project.path(each) for each in was)
            self.codes.add(("tag", number), parts[path][-1], above, row.place, row.text("description"), was=named)

    def _merged(self, project: _Project) -> Iterator[Concept]:
        """The tags that went into others, as retired concepts."""
        taken = {fold(row.text("path") or "") for row in project.tags.values()}
        for path, description, into, place in project.history.merged:
            if into in project.tags and fold(path) not in taken:
                taken.add(fold(path))
                target = self.codes.name(("tag", into))
                definition = description or None
                yield Concept(name=project.path(path), definition=definition, merged_into=target, place=place)

    def _revision(self, change: Change, project: _Project) -> Revision:
        before, after = ((project.path(path),) if path is not None else () for path in (change.before, change.after))
        by = self.project.person(change.doing.by)
        return Revision(kind=change.kind, date=change.doing.date, before=before, after=after, by=by, place=change.place)
