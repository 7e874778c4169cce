"""What `graphmodel load` does: find which study each path belongs to, check everything, then write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading.checking import StudyLoad
from graphmodel.loading.command import Command
from graphmodel.loading.held import read_documents
from graphmodel.loading.incoming import of_source
from graphmodel.loading.locking import one_at_a_time
from graphmodel.loading.quoting import write_quotes
from graphmodel.loading.report import LoadReport
from graphmodel.migration import ensure_schema
from graphmodel.names import fold_interview
from graphmodel.records import Kind, Study
from graphmodel.server.progress import Progress, silent
from graphmodel.statements import statement
from graphmodel.studies import studies
from loaders.folder import StudyFolder, find_study_root, open_folder, project_file, project_name, source_of
from loaders.source import Source


def load(
    database: Database,
    paths: Sequence[Path],
    *,
    study: str | None = None,
    dry_run: bool = False,
    moved: bool = False,
    quotes: bool = False,
    progress: Progress = silent,
) -> LoadReport:
    """Bring the graph to what study folders or single files of a study say now.

    `study` names the study of files that lie in no study folder; `moved` says that the study's folder lies elsewhere
    than last time; `dry_run` only finds the difference; `quotes` asks for words to be written beside offsets in the
    study's own codings tables. Raises GraphmodelError, with every problem found, where
    something keeps a document out; nothing is written then.
    """
    wanted = gather(database, paths, study)
    if wanted.folder and not moved:
        _refuse_other_folder(database, wanted)
    if wanted.study and wanted.study.remote_allowed:
        database.permit_writing(remote=True)
    if not dry_run:
        database.permit_writing()
        ensure_schema(database)
    with one_at_a_time(wanted.id, needed=not dry_run):
        command = Command(database, wanted, dry=dry_run, progress=progress)
        command.check()
        if wanted.folder and not dry_run:
            _move_folder(database, wanted.id, wanted.folder)
        report = command.run()
        if quotes and not dry_run:
            _write_quotes(database, wanted, report, progress)
        return report


def _write_quotes(database: Database, wanted: StudyLoad, report: LoadReport, progress: Progress) -> None:
    """The tables say more now and mean the same: they are loaded once more, so that the graph knows them as they
    are."""
    report.quoted = write_quotes(database, wanted.id, wanted.sources)
    report.problems += [problem for quoted in report.quoted for problem in quoted.problems]
    if any(quoted.rows for quoted in report.quoted):
        again = Command(database, wanted, dry=False, progress=progress)
        again.check()
        again.run()


def gather(database: Database, paths: Sequence[Path], study: str | None) -> StudyLoad:
    """The study that paths belong to, with their sources.

    Raises GraphmodelError where a path is not there, belongs to no study, or to another than the rest.
    """
    loads = [_gather_one(database, path, study) for path in paths]
    ids = list(dict.fromkeys(each.id for each in loads))
    if len(ids) > 1:
        raise GraphmodelError(f"these paths belong to different studies: {', '.join(ids)}", "load one study at a time")
    sources = {source.path.absolute(): source for each in loads for source in each.sources}
    whole = max(loads, key=lambda each: (bool(each.root), bool(each.folder)))
    problems = list(dict.fromkeys(problem for each in loads for problem in each.problems))
    return StudyLoad(whole.id, list(sources.values()), whole.study, whole.root, problems, whole.folder)


def _gather_one(database: Database, path: Path, study: str | None) -> StudyLoad:
    if not path.exists():
        raise GraphmodelError(
            f"there is no file or folder {path}", "check the path; a blank in it needs quotes around it"
        )
    root = find_study_root(path)
    path = project_file(path)
    if root and (path.is_dir() or path.name == "study.yaml"):
        return _whole(open_folder(root) if path.is_dir() and path.absolute() == root.absolute() else None, root, path)
    if path.is_dir():
        raise GraphmodelError(
            f"{path} holds no study.yaml", f"`graphmodel new {path}` makes one; or name the study folder itself"
        )
    if root:
        folder = open_folder(root)
        about = [source for source in folder.sources if source.kind is Kind.STUDY]
        return StudyLoad(folder.study.id, [*about, source_of(path, root)], folder.study, None, [], str(root.absolute()))
    source = source_of(path, None)
    if source.kind is Kind.PROJECT and study is None:
        name = project_name(path)
        founded = fold_interview(name)
        return StudyLoad(founded, [source], Study(founded, name))
    known = _known_study(database, path, study)
    _refuse_namesake(database, known, source)
    return StudyLoad(known, [source])


def _whole(folder: StudyFolder | None, root: Path, path: Path) -> StudyLoad:
    folder = folder or open_folder(root)
    sources, where = list(folder.sources), str(root.absolute())
    if path.is_dir() and path.absolute() != root.absolute():
        inside = [
            source
            for source in sources
            if source.kind is Kind.STUDY or source.path.absolute().is_relative_to(path.absolute())
        ]
        return StudyLoad(folder.study.id, inside, folder.study, None, list(folder.problems), where)
    if path.is_file():
        only = [source for source in sources if source.path.absolute() == path.absolute()]
        return StudyLoad(folder.study.id, only, folder.study, None, [], where)
    return StudyLoad(folder.study.id, sources, folder.study, where, list(folder.problems), where)


def _refuse_namesake(database: Database, study: str, source: Source) -> None:
    """A file from elsewhere must not take the place of the study folder's own file of that name."""
    for held in of_source(read_documents(database, study), source):
        if held.get("root"):
            raise GraphmodelError(
                f"the study `{study}` has a file {source.name} of its own, in {held['root']}",
                f"give {source.path} another name, or put it into that folder",
            )


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


def _refuse_other_folder(database: Database, wanted: StudyLoad) -> None:
    roots = {each.get("root") for each in read_documents(database, wanted.id).values()} - {None, wanted.folder}
    if roots:
        raise GraphmodelError(
            f"the study `{wanted.id}` was loaded from another folder: {', '.join(sorted(map(str, roots)))}",
            "if the folder was moved, add --moved; if this is another study, give it another id in study.yaml",
        )


def _move_folder(database: Database, study: str, folder: str) -> None:
    """Note where the study's folder lies now, where it lay elsewhere."""
    if any(each.get("root", folder) != folder for each in read_documents(database, study).values()):
        of = {"study": study, "root": folder}
        database.write(lambda tx: tx.run(statement("sync/move_documents"), of).consume())
