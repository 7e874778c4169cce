"""QualCoder projects: the folder X.qda with its database data.qda, or the database alone, versions 8 to 17."""

from __future__ import annotations

from graphmodel.errors import Place, Problem, Severity
from graphmodel.records import MemoLink
from loaders import formats, ris
from loaders.cases import Cases
from loaders.code_tree import CodeTree, made_guid
from loaders.format import Read, Unrecognised
from loaders.project import Project
from loaders.qualcoder_sources import MARK, Sources
from loaders.references import Shelf
from loaders.source import Source
from loaders.sqlite import Database, holds
from loaders.sqlite_row import Row

VERSION = 2
_VERSIONS = range(8, 18)
_LISTED = ("AU", "A1", "A2", "A3", "A4")
"""Tags of which QualCoder joins the values of one reference with semicolons."""
_OF_REFERENCES = "Ref_"
"""What the names of the attributes begin with in which QualCoder repeats a source's reference."""


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a QualCoder database."""
    return holds(file, formats.QUALCODER_PROJECT.suffixes, "source", "code_name", "code_text")


def read(source: Source) -> Read:
    """The records of the project."""
    with Database(source.path) as database:
        database.require("QualCoder", "project", "source", "code_name", "code_text")
        yield from _Reader(database, source).records()
        yield from database.problems()


class _Reader:
    def __init__(self, database: Database, source: Source) -> None:
        self.database = database
        self.project = Project(source.path)
        self.codes = CodeTree()
        self.made: dict[tuple[str, int | None], Row] = {}
        self.cases = Cases(Place(source.path), source.mapping.attributes if source.mapping else ())
        self.sources = Sources(database, self.project, self.codes)
        self.references: dict[int | None, str] = {}

    def records(self) -> Read:
        yield from self._about()
        yield from self._codebook()
        yield from self._references()
        yield from self.sources.read(self.references)
        yield from self._cases()
        yield from self.sources.transcripts()
        yield from self.sources.codings()
        yield from self.sources.annotations()
        yield from self._journal()
        for key, row in self.made.items():
            yield from self.project.creation(self.codes.name(key), row)
        self.project.note("graphs have no place in the records", sum(1 for _ in self.database.rows("graph")))
        yield from self.project.ending()

    def _about(self) -> Read:
        for row in self.database.rows("coder_names", "name"):
            self.project.person(row.text("name"))
        for row in self.database.rows("project", "databaseversion", "memo"):
            version = (row.text("databaseversion") or "").removeprefix("v")
            if not (version.isdecimal() and int(version) in _VERSIONS):
                message = f"the project has version {version or 'none'}; read are {_VERSIONS[0]} to {_VERSIONS[-1]}"
                yield Problem(Severity.NOTE, message, row.place, "Compare some counts with QualCoder")
            yield from self.project.memo_of("Project memo", row, ())

    def _codebook(self) -> Read:
        for row in self.database.rows("code_name", "cid", "name", "catid", "supercid", *MARK):
            above = (("code", row.whole("supercid")), ("category", row.whole("catid")))
            self._add_code(row, ("code", row.whole("cid")), above)
        for row in self.database.rows("code_cat", "catid", "name", "supercatid", *MARK):
            self._add_code(row, ("category", row.whole("catid")), (("category", row.whole("supercatid")),))
        yield from self.codes.records()

    def _add_code(self, row: Row, key: tuple[str, int | None], above: tuple[tuple[str, int | None], ...]) -> None:
        """A code below the first of `above` that it names. Owner and date of a code stay when it is renamed."""
        parents = [parent for parent in above if parent[1] is not None][:1]
        guid = made_guid("qualcoder", *key, row.text("owner"), row.text("date"))
        guids = (guid,) if row.text("date") else ()
        self.made[key] = row
        self.codes.add(key, row.text("name"), parents, row.place, row.text("memo"), guids)

    def _references(self) -> Read:
        lines: dict[int | None, list[str]] = {}
        places: dict[int | None, Place] = {}
        for row in self.database.rows("ris", "risid", "tag", "value"):
            tag, value = (row.text("tag") or "")[:2], " ".join((row.text("value") or "").split())
            values = value.split("; ") if tag in _LISTED else [value]
            lines.setdefault(row.whole("risid"), []).extend(f"{tag}  - {each}" for each in values)
            places.setdefault(row.whole("risid"), row.place)
        shelf = Shelf(self.project.path)
        for number, entry in lines.items():
            reference = ris.reference_of(entry, places[number], f"reference-{number}")
            if reference is None:
                self.project.flag("references cannot be read")
                continue
            for item in shelf.add(reference):
                if not isinstance(item, Problem):
                    self.references[number] = item.key
                yield item

    def _cases(self) -> Read:
        for row in self.database.rows("cases", "caseid", "name", *MARK):
            name = self.cases.add(row.whole("caseid"), row.text("name"), row.place)
            yield from self.project.memo_of(f"Memo on {name}", row, [MemoLink(name, "participant", row.place)])
        for row in self.database.rows("case_text", "caseid", "fid", *MARK):
            file, case = self.sources.files.get(row.whole("fid")), row.whole("caseid")
            if file and case in self.cases:
                self.cases.link(case, file.name, file.row.place)
                name = self.cases.name(case)
                about = [MemoLink(name, "participant", row.place), file.link]
                yield from self.project.memo_of(f"Memo on {name} in {file.name}", row, about)
        for row in self.database.rows("attribute_type", "name", *MARK):
            yield from self.project.memo_of(f"Memo on the attribute {row.text('name')}", row, ())
        for row in self.database.rows("attribute", "name", "attr_type", "value", "id"):
            self._attribute(row)
        for file in self.sources.files.values():
            if file.text is None:
                self.cases.add_source(file.name, file.row.place)
        yield from self.cases.records()

    def _attribute(self, row: Row) -> None:
        variable, value, owner = row.text("name"), row.text("value"), row.whole("id")
        file = self.sources.files.get(owner) if row.text("attr_type") == "file" else None
        if not variable or not value or variable.startswith(_OF_REFERENCES):
            return
        if file:
            self.cases.set_of_source(file.name, variable, value, file.row.place)
        elif row.text("attr_type") == "case" and owner in self.cases:
            self.cases.set(owner, variable, value)
        else:
            self.project.flag("values of attributes belong to nothing in the project")

    def _journal(self) -> Read:
        for row in self.database.rows("journal", "name", "jentry", "date", "owner"):
            title = row.text("name") or f"Journal {row.number}"
            yield from self.project.memo_of(title, row, (), row.text("jentry"), title)
