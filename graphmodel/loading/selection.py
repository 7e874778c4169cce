"""Find which study the paths of a command belong to, and which files of it are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError, Problem
from graphmodel.names import fold_interview
from graphmodel.records import Kind, Study
from graphmodel.studies import studies
from loaders.folder import StudyFolder, find_study_root, open_folder, project_file, project_name, source_of
from loaders.source import Source


@dataclass(slots=True)
class Selection:
    """A study and the files of it that a command names. `folder` is the study folder that they lie in; `root` is the
    same where all of it is loaded, so that documents whose files are missing from it go. `settings` are what study.yaml
    says, `founded` the study that a tool's project founds."""

    study: str
    sources: Sequence[Source]
    settings: Study | None = None
    founded: Study | None = None
    root: Path | None = None
    folder: Path | None = None
    problems: list[Problem] = field(default_factory=list)


def select(database: Database, paths: Sequence[Path], study: str | None) -> Selection:
    """The study that paths belong to, with their files; `study` names it for files that lie in no study folder.

    Raises GraphmodelError where a path is not there, belongs to no study, or to another than the rest.
    """
    found = [_select_one(database, path, study) for path in paths]
    ids = list(dict.fromkeys(each.study for each in found))
    if len(ids) > 1:
        raise GraphmodelError(f"these paths belong to different studies: {', '.join(ids)}", "load one study at a time")
    widest = max(found, key=lambda each: (bool(each.root), bool(each.folder)))
    widest.sources = list({source.path.absolute(): source for each in found for source in each.sources}.values())
    widest.problems = list(dict.fromkeys(problem for each in found for problem in each.problems))
    return widest


def _select_one(database: Database, path: Path, study: str | None) -> Selection:
    if not path.exists():
        hint = "check the path; a blank in it needs quotes around it"
        raise GraphmodelError(f"there is no file or folder {path}", hint)
    root = find_study_root(path)
    path = project_file(path)
    if root and (path.is_dir() or path.name == "study.yaml"):
        whole = path.is_dir() and path.absolute() == root.absolute()
        return _in_folder(open_folder(path if whole else root), path)
    if path.is_dir():
        hint = f"`graphmodel new {path}` makes one; or name the study folder itself"
        raise GraphmodelError(f"{path} holds no study.yaml", hint)
    if root:
        folder = open_folder(root)
        about = [source for source in folder.sources if source.kind is Kind.STUDY]
        sources = [*about, source_of(path, root)]
        return Selection(folder.study.id, sources, settings=folder.study, folder=root.absolute())
    source = source_of(path, None)
    if source.kind is Kind.PROJECT and study is None:
        name = project_name(path)
        founded = Study(id=fold_interview(name), title=name)
        return Selection(founded.id, [source], settings=founded, founded=founded)
    return Selection(_known_study(database, path, study), [source])


def _in_folder(folder: StudyFolder, path: Path) -> Selection:
    """All of a study folder, the part of it below a path, or one file."""
    where = folder.root.absolute()
    selection = Selection(folder.study.id, list(folder.sources), settings=folder.study, folder=where)
    if path.is_file():
        selection.sources = [source for source in folder.sources if source.path.absolute() == path.absolute()]
        return selection
    selection.problems = list(folder.problems)
    if path.absolute() == where:
        selection.root = where
    else:
        selection.sources = [
            source
            for source in folder.sources
            if source.kind is Kind.STUDY or source.path.absolute().is_relative_to(path.absolute())
        ]
    return selection


def _known_study(database: Database, path: Path, study: str | None) -> str:
    there = [row["study"] for row in studies(database)]
    if study in there:
        return str(study)
    listed = f"studies in the graph: {', '.join(there)}" if there else "there is no study in the graph yet"
    if study:
        raise GraphmodelError(f"there is no study `{study}`", listed)
    raise GraphmodelError(
        f"{path} lies in no study folder, so it is not known which study it belongs to",
        f"name the study with --study, or put the file into the study's folder; {listed}",
    )
